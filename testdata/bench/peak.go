//go:build ignore

// Peak runs a program and prints the most memory it had, in KB.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"syscall"
)

func main() {
	cmd := exec.Command(os.Args[1], os.Args[2:]...)
	cmd.Run() // it may have findings
	peak := cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
	if runtime.GOOS == "darwin" {
		peak /= 1024
	}
	fmt.Println(peak)
}
