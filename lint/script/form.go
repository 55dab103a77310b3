package script

import (
	"studiolint/lint/form"
	"studiolint/lint/yaml"
)

// By these a test file is read, and its JSON Schema made from them.
type (
	reader      = form.Reader
	member      = form.Member[*reader]
	kind[T any] = form.Kind[*reader, T]
)

// placed is a field that remembers where its value stands.
func placed[T any](name, doc string, k kind[T], to *T, at *yaml.Span) member {
	m := form.Field(name, doc, k, to)
	read := m.Read
	m.Read = func(r *reader, n yaml.Node) {
		*at = n.Span
		read(r, n)
	}
	return m
}
