package lint

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"studiolint/lint/source"
)

// maxConfigErrors is how many mistakes of one configuration are listed.
const maxConfigErrors = 50

// A configReader walks a configuration and collects every mistake in it.
type configReader struct {
	file     *source.File
	rules    []*Rule
	problems []*ConfigError
}

func (r *configReader) errorf(span source.Span, format string, args ...any) {
	switch n := len(r.problems); {
	case n < maxConfigErrors:
		r.problems = append(r.problems, configError(r.file, span, fmt.Sprintf(format, args...)))
	case n == maxConfigErrors:
		end := source.Span{Start: len(r.file.Bytes)}
		r.problems = append(r.problems, configError(r.file, end, "there are more mistakes; mend those above first"))
	}
}

// err returns the mistakes in the order of the text, joined; nil for none.
func (r *configReader) err() error {
	slices.SortStableFunc(r.problems, func(a, b *ConfigError) int {
		return cmp.Or(a.Line-b.Line, a.Column-b.Column)
	})
	list := make([]error, len(r.problems))
	for i, p := range r.problems {
		list[i] = p
	}
	return errors.Join(list...)
}

// ruleIDs returns the IDs of the rules in the order of the catalogue.
func ruleIDs(rules []*Rule) []string {
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
	schema   func(rules []*Rule) schema
	read     func(r *configReader, n yamlNode)
}

// A schema is a part of a JSON Schema.
type schema map[string]any

// A kind is a kind of value: what it looks like, and how it is read.
type kind[T any] struct {
	schema func(rules []*Rule) schema
	read   func(r *configReader, n yamlNode) T
}

// field returns the member that holds a value of a kind.
func field[T any](name, doc string, k kind[T], to *T) member {
	return member{name: name, doc: doc, schema: k.schema, read: func(r *configReader, n yamlNode) { *to = k.read(r, n) }}
}

// needed marks a member that cannot be left out.
func (m member) needed(why string) member {
	m.required = why
	return m
}

// object reads a mapping with these members.
func (r *configReader) object(n yamlNode, members []member) {
	first := r.keys(n)
	for i, key := range n.keys {
		if first[key.text] != i {
			continue // reported
		}
		known := false
		for _, m := range members {
			if m.name == key.text {
				known = true
				m.read(r, n.values[i])
			}
		}
		if !known {
			r.unknownKey(key, members)
		}
	}
	if n.kind != yamlMapping {
		return
	}
	for _, m := range members {
		if _, given := first[m.name]; m.required != "" && !given {
			r.errorf(n.span, "%q is missing here: %s", m.name, m.required)
		}
	}
}

// keys returns the index of each key of a mapping, and reports what is no
// mapping and what stands in it twice.
func (r *configReader) keys(n yamlNode) map[string]int {
	if n.kind != yamlMapping {
		if n.kind != yamlNull {
			r.errorf(n.span, "a mapping is expected here, not %s", n.kind)
		}
		return nil
	}
	first := make(map[string]int, len(n.keys))
	for i, key := range n.keys {
		if at, twice := first[key.text]; twice {
			r.errorf(key.span, "%q stands here a second time; the first is on line %d", key.text, r.file.Position(n.keys[at].span.Start).Line)
			continue
		}
		first[key.text] = i
	}
	return first
}

func (r *configReader) unknownKey(key yamlNode, members []member) {
	names := make([]string, len(members))
	for i, m := range members {
		names[i] = m.name
	}
	hint := didYouMean(key.text, names)
	if hint == "" {
		hint = "; known are " + strings.Join(names, ", ")
	}
	r.errorf(key.span, "%q is not known here%s", key.text, hint)
}
