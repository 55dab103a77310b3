package main

import (
	"os"
	"path/filepath"
	"regexp"
)

// The links of the README that lead to other files of the project, and its pictures.
var (
	inProject = regexp.MustCompile(`\]\(([^)#:\s][^):\s]*)\)`)
	picture   = regexp.MustCompile(`(!\[[^\]]*)\]\(([^)#:\s][^):\s]*)\)`)
)

// readme is the README as it goes with a program: the files that it leads to do not go along,
// so its links lead to them as they are at the release's tag.
func (r release) readme() ([]byte, error) {
	text, err := os.ReadFile(filepath.Join(r.root, "README.md"))
	if err != nil {
		return nil, err
	}
	text = picture.ReplaceAll(text, []byte("$1]("+repository+"/raw/v"+r.version+"/$2)"))
	return inProject.ReplaceAll(text, []byte("]("+repository+"/blob/v"+r.version+"/$1)")), nil
}
