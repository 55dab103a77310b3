package form

import (
	"slices"

	"studiolint/lint/yaml"
)

// A Kind is a kind of value: what it looks like, and how it is read by an R. Its schema is
// made when somebody asks for it.
type Kind[R Reading, T any] struct {
	Schema func(R) Schema
	Read   func(R, yaml.Node) T
}

// A Member is one key of a mapping.
type Member[R Reading] struct {
	Name     string
	Doc      string // sentences for people
	Required string // why it cannot be left out; "" when it can
	Schema   func(R) Schema
	Read     func(R, yaml.Node)
}

// Field returns the member that holds a value of a kind.
func Field[R Reading, T any](name, doc string, k Kind[R, T], to *T) Member[R] {
	return Member[R]{Name: name, Doc: doc, Schema: k.Schema, Read: func(r R, n yaml.Node) { *to = k.Read(r, n) }}
}

// Needed marks a member that cannot be left out, and says why.
func (m Member[R]) Needed(why string) Member[R] {
	m.Required = why
	return m
}

// Object is a mapping with known members.
func Object[R Reading, T any](members func(*T) []Member[R]) Kind[R, T] {
	return Kind[R, T]{
		Schema: func(r R) Schema { return ObjectSchema(r, members(new(T))) },
		Read: func(r R, n yaml.Node) T {
			var v T
			ReadObject(r, n, members(&v))
			return v
		},
	}
}

// ReadObject reads a mapping with these members. One that is empty is none that has all it
// needs.
func ReadObject[R Reading](r R, n yaml.Node, members []Member[R]) {
	report := r.reader()
	first := report.Keys(n)
	for i, key := range n.Keys {
		if first[key.Text] != i {
			continue // reported
		}
		if at := slices.IndexFunc(members, func(m Member[R]) bool { return m.Name == key.Text }); at >= 0 {
			members[at].Read(r, n.Values[i])
			continue
		}
		report.Errorf(key.Span, "%q is not known here%s", key.Text, Meant(key.Text, names(members)))
	}
	if n.Kind != yaml.Mapping && n.Kind != yaml.Null {
		return
	}
	for _, m := range members {
		if _, given := first[m.Name]; m.Required != "" && !given {
			report.Errorf(n.Span, "%q is missing here: %s", m.Name, m.Required)
		}
	}
}

func names[R Reading](members []Member[R]) []string {
	list := make([]string, len(members))
	for i, m := range members {
		list[i] = m.Name
	}
	return list
}

// List is a list, which may be empty.
func List[R Reading, T any](k Kind[R, T]) Kind[R, []T] {
	return Kind[R, []T]{
		Schema: func(r R) Schema { return Schema{"type": []string{"array", "null"}, "items": k.Schema(r)} },
		Read: func(r R, n yaml.Node) []T {
			var values []T
			switch n.Kind {
			case yaml.Null:
			case yaml.List:
				values = make([]T, 0, len(n.Values))
				for _, v := range n.Values {
					values = append(values, k.Read(r, v))
				}
			default:
				r.reader().Errorf(n.Span, "a list is expected here, not %s", n.Kind)
			}
			return values
		},
	}
}
