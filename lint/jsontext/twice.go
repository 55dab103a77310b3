package jsontext

import (
	"strings"

	"studiolint/lint/liquid"
)

// A Twin is a member of an object whose name stands again later in it, so that its value is lost.
type Twin struct {
	Name       string
	Lost, Kept liquid.Span // the names
	Same       bool        // both have the same value, as it is written
}

// Twice returns such members of the JSON that a template becomes, with the first side of each of
// its choices. There are none where the text is broken.
func (j *Template) Twice() (all []Twin) {
	if !mayRepeat(j.Text) {
		return nil
	}
	r := j.way(false)
	if r.fault != nil || r.opaque {
		return nil
	}
	span := func(from, to int) liquid.Span {
		start, end := r.origin(from, to)
		return liquid.Span{Start: start, End: end}
	}
	for _, d := range r.root.File().Duplicates {
		lost, kept := d.Lost.KeySpan(), d.Kept.KeySpan()
		t := Twin{Name: d.Lost.Key(), Lost: span(lost.Start, lost.End), Kept: span(kept.Start, kept.End)}
		if t.Lost.In(j.Text) != t.Kept.In(j.Text) {
			continue // Liquid writes one of the names
		}
		value, other := d.Lost.Span(), d.Kept.Span()
		t.Same = span(value.Start, value.End).In(j.Text) == span(other.Start, other.End).In(j.Text)
		all = append(all, t)
	}
	return all
}

// mayRepeat looks for a name that stands twice, in a text that is not too long for it.
func mayRepeat(text string) bool {
	const longest = 4096
	if len(text) > longest {
		return false
	}
	for from := 0; ; {
		start := strings.IndexByte(text[from:], '"')
		if start < 0 {
			return false
		}
		start += from
		end := strings.IndexByte(text[start+1:], '"')
		if end < 0 {
			return false
		}
		from = start + 1 + end + 1
		rest := strings.TrimLeft(text[from:], space)
		if strings.HasPrefix(rest, ":") && strings.Contains(rest, text[start:from]) {
			return true
		}
	}
}
