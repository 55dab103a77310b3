package main

import (
	"cmp"
	_ "embed"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/tools/txtar"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/fix"
	"studiolint/lint/input"
	"studiolint/rules"
)

//go:generate go test -run ^TestExamplesAreFresh$ . -update

// examples are the flows that show what the rules find and mend, each below the ID of its rule,
// with the configuration that it is checked by. They are of the rules' archives, which are too
// large to be in the program.
//
//go:embed examples.txtar
var examples []byte

// A mended example is a wrong flow of a rule's archive, and one fix of what the rule finds
// in it, made.
type mended struct {
	fix           finding.Fix
	finding       *finding.Diagnostic
	file          string
	before, after []byte
}

// exampleOf mends what a rule finds in its example. It reports false for a rule without fixes.
func exampleOf(r *lint.Rule) (mended, bool) { return exampleIn(heldOf(r), r) }

// heldOf returns what the program holds of the archive of a rule.
func heldOf(r *lint.Rule) *txtar.Archive {
	held := &txtar.Archive{}
	for _, f := range txtar.Parse(examples).Files {
		if name, ok := strings.CutPrefix(f.Name, r.ID+"/"); ok {
			held.Files = append(held.Files, txtar.File{Name: name, Data: f.Data})
		}
	}
	return held
}

// exampleIn mends what a rule finds in an archive: the first that has a safe fix, or else
// the first that has any.
func exampleIn(archive *txtar.Archive, r *lint.Rule) (example mended, found bool) {
	if r.Fix == finding.NoFix {
		return mended{}, false
	}
	for _, f := range archive.Files {
		if !strings.HasPrefix(f.Name, "bad") || found && example.fix.Safe {
			continue
		}
		if name, ok := strings.CutSuffix(f.Name, ".quoted"); ok { // it holds what an archive cannot
			text, err := strconv.Unquote(strings.TrimSpace(string(f.Data)))
			if err != nil {
				continue
			}
			f.Name, f.Data = name, []byte(text)
		}
		for _, d := range check(r, archive, f.Name, f.Data) {
			for _, one := range d.Fixes {
				if found && (example.fix.Safe || !one.Safe) {
					continue
				}
				if changed, _ := fix.Apply([]finding.Fix{one}); len(changed) == 1 {
					example, found = mended{one, d, f.Name, f.Data, changed[0].Text}, true
				}
			}
		}
	}
	return example, found
}

// check returns what a rule finds in a text of an archive, by the configuration that the
// archive has for it.
func check(r *lint.Rule, archive *txtar.Archive, name string, text []byte) []*finding.Diagnostic {
	o := lint.Options{Rules: rules.All(), Only: []string{r.ID}}
	if held, err := txtar.FS(archive); err == nil {
		o.Root = files.Root{FS: archived{held}, Dir: string(filepath.Separator)}
		o.Configs = config.NewFinder(lint.Data(o.Rules), o.Root, config.Options{})
	}
	return lint.Run([]input.Candidate{input.FromBytes(name, text)}, o).Diagnostics
}

// archived are the files of an archive as a file system.
type archived struct{ fs.FS }

// in returns the name of a file within the archive.
func (archived) in(name string) string {
	return cmp.Or(strings.TrimPrefix(filepath.ToSlash(name[len(filepath.VolumeName(name)):]), "/"), ".")
}

func (a archived) Open(name string) (fs.File, error)          { return a.FS.Open(a.in(name)) }
func (a archived) Stat(name string) (fs.FileInfo, error)      { return fs.Stat(a.FS, a.in(name)) }
func (a archived) Lstat(name string) (fs.FileInfo, error)     { return a.Stat(name) }
func (a archived) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(a.FS, a.in(name)) }
func (a archived) EvalSymlinks(name string) (string, error)   { return name, nil }

// lines returns the lines that the fix changes, as a patch shows them.
func (m mended) lines() string {
	var b strings.Builder
	for line := range strings.Lines(string(fix.Diff(m.file, m.before, m.after))) {
		if strings.HasPrefix(line, "---") || strings.HasPrefix(line, "+++") || line[0] != '-' && line[0] != '+' {
			continue
		}
		b.WriteString("    " + line[:1] + " " + strings.TrimRight(line[1:], "\r\n") + "\n")
	}
	return b.String()
}
