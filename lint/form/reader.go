package form

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/lint/yaml"
)

// maxErrors is how many mistakes of one file are listed.
const maxErrors = 50

// A Reader collects every mistake of a file. What a file is read with embeds one.
type Reader struct {
	File   *source.File
	errors []*Error
}

// A Reading is a *Reader, or what embeds a Reader.
type Reading interface{ reader() *Reader }

func (r *Reader) reader() *Reader { return r }

// Errorf reports a mistake.
func (r *Reader) Errorf(at yaml.Span, format string, args ...any) {
	r.Add(ErrorAt(r.File, source.Span(at), format, args...))
}

// Add reports a mistake that somebody else found.
func (r *Reader) Add(e *Error) {
	switch n := len(r.errors); {
	case n < maxErrors:
		r.errors = append(r.errors, e)
	case n == maxErrors: // told at the end of the file
		end := source.Span{Start: len(r.File.Bytes)}
		r.errors = append(r.errors, ErrorAt(r.File, end, "there are more mistakes; mend those above first"))
	}
}

// Forget drops what has been reported, for a file that is read again.
func (r *Reader) Forget() { r.errors = nil }

// Err returns the mistakes in the order of the text, joined; nil for none.
func (r *Reader) Err() error {
	slices.SortStableFunc(r.errors, func(a, b *Error) int {
		return cmp.Or(a.Line-b.Line, a.Column-b.Column)
	})
	list := make([]error, len(r.errors))
	for i, e := range r.errors {
		list[i] = e
	}
	return errors.Join(list...)
}

// Line returns the line of a place, from 1.
func (r *Reader) Line(at yaml.Span) int { return r.File.Position(at.Start).Line }

// Keys returns the index of each key of a mapping, and reports what is no mapping and
// what stands in it twice.
func (r *Reader) Keys(n yaml.Node) map[string]int {
	if n.Kind != yaml.Mapping && n.Kind != yaml.Null {
		r.Errorf(n.Span, "a mapping is expected here, not %s", n.Kind)
	}
	return n.First(func(key, first yaml.Node) {
		r.Errorf(key.Span, "%q stands here a second time; the first is on line %d", key.Text, r.Line(first.Span))
	})
}

// Meant says what to write instead of a word that is none of the known ones: the end of a
// message.
func Meant(word string, known []string) string {
	if hint := words.DidYouMean(word, known); hint != "" {
		return hint
	}
	return "; known are " + strings.Join(known, ", ")
}
