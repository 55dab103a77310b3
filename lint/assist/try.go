package assist

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"go.lsp.dev/jsonrpc2"

	"studiolint/lint/files"
)

// usualWidgets is how many widgets of a flow graph returns: more than most flows have.
const usualWidgets = 60

// limited is how many are returned when so many are asked for, 0 for the usual number.
func limited(asked, usual int) (int, error) {
	if asked < 0 || asked > maxLimit {
		return 0, jsonrpc2.Errorf(jsonrpc2.InvalidParams, "limit is a number from 1 to %d, not %d", maxLimit, asked)
	}
	return cmp.Or(asked, usual), nil
}

type graphArguments struct {
	subject
	Around string `json:"around"`
	Limit  int    `json:"limit"`
}

func (s *server) graph(a *graphArguments) (any, error) {
	limit, err := limited(a.Limit, usualWidgets)
	if err != nil {
		return nil, err
	}
	candidates, o, err := s.candidates(&a.subject)
	if err != nil {
		return nil, err
	}
	if len(candidates) != 1 || a.Text == nil && o.Root.IsDir(a.Path) {
		return nil, fmt.Errorf("graph is of one file: %s is none", a.Path)
	}
	return s.options.Graph(candidates[0], o, a.Around, limit)
}

type testArguments struct {
	Path  string `json:"path"`
	Limit int    `json:"limit"`
}

func (s *server) test(a *testArguments) (any, error) {
	limit, err := limited(a.Limit, usualLimit)
	if err != nil {
		return nil, err
	}
	if a.Path == "" {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidParams, "path is missing")
	}
	o, err := s.optionsFor(a.Path)
	if err != nil {
		return nil, err
	}
	o.Root.FS = confined{o.Root.FS, s} // a test names its flow, and that others
	return s.options.Test(a.Path, o, limit)
}

type diffArguments struct {
	Old   string  `json:"old"`
	New   string  `json:"new"`
	Text  *string `json:"text"`
	Limit int     `json:"limit"`
}

func (s *server) diff(a *diffArguments) (any, error) {
	limit, err := limited(a.Limit, usualLimit)
	if err != nil {
		return nil, err
	}
	switch {
	case a.Old == "":
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidParams, "old is missing")
	case (a.New == "") == (a.Text == nil):
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidParams, "give new or text, and not both")
	}
	o, err := s.optionsFor(s.firstThere(a.New, a.Old))
	if err != nil {
		return nil, err
	}
	return s.options.Diff(a.Old, a.New, a.Text, o, s.allowed, limit)
}

// firstThere returns the first of some names that is a file below a root, or else the
// folder that names count from.
func (s *server) firstThere(names ...string) string {
	for _, name := range names {
		if dir, err := s.below(name); err == nil && name != "" {
			if _, err := (files.Root{FS: s.options.Check.Root.FS, Dir: dir}).Stat(name); err == nil {
				return name
			}
		}
	}
	return "."
}

// allowed is an error for a path that lies below no root.
func (s *server) allowed(path string) error {
	_, err := s.below(path)
	return err
}

// confined are the files below the roots. Of others it is known only whether a folder is
// the top of a repository.
type confined struct {
	files.FS
	s *server
}

// errOutside is why a file is not read.
var errOutside = errors.New("it does not lie below the roots")

func (c confined) check(op, name string) error {
	if c.s.allowed(name) != nil {
		return &fs.PathError{Op: op, Path: name, Err: errOutside}
	}
	return nil
}

func (c confined) Open(name string) (fs.File, error) {
	if err := c.check("open", name); err != nil {
		return nil, err
	}
	return c.FS.Open(name)
}

func (c confined) Stat(name string) (fs.FileInfo, error) {
	if err := c.check("stat", name); err != nil && filepath.Base(name) != ".git" {
		return nil, err
	}
	return c.FS.Stat(name)
}

func (c confined) Lstat(name string) (fs.FileInfo, error) {
	if err := c.check("lstat", name); err != nil {
		return nil, err
	}
	return c.FS.Lstat(name)
}

func (c confined) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := c.check("open", name); err != nil {
		return nil, err
	}
	return c.FS.ReadDir(name)
}
