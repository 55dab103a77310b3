package accept

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/glob"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// A Vain is an entry or a directive that does not count, or accepts nothing.
type Vain struct {
	At   source.Place
	Why  string // what is wrong and what to do, a clause without a full stop
	Args []any  // what it is known by
}

// InFile returns the directives of a file that are in vain, once Apply has marked
// the findings of the same rules.
func (x *Exceptions) InFile(f *Open, last bool) []Vain {
	var list []Vain
	for _, d := range f.directives {
		if last != d.last {
			continue
		}
		why := d.problem
		if why == "" && !d.used.Load() && x.run.complete(f.File, d.rule) {
			why = d.inVain()
		}
		if why != "" {
			list = append(list, Vain{d.at, why, []any{d.rule, d.widgets}})
		}
	}
	return list
}

// InConfiguration returns the entries of a configuration that are in vain, once
// Apply has marked the findings of the same rules in all files.
func (x *Exceptions) InConfiguration(c *Configuration, last bool) []Vain {
	var list []Vain
	for _, e := range c.entries {
		if last != e.last {
			continue
		}
		if why := x.run.inVain(c, e); why != "" {
			list = append(list, Vain{e.ignore.At, why, []any{e.rule, e.widgets, e.ignore.Files}})
		}
	}
	return list
}

// inVain says why a directive accepts nothing.
func (d *directive) inVain() string {
	if len(d.widgets) > 0 && !slices.ContainsFunc(d.document.Flow.Names(), func(n string) bool { return glob.MatchName(d.widgets[0], n) }) {
		return fmt.Sprintf("this directive accepts nothing: the flow has no widget %q%s", d.widgets[0], words.DidYouMean(d.widgets[0], d.document.Flow.Names()))
	}
	return fmt.Sprintf("this directive accepts nothing: %s finds nothing there any more; remove the directive", d.rule)
}

// inVain says why an entry of a configuration accepts nothing; "" when it does, or
// when that cannot be known from this run.
func (run *Run) inVain(c *Configuration, e *entry) string {
	if e.expired {
		return fmt.Sprintf("this entry ended on %s, and what it accepted counts again; mend that and remove the entry, or set a later day", e.ignore.Until)
	}
	if e.used.Load() || !run.sawAll(c, e) {
		return ""
	}
	checked := false
	for _, f := range run.Files {
		switch {
		case f.Config == c.Config && e.selects(f):
			if _, on := f.Ran()[e.rule]; on {
				if !run.complete(f, e.rule) {
					return ""
				}
				checked = true
			}
		case f.Unread && (len(e.ignore.Files) == 0 || c.Config.Match(e.ignore.Files, f.Path)):
			return "" // who knows what is in it
		}
	}
	if checked {
		return fmt.Sprintf("this entry accepts nothing: %s finds nothing there any more; remove the entry", e.rule)
	}
	if file := missing(run.Root, c.Config, e.ignore.Files); file != "" && !run.LeavesOut(e.rule) {
		return fmt.Sprintf("this entry accepts nothing: there is no %q; remove the entry, or name the file as it is called now", file)
	}
	return ""
}

// complete reports whether all findings of a rule in a file are known.
func (run *Run) complete(f *File, id string) bool {
	if !f.Ran()[id] {
		return false
	}
	rule := run.rule(id, f.Config)
	return rule != nil && !rule.AcrossFiles || f.Config.Folder() != "" && covers(run.Covered, f.Config.Folder())
}

// sawAll reports whether the run looked at every file that an entry can be for.
// A hook looks at a few files only, and cannot tell of the others.
func (run *Run) sawAll(c *Configuration, e *entry) bool {
	root := c.Config.Base()
	if len(e.ignore.Files) == 0 {
		return covers(run.Covered, root)
	}
	for _, pattern := range e.ignore.Files {
		folder, wild := glob.Folder(pattern.String())
		if covers(run.Covered, filepath.Join(root, filepath.FromSlash(folder))) {
			continue
		}
		if wild || !slices.ContainsFunc(run.Files, func(f *File) bool { return f.Config == c.Config && f.relative == pattern.String() }) {
			return false
		}
	}
	return true
}

// missing returns the first file of a list when none of them is there; patterns
// with wildcards are taken to stand for something.
func missing(root files.Root, c *config.Config, files []glob.Pattern) string {
	for _, f := range files {
		if _, wild := glob.Folder(f.String()); wild {
			return ""
		}
		for _, path := range c.Paths(f.String()) {
			if _, err := root.Stat(path); !errors.Is(err, fs.ErrNotExist) {
				return ""
			}
		}
	}
	if len(files) == 0 {
		return ""
	}
	return files[0].String()
}

// covers reports whether one of the folders is or holds another.
func covers(folders []string, folder string) bool {
	return slices.ContainsFunc(folders, func(f string) bool {
		rel, err := filepath.Rel(f, folder)
		return err == nil && filepath.IsLocal(rel)
	})
}
