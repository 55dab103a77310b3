package config

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/lint/yaml"
	"studiolint/schemas"
)

// maxErrors is how many mistakes of one configuration are listed.
const maxErrors = 50

// A reader walks a configuration and collects every mistake in it.
type reader struct {
	file     *source.File
	rules    []*finding.Rule
	house    []string // the IDs of the configuration's own rules
	anyRule  bool     // it may have others, too: what it extends is not known
	problems []*Error

	catalogue schemas.Catalogue // with the widget types that the configuration names
}

func (r *reader) errorf(span yaml.Span, format string, args ...any) {
	switch n := len(r.problems); {
	case n < maxErrors:
		r.problems = append(r.problems, ErrorAt(r.file, source.Span(span), fmt.Sprintf(format, args...)))
	case n == maxErrors:
		end := yaml.Span{Start: len(r.file.Bytes)}
		r.problems = append(r.problems, ErrorAt(r.file, source.Span(end), "there are more mistakes; mend those above first"))
	}
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

// ruleIDs returns the IDs of the rules in the order of the catalogue.
func ruleIDs(rules []*finding.Rule) []string {
	ids := make([]string, len(rules))
	for i, r := range rules {
		ids[i] = r.ID
	}
	return ids
}

// A member is one key of a mapping in the configuration. From the members the
// configuration is read, its JSON Schema made and its commented example written,
// so that the three cannot differ.
type member struct {
	name     string
	doc      string // sentences for people
	required string // why it cannot be left out; "" when it can
	schema   func(rules []*finding.Rule) schema
	read     func(r *reader, n yaml.Node)
}

// A schema is a part of a JSON Schema.
type schema map[string]any

// A kind is a kind of value: what it looks like, and how it is read.
type kind[T any] struct {
	schema func(rules []*finding.Rule) schema
	read   func(r *reader, n yaml.Node) T
}

// field returns the member that holds a value of a kind.
func field[T any](name, doc string, k kind[T], to *T) member {
	return member{name: name, doc: doc, schema: k.schema, read: func(r *reader, n yaml.Node) { *to = k.read(r, n) }}
}

// needed marks a member that cannot be left out.
func (m member) needed(why string) member {
	m.required = why
	return m
}

// object reads a mapping with these members.
func (r *reader) object(n yaml.Node, members []member) {
	first := r.keys(n)
	for i, key := range n.Keys {
		if first[key.Text] != i {
			continue // reported
		}
		known := false
		for _, m := range members {
			if m.name == key.Text {
				known = true
				m.read(r, n.Values[i])
			}
		}
		if !known {
			r.unknownKey(key, members)
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

// keys returns the index of each key of a mapping, and reports what is no
// mapping and what stands in it twice.
func (r *reader) keys(n yaml.Node) map[string]int {
	if n.Kind != yaml.Mapping && n.Kind != yaml.Null {
		r.errorf(n.Span, "a mapping is expected here, not %s", n.Kind)
	}
	return n.First(func(key, first yaml.Node) {
		r.errorf(key.Span, "%q stands here a second time; the first is on line %d", key.Text, r.file.Position(first.Span.Start).Line)
	})
}

func (r *reader) unknownKey(key yaml.Node, members []member) {
	names := make([]string, len(members))
	for i, m := range members {
		names[i] = m.name
	}
	hint := words.DidYouMean(key.Text, names)
	if hint == "" {
		hint = "; known are " + strings.Join(names, ", ")
	}
	r.errorf(key.Span, "%q is not known here%s", key.Text, hint)
}
