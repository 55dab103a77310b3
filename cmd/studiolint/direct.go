package main

import (
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// direct returns the arguments with the command that they leave out: "studiolint FILE"
// is "studiolint lint FILE". A word that is no command counts as a file when it looks
// like one or is one, so that a command with a typing error is still told.
func (c command) direct(args []string) []string {
	if len(args) == 0 ||
		slices.Contains([]string{"help", "-h", "--help", "--version", cobra.ShellCompRequestCmd, cobra.ShellCompNoDescRequestCmd}, args[0]) {
		return args
	}
	if _, ok := c.called(args); ok {
		return args
	}
	first := args[0]
	if strings.HasPrefix(first, "-") || strings.ContainsAny(first, `/\.*?[{`) || isThere(first) {
		return append([]string{"lint"}, args...)
	}
	return args
}

func isThere(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// isPipe reports whether something was piped into the program.
func isPipe(r io.Reader) bool {
	f, ok := r.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&fs.ModeNamedPipe != 0 && waiting(f)
}

// tellPipe says that what was piped into the program was not read.
func (c command) tellPipe() {
	if isPipe(c.stdin) {
		c.sayf("standard input was not read: \"studiolint lint -\" checks what is piped into it")
	}
}
