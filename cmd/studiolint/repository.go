package main

import (
	"fmt"
	"path/filepath"

	"studiolint/lint/files"
)

// settingsFrom returns the function that leads from a file of the repository around
// the current folder to the same file in another checkout of it. Files elsewhere
// stay what they are.
func settingsFrom(root files.Root, checkout string) (func(file string) string, error) {
	checkout = root.Abs(checkout)
	if !root.IsDir(checkout) {
		return nil, fmt.Errorf("--settings-from takes a folder, but %s is none", checkout)
	}
	top := root.Repository(root.Dir)
	if top == "" {
		top = root.Dir
	}
	return func(file string) string {
		file = root.Abs(file)
		below, err := filepath.Rel(top, file)
		if err != nil || !filepath.IsLocal(below) {
			return file
		}
		return filepath.Join(checkout, below)
	}, nil
}
