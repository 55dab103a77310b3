package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// repositoryRoot returns the nearest folder upwards that holds .git; "" when there
// is none. The folder is absolute.
func repositoryRoot(folder string) string {
	for {
		if _, err := os.Stat(filepath.Join(folder, ".git")); err == nil {
			return folder
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			return ""
		}
		folder = parent
	}
}

// settingsFrom returns the function that leads from a file of the repository around
// the current folder to the same file in another checkout of it. Files elsewhere
// stay what they are.
func settingsFrom(checkout string) (func(file string) string, error) {
	current, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	if checkout, err = filepath.Abs(checkout); err != nil {
		return nil, err
	}
	if info, err := os.Stat(checkout); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("--settings-from takes a folder, but %s is none", checkout)
	}
	root := repositoryRoot(current)
	if root == "" {
		root = current
	}
	return func(file string) string {
		if !filepath.IsAbs(file) {
			file = filepath.Join(current, file)
		}
		below, err := filepath.Rel(root, file)
		if err != nil || !filepath.IsLocal(below) {
			return file
		}
		return filepath.Join(checkout, below)
	}, nil
}
