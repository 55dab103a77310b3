package fix

import (
	"fmt"
	"slices"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// maxRounds is how often files are mended and checked again. Fixes that meet wait for
// each other, and some show what could not be seen before.
const maxRounds = 10

// Files are what is mended: files that are checked as often as their texts change.
type Files interface {
	// Check returns what is found in the files as they are now.
	Check() (*finding.Result, error)
	// Change says that the text of a file is another one.
	Change(path string, text []byte)
	// Valid reports whether a file, as it was checked last, is what it should be.
	Valid(path string) bool
}

// A Choice returns the fix of a finding that is to be made, nil for none.
type Choice func(*finding.Diagnostic) *finding.Fix

// A Change is a fix of a finding, made or refused.
type Change struct {
	Finding *finding.Diagnostic // as it was found: its places are those of the text before
	Fix     finding.Fix
	Why     string // why it is refused, a clause without a full stop
}

// An Outcome is what was mended in some files.
type Outcome struct {
	Before  map[string][]byte // by path: the texts of the files that were changed
	After   map[string][]byte
	Made    []Change
	Refused []Change // those that would have left a file worse
}

// Mend makes the chosen fixes, round after round, until none is left. A fix is refused
// that would leave a file worse: no longer valid where it was, or a widget, or the rest
// of the file, with more errors than before. The files are left as they are mended.
func Mend(files Files, choose Choice) (*Outcome, error) {
	m := mender{files: files, choose: choose, refused: map[refusal]bool{},
		out: &Outcome{Before: map[string][]byte{}, After: map[string][]byte{}}}
	var err error
	if m.now, err = files.Check(); err != nil {
		return nil, err
	}
	for range maxRounds {
		fixes := m.chosen()
		if len(fixes) == 0 && m.mended {
			m.again()
			fixes = m.chosen()
		}
		if len(fixes) == 0 {
			break
		}
		made, err := m.round(fixes)
		if err != nil {
			return nil, err
		}
		m.out.Made = append(m.out.Made, made...)
		m.mended = m.mended || len(made) > 0
	}
	for path, before := range m.out.Before {
		if string(m.out.After[path]) == string(before) {
			delete(m.out.Before, path)
			delete(m.out.After, path)
		}
	}
	return m.out, nil
}

// A mender mends files.
type mender struct {
	files   Files
	choose  Choice
	now     *finding.Result // what is found in the files as they are
	refused map[refusal]bool
	mended  bool // something was, since what is refused was last tried
	out     *Outcome
}

// again lets what was refused be tried once more: with what was mended since, it may
// leave no file worse.
func (m *mender) again() {
	clear(m.refused)
	m.out.Refused, m.mended = nil, false
}

// A refusal is what a refused fix is known by in the next round.
type refusal struct{ file, fingerprint, title string }

func refusalOf(c Change) refusal {
	return refusal{c.Finding.File, c.Finding.Fingerprint(), c.Fix.Title}
}

// chosen returns the fixes that are to be made: those of notes when nothing that is graver
// can be mended, since they may be its consequences.
func (m *mender) chosen() []Change {
	var list []Change
	grave := false
	for _, d := range m.now.Diagnostics {
		if d.Suppressed != nil {
			continue
		}
		f := m.choose(d)
		if f == nil || len(f.Edits) == 0 || !whole(f) {
			continue
		}
		if c := (Change{Finding: d, Fix: *f}); !m.refused[refusalOf(c)] {
			list = append(list, c)
			grave = grave || d.Severity > finding.Note
		}
	}
	if grave {
		list = slices.DeleteFunc(list, func(c Change) bool { return c.Finding.Severity <= finding.Note })
	}
	return list
}

// whole reports whether all of the files of a fix were read: of a file that is too
// large only the beginning is known.
func whole(f *finding.Fix) bool {
	for _, e := range f.Edits {
		if e.At.File.Size > int64(len(e.At.File.Bytes)) {
			return false
		}
	}
	return true
}

// round makes as many of the fixes as can be made together.
func (m *mender) round(fixes []Change) ([]Change, error) {
	r := round{mender: m, before: m.now, base: map[string]*source.File{}}
	for _, c := range fixes {
		for _, e := range c.Fix.Edits {
			r.base[path(e)] = e.At.File
		}
	}
	kept, err := r.sound(nil, fixes)
	if err != nil {
		return nil, err
	}
	if len(kept) != r.tried { // the last try was of more
		if _, err := r.try(kept); err != nil {
			return nil, err
		}
	}
	m.now = r.after
	for path, f := range r.base {
		if m.out.Before[path] == nil {
			m.out.Before[path] = f.Bytes
		}
		m.out.After[path] = r.texts[path]
	}
	return r.made, nil
}

// A round is one round of mending.
type round struct {
	*mender
	before *finding.Result
	base   map[string]*source.File // the files that are changed, as they were before

	// Of the last try: how many fixes it was given, those that were made, the texts,
	// and what is found in them.
	tried int
	made  []Change
	texts map[string][]byte
	after *finding.Result
}

// sound adds fixes to those that are kept, except those that leave a file worse:
// it looks for them by halves.
func (r *round) sound(kept, more []Change) ([]Change, error) {
	if len(more) == 0 {
		return kept, nil
	}
	all := append(kept[:len(kept):len(kept)], more...)
	why, err := r.try(all)
	switch {
	case err != nil:
		return nil, err
	case why == "":
		return all, nil
	case len(more) == 1:
		more[0].Why = why
		r.refused[refusalOf(more[0])] = true
		r.out.Refused = append(r.out.Refused, more[0])
		return kept, nil
	}
	half := len(more) / 2
	if kept, err = r.sound(kept, more[:half]); err != nil {
		return nil, err
	}
	return r.sound(kept, more[half:])
}

// try makes fixes in the files as they were before the round, except those that meet
// others. It returns what is worse now, "" for nothing.
func (r *round) try(list []Change) (why string, err error) {
	r.tried, r.made = len(list), nil
	fixes := make([]finding.Fix, len(list))
	for i, c := range list {
		fixes[i] = c.Fix
	}
	changed, conflicts := Apply(fixes)
	left := map[*finding.Edit]bool{}
	for _, c := range conflicts {
		left[&c.Fix.Edits[0]] = true
	}
	for _, c := range list {
		if !left[&c.Fix.Edits[0]] {
			r.made = append(r.made, c)
		}
	}
	r.texts = map[string][]byte{}
	for path, f := range r.base {
		r.texts[path] = f.Bytes
	}
	for _, c := range changed {
		r.texts[c.File.Path] = c.Text
	}
	for path, text := range r.texts {
		r.files.Change(path, text)
	}
	if r.after, err = r.files.Check(); err != nil {
		return "", err
	}
	return r.worse(), nil
}

// worse says what is worse after the last try than before the round.
func (r *round) worse() string {
	for path, f := range r.base {
		if f.Syntax == nil && !r.files.Valid(path) {
			return "the file would no longer be what it is"
		}
	}
	if len(r.after.Problems) > len(r.before.Problems) {
		return r.after.Problems[len(r.after.Problems)-1].Error()
	}
	return r.newError()
}

// newError names an error of a widget, or of the rest of a file, that has more of them
// than before; "" when none has. What could not be read before is no worse for what is
// found in it now.
func (r *round) newError() string {
	type where struct{ file, widget string }
	had := map[where]int{}
	known := map[string]bool{}
	unread := map[string]bool{} // files that could not be read, or a text in them
	for _, d := range r.before.Diagnostics {
		if d.At.File != nil && d.At.File.Syntax != nil {
			unread[d.File] = true
		}
		if d.Severity == finding.Error {
			had[where{d.File, d.Widget}]++
			known[d.Fingerprint()] = true
		}
	}
	for _, fresh := range []bool{false, true} { // first those that there were
		for _, d := range r.after.Diagnostics {
			if d.Severity != finding.Error || known[d.Fingerprint()] == fresh || unread[d.File] {
				continue
			}
			at := where{d.File, d.Widget}
			if had[at]--; had[at] < 0 {
				return fmt.Sprintf("it would lead to an error: %s [%s]", d.Message, d.Rule.ID)
			}
		}
	}
	return ""
}

// Safe chooses safe fixes, or, when unsafe ones will do too, the first of any kind
// after them.
func Safe(unsafe bool) Choice {
	return func(d *finding.Diagnostic) *finding.Fix {
		var first *finding.Fix
		for i := range d.Fixes {
			if f := &d.Fixes[i]; f.Safe || unsafe && first == nil {
				if first = f; f.Safe {
					break
				}
			}
		}
		return first
	}
}
