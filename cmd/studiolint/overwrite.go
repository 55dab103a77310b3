package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/input"
)

// apart reports whether all outputs are different files. What is none, such as
// /dev/null, may take several.
func apart(root files.Root, outputs []output) error {
	for i, out := range outputs {
		for _, other := range outputs[:i] {
			if out.file != "" && other.file != "" && sameFile(root, out.file, other.file) {
				return fmt.Errorf("two formats would be written to %s, and only the last would stay: give each a file of its own", out.file)
			}
		}
	}
	return nil
}

// spare refuses an output that is a file which the run reads because somebody named it,
// or a configuration.
func (f *lintFlags) spare(o lint.Options, baseline string, candidates []input.Candidate, outputs []string) error {
	root := o.Root
	for _, out := range outputs {
		if out == "" {
			continue
		}
		if filepath.Base(out) == config.Name || f.config != "" && sameFile(root, out, f.config) {
			return overwrites(out, "a configuration")
		}
		if baseline != "" && sameFile(root, out, baseline) || isNamedBaseline(&o, candidates, out) {
			return overwrites(out, "the baseline")
		}
		info, err := root.Stat(out)
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		for _, c := range candidates {
			if c.Named && leadsTo(root, c.Path, info) {
				return overwrites(out, "one of the files to check")
			}
		}
	}
	return nil
}

// isNamedBaseline reports whether an output is a baseline that the configuration of a file
// names, and that the run reads.
func isNamedBaseline(o *lint.Options, candidates []input.Candidate, out string) bool {
	if o.NoNamed {
		return false
	}
	return slices.ContainsFunc(candidates, func(c input.Candidate) bool {
		of, err := o.Configs.For(c.Path)
		return err == nil && of.Baseline.Path != "" && sameFile(o.Root, out, of.Baseline.Path)
	})
}

// spareFlows refuses an output that was found in a folder and holds a flow. A report of
// the last run, which lies there too, holds none.
func spareFlows(root files.Root, result *lint.Result, out string) error {
	info, err := root.Stat(out)
	if out == "" || err != nil || !info.Mode().IsRegular() {
		return nil
	}
	for _, f := range result.Run.Files {
		if f.Holds && leadsTo(root, f.Path, info) {
			return overwrites(out, "one of the flows that were checked")
		}
	}
	return nil
}

func overwrites(file, what string) error {
	return fmt.Errorf("the output %s is %s and would be lost: name another file", file, what)
}

// leadsTo reports whether a path leads to a file.
func leadsTo(root files.Root, path string, file os.FileInfo) bool {
	info, err := root.Stat(path)
	return err == nil && os.SameFile(info, file)
}

// sameFile reports whether two paths lead to one regular file, or to one place where
// there is none yet.
func sameFile(root files.Root, a, b string) bool {
	if info, err := root.Stat(a); err == nil {
		return info.Mode().IsRegular() && leadsTo(root, b, info)
	}
	return place(root, a) == place(root, b)
}

// place returns the absolute name of a file that need not be there.
func place(root files.Root, path string) string {
	path = root.Abs(path)
	folder, err := root.Real(filepath.Dir(path))
	if err != nil {
		return path
	}
	return filepath.Join(folder, filepath.Base(path))
}
