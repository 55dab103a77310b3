package lint

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// UnusedIgnore is the ID of the rule about ignore entries and directives that do
// not count or accept nothing. Its findings come from Run, since they are known
// only when every other rule has run; its Check is nil.
const UnusedIgnore = "unused-ignore"

// report adds the findings of unused-ignore about the exceptions that accept has
// just applied.
func (s *suppression) report(late bool) {
	if s.unused == nil {
		return
	}
	for _, u := range s.units {
		if u.file == nil {
			continue
		}
		severity, _ := s.options.severity(s.unused, u.config, u.path())
		if severity == finding.Off {
			continue
		}
		u.ran[UnusedIgnore] = true
		added := false
		for _, d := range s.directives[u] {
			if late != (d.rule == UnusedIgnore) {
				continue
			}
			message := d.problem
			if message == "" && !d.used && s.complete(u, d.rule) {
				message = d.inVain()
			}
			if message == "" {
				continue
			}
			found := s.finding(d.at, severity, message, d.rule, d.widgets)
			found.Document = d.document.Node
			u.found = append(u.found, found)
			added = true
		}
		if added {
			finding.Sort(u.found)
		}
	}
	for _, use := range s.configs {
		severity, _ := s.options.severity(s.unused, use.config, use.config.Path)
		if severity == finding.Off {
			continue
		}
		for _, e := range use.entries {
			if late != (e.rule == UnusedIgnore) {
				continue
			}
			if message := s.entryInVain(use, e); message != "" {
				found := s.finding(e.ignore.at, severity, message, e.rule, e.widgets, e.ignore.Files)
				use.found = append(use.found, found)
			}
		}
	}
}

func (s *suppression) finding(at source.Place, severity finding.Severity, message string, args ...any) *finding.Diagnostic {
	d := finding.New(&s.unused.Rule, at, "%s", message).Identify(args...)
	d.Configure(severity, true)
	d.Resolve()
	return d
}

// inVain says why a directive accepts nothing.
func (d *directive) inVain() string {
	if len(d.widgets) > 0 && !slices.ContainsFunc(d.document.Flow.Names(), func(n string) bool { return matchName(d.widgets[0], n) }) {
		return fmt.Sprintf("this directive accepts nothing: the flow has no widget %q%s", d.widgets[0], didYouMean(d.widgets[0], d.document.Flow.Names()))
	}
	return fmt.Sprintf("this directive accepts nothing: %s finds nothing there any more; remove the directive", d.rule)
}

// entryInVain says why an entry of a configuration accepts nothing; "" when it
// does, or when that cannot be known from this run.
func (s *suppression) entryInVain(use *configUse, e *entry) string {
	if e.expired {
		return fmt.Sprintf("this entry ended on %s, and what it accepted counts again; mend that and remove the entry, or set a later day", e.ignore.Until)
	}
	if e.used || !s.sawAll(use, e) {
		return ""
	}
	checked := false
	for _, u := range s.units {
		switch {
		case u.file != nil && u.config == use.config && e.selects(u):
			if _, on := u.ran[e.rule]; on {
				if !s.complete(u, e.rule) {
					return ""
				}
				checked = true
			}
		case u.file == nil && len(u.problems) > 0 && (len(e.ignore.Files) == 0 || use.config.matches(e.ignore.Files, u.path())):
			return "" // who knows what is in it
		}
	}
	if checked {
		return fmt.Sprintf("this entry accepts nothing: %s finds nothing there any more; remove the entry", e.rule)
	}
	if file := use.config.missing(e.ignore.Files); file != "" && !s.options.leavesOut(e.rule) {
		return fmt.Sprintf("this entry accepts nothing: there is no %q; remove the entry, or name the file as it is called now", file)
	}
	return ""
}

// complete reports whether all findings of a rule in a file are known.
func (s *suppression) complete(u *unit, id string) bool {
	if !u.ran[id] {
		return false
	}
	rule := findRule(s.options.Rules, id)
	return !rule.AcrossFiles || u.config.folder != "" && covers(s.covered, u.config.folder)
}

// sawAll reports whether the run looked at every file that an entry can be for.
// A hook looks at a few files only, and cannot tell of the others.
func (s *suppression) sawAll(use *configUse, e *entry) bool {
	root := use.config.base
	if root == "" {
		root = use.config.folder
	}
	if len(e.ignore.Files) == 0 {
		return covers(s.covered, root)
	}
	for _, pattern := range e.ignore.Files {
		folder, wild := globFolder(pattern)
		if covers(s.covered, filepath.Join(root, filepath.FromSlash(folder))) {
			continue
		}
		if wild || !slices.ContainsFunc(use.units, func(u *unit) bool { return u.relative == pattern }) {
			return false
		}
	}
	return true
}

// missing returns the first file of a list when none of them is there; patterns
// with wildcards are taken to stand for something.
func (c *Config) missing(files []string) string {
	for _, f := range files {
		if _, wild := globFolder(f); wild {
			return ""
		}
		for _, path := range c.paths(f) {
			if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
				return ""
			}
		}
	}
	if len(files) == 0 {
		return ""
	}
	return files[0]
}

// folders returns those of the arguments of a run that are folders, absolute.
func folders(args []string) []string {
	var list []string
	for _, a := range args {
		info, err := os.Stat(a)
		if err != nil || !info.IsDir() {
			continue
		}
		if abs, err := filepath.Abs(a); err == nil {
			list = append(list, abs)
		}
	}
	return list
}

// covers reports whether one of the folders is or holds another.
func covers(folders []string, folder string) bool {
	return slices.ContainsFunc(folders, func(f string) bool {
		rel, err := filepath.Rel(f, folder)
		return err == nil && filepath.IsLocal(rel)
	})
}
