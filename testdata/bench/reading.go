//go:build ignore

// Reading reads every file below a folder and does nothing with it.
package main

import (
	"io/fs"
	"os"
	"path/filepath"
)

func main() {
	err := filepath.WalkDir(os.Args[1], func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			_, err = os.ReadFile(name)
		}
		return err
	})
	if err != nil {
		panic(err)
	}
}
