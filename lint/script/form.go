package script

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/lint/yaml"
)

// An Error is one mistake in a test file.
type Error struct {
	Path         string
	Line, Column int // from 1; 0 for the whole file
	Message      string
}

// Error begins with the place in the form that editors and terminals follow.
func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.Path, e.Message)
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.Path, e.Line, e.Column, e.Message)
}

// maxErrors is how many mistakes of one file are listed.
const maxErrors = 50

// A reader collects every mistake of a test file.
type reader struct {
	file     *source.File
	problems []*Error
}

func (r *reader) errorf(at yaml.Span, format string, args ...any) {
	switch n := len(r.problems); {
	case n < maxErrors:
		r.problems = append(r.problems, errorAt(r.file, at, format, args...))
	case n == maxErrors: // told at the end of the file
		r.problems = append(r.problems, errorAt(r.file, yaml.Span{Start: len(r.file.Bytes)}, "there are more mistakes; mend those above first"))
	}
}

func errorAt(f *source.File, at yaml.Span, format string, args ...any) *Error {
	p := f.Position(at.Start)
	return &Error{f.Path, p.Line, p.Column, fmt.Sprintf(format, args...)}
}

// err returns the mistakes in the order of the text, joined; nil for none.
func (r *reader) err() error {
	slices.SortStableFunc(r.problems, func(a, b *Error) int {
		return cmp.Or(a.Line-b.Line, a.Column-b.Column)
	})
	list := make([]error, len(r.problems))
	for i, p := range r.problems {
		list[i] = p
	}
	return errors.Join(list...)
}

// A member is one key of a mapping: it is read by it, and its JSON Schema made from it.
type member struct {
	name     string
	doc      string
	required string // why it cannot be left out; "" when it can
	schema   func() schema
	read     func(r *reader, n yaml.Node)
}

// A schema is a part of a JSON Schema.
type schema map[string]any

// A kind is a kind of value. Its schema is made when somebody asks for it.
type kind[T any] struct {
	schema func() schema
	read   func(r *reader, n yaml.Node) T
}

func field[T any](name, doc string, k kind[T], to *T) member {
	return member{name: name, doc: doc, schema: k.schema, read: func(r *reader, n yaml.Node) { *to = k.read(r, n) }}
}

// placed is a field that remembers where its value stands.
func placed[T any](name, doc string, k kind[T], to *T, at *yaml.Span) member {
	m := field(name, doc, k, to)
	read := m.read
	m.read = func(r *reader, n yaml.Node) {
		*at = n.Span
		read(r, n)
	}
	return m
}

func (m member) needed(why string) member {
	m.required = why
	return m
}

// object reads a mapping. others is called for keys that are no members; without it they
// are mistakes.
func (r *reader) object(n yaml.Node, members []member, others func(key, value yaml.Node)) {
	first := r.keys(n)
	for i, key := range n.Keys {
		if first[key.Text] != i {
			continue // reported
		}
		at := slices.IndexFunc(members, func(m member) bool { return m.name == key.Text })
		switch {
		case at >= 0:
			members[at].read(r, n.Values[i])
		case others != nil:
			others(key, n.Values[i])
		default:
			r.unknown(key, members)
		}
	}
	if n.Kind != yaml.Mapping {
		return
	}
	for _, m := range members {
		if _, given := first[m.name]; m.required != "" && !given {
			r.errorf(n.Span, "%q is missing here: %s", m.name, m.required)
		}
	}
}

// keys returns the index of each key, and reports what is no mapping and what stands in it
// twice.
func (r *reader) keys(n yaml.Node) map[string]int {
	if n.Kind != yaml.Mapping && n.Kind != yaml.Null {
		r.errorf(n.Span, "a mapping is expected here, not %s", n.Kind)
	}
	return n.First(func(key, first yaml.Node) {
		r.errorf(key.Span, "%q stands here a second time; the first is on line %d", key.Text, r.file.Position(first.Span.Start).Line)
	})
}

func (r *reader) unknown(key yaml.Node, members []member) {
	var names []string
	for _, m := range members {
		names = append(names, m.name)
	}
	r.errorf(key.Span, "%q is not known here%s", key.Text, meant(key.Text, names))
}

// meant says what to write instead of a word.
func meant(word string, known []string) string {
	if hint := words.DidYouMean(word, known); hint != "" {
		return hint
	}
	return "; known are " + strings.Join(known, ", ")
}
