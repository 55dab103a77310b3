// Package fix makes the fixes of findings in the bytes of their files.
package fix

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// A Changed file is one that fixes were made in.
type Changed struct {
	File *source.File
	Text []byte // what it holds afterwards; only the bytes of the edits differ
}

// A Conflict is a fix that was not made, because its edits meet those of another
// one, or each other.
type Conflict struct {
	Fix  finding.Fix
	With finding.Fix
}

// Apply makes the fixes, each wholly or not at all. Where two meet, the one whose
// first edit stands further up wins, or, at one place, the one that was given
// first; the other is left for another round. A fix that asks for just the edits
// of others is made with them. The files come in the order of their paths.
func Apply(fixes []finding.Fix) (changed []Changed, left []Conflict) {
	order := slices.Clone(fixes)
	slices.SortStableFunc(order, func(a, b finding.Fix) int {
		p, q := first(a), first(b)
		return cmp.Or(strings.Compare(path(p), path(q)), cmp.Compare(p.At.Span.Start, q.At.Span.Start))
	})
	texts := map[*source.File]*text{}
	for i := range order {
		if with, meets := place(texts, &order[i]); meets {
			left = append(left, Conflict{Fix: order[i], With: *with})
		}
	}
	for f, t := range texts {
		if len(t.edits) > 0 {
			changed = append(changed, Changed{File: f, Text: t.apply(f.Bytes)})
		}
	}
	slices.SortFunc(changed, func(a, b Changed) int { return strings.Compare(a.File.Path, b.File.Path) })
	return changed, left
}

// first returns the edit that stands furthest up.
func first(f finding.Fix) finding.Edit {
	if len(f.Edits) == 0 {
		return finding.Edit{}
	}
	return slices.MinFunc(f.Edits, func(a, b finding.Edit) int {
		return cmp.Or(strings.Compare(path(a), path(b)), cmp.Compare(a.At.Span.Start, b.At.Span.Start))
	})
}

func path(e finding.Edit) string {
	if e.At.File == nil {
		return ""
	}
	return e.At.File.Path
}

// A text is a file with the edits that are going to be made in it, in the order
// of their places. No two of different fixes meet.
type text struct{ edits []placed }

// A placed edit belongs to a fix.
type placed struct {
	at   source.Span
	text string
	fix  *finding.Fix
}

// place adds the edits of a fix, unless one of them meets those that are there; then
// it returns the fix that is in the way.
func place(texts map[*source.File]*text, f *finding.Fix) (with *finding.Fix, meets bool) {
	for i, e := range f.Edits {
		p := placed{e.At.Span, e.NewText, f}
		t := texts[e.At.File]
		if t == nil {
			t = &text{}
			texts[e.At.File] = t
		}
		if with := t.obstacle(p); with != nil {
			for _, made := range f.Edits[:i] {
				texts[made.At.File].withdraw(f)
			}
			return with, true
		}
		t.add(p)
	}
	return nil, false
}

// add puts an edit where it belongs; one that another fix asks for too is made
// once.
func (t *text) add(p placed) {
	i := t.behind(p.at.Start)
	for k := i - 1; k >= 0 && t.edits[k].at.Start == p.at.Start; k-- {
		if t.edits[k].same(p) {
			return
		}
		if t.edits[k].at.Len() > p.at.Len() { // what is put in comes first
			i = k
		}
	}
	t.edits = slices.Insert(t.edits, i, p)
}

// behind returns the index of the first edit that begins behind a place.
func (t *text) behind(at int) int {
	return sort.Search(len(t.edits), func(i int) bool { return t.edits[i].at.Start > at })
}

// obstacle returns the fix whose edit is in the way, nil for none.
func (t *text) obstacle(p placed) *finding.Fix {
	for i := t.behind(p.at.End); i > 0; {
		i--
		if e := t.edits[i]; e.meets(p) {
			return e.fix
		}
		if t.edits[i].at.End < p.at.Start {
			break
		}
	}
	return nil
}

// withdraw takes the edits of a fix out.
func (t *text) withdraw(f *finding.Fix) {
	t.edits = slices.DeleteFunc(t.edits, func(p placed) bool { return p.fix == f })
}

// same reports whether another fix asks for the same edit.
func (p placed) same(q placed) bool { return p.fix != q.fix && p.at == q.at && p.text == q.text }

// meets reports whether two edits cannot both be made. What is put in must not
// touch an edit of another fix: which comes first, and whether a comma is between
// them, nobody has said.
func (p placed) meets(q placed) bool {
	if p.same(q) {
		return false
	}
	if p.fix != q.fix && (p.at.Len() == 0 || q.at.Len() == 0) {
		return p.at.Start <= q.at.End && q.at.Start <= p.at.End
	}
	return p.at.Start < q.at.End && q.at.Start < p.at.End
}

// apply makes the edits.
func (t *text) apply(data []byte) []byte {
	var b strings.Builder
	end := 0
	for _, e := range t.edits {
		b.Write(data[end:e.at.Start])
		b.WriteString(e.text)
		end = e.at.End
	}
	b.Write(data[end:])
	return []byte(b.String())
}
