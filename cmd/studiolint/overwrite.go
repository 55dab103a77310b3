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
func apart(root files.Root, outputs []string) error {
	for i, out := range outputs {
		for _, other := range outputs[:i] {
			if out != "" && other != "" && sameFile(root, out, other) {
				return fmt.Errorf("two formats would be written to %s, and only the last would stay: "+
					"give each a file of its own", out)
			}
		}
	}
	return nil
}

// spare refuses an output that is a file which the run reads because somebody named it,
// or a configuration.
func (f *lintFlags) spare(o lint.Options, baseline string, candidates []input.Candidate, outputs []string) error {
	if err := spareConfigs(o.Root, f.config, outputs); err != nil {
		return err
	}
	for _, out := range outputs {
		if out != "" && (baseline != "" && sameFile(o.Root, out, baseline) || isNamedBaseline(&o, candidates, out)) {
			return overwrites(out, "the baseline")
		}
	}
	var named []string
	for _, c := range candidates {
		if c.Named {
			named = append(named, c.Path)
		}
	}
	return spareRead(o.Root, named, outputs, "one of the files to check")
}

// spareTexts refuses an output that is a file of which a text is shown, also when the text
// is that of a revision, or whatever else the run reads or holds a flow.
func (f *lintFlags) spareTexts(o lint.Options, outputs []string, texts ...text) error {
	o.NoNamed = false
	var candidates []input.Candidate
	for _, t := range texts {
		if t.path != "" {
			candidates = append(candidates, input.Candidate{Path: t.path, Named: true})
		}
	}
	if err := f.spare(o, "", candidates, outputs); err != nil {
		return err
	}
	return spareHeld(o.Root, outputs)
}

// spareConfigs refuses an output that is a configuration, be it the one that a flag names.
func spareConfigs(root files.Root, named string, outputs []string) error {
	for _, out := range outputs {
		if out != "" && (filepath.Base(out) == config.Name || named != "" && sameFile(root, out, named)) {
			return overwrites(out, "a configuration")
		}
	}
	return nil
}

// spareRead refuses an output that is one of the files that are read; what says what they are.
func spareRead(root files.Root, read, outputs []string, what string) error {
	for _, out := range outputs {
		info, err := root.Stat(out)
		if out == "" || err != nil || !info.Mode().IsRegular() {
			continue
		}
		if slices.ContainsFunc(read, func(path string) bool { return leadsTo(root, path, info) }) {
			return overwrites(out, what)
		}
	}
	return nil
}

// spareHeld refuses an output that holds a flow, also one that the run does not read: what
// is written holds none.
func spareHeld(root files.Root, outputs []string) error {
	for _, out := range outputs {
		info, err := root.Stat(out)
		if out == "" || err != nil || !info.Mode().IsRegular() {
			continue
		}
		file, err := input.Candidate{Path: filepath.ToSlash(out)}.Load(root)
		if err == nil && file != nil && len(file.Documents) > 0 {
			return overwrites(out, "a flow")
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
	var holding []string
	for _, f := range result.Run.Files {
		if f.Holds {
			holding = append(holding, f.Path)
		}
	}
	return spareRead(root, holding, []string{out}, "one of the flows that were checked")
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
