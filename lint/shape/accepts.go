package shape

import (
	"encoding/json"

	"studiolint/lint/source"
	"studiolint/schemas"
)

// view lets the catalogue look at nodes.
var view = schemas.View[source.Node]{
	Type: TypeOf, Text: source.Node.Text, Key: source.Node.Key, Len: source.Node.Len,
	First: source.Node.First, Next: source.Node.Next, Exists: source.Node.Exists,
	Unknown: source.Node.Unknown,
	Plain:   func(n source.Node) any { return n.Any(func(text string) any { return json.Number(text) }) },
}

// plain is view for a text in which no expression stands.
var plain = func() schemas.View[source.Node] {
	plain := view
	plain.Unknown = nil
	return plain
}()

// viewOf is how to look at the nodes of a text.
func viewOf(n source.Node) *schemas.View[source.Node] {
	if f := n.File(); f != nil && f.HasExpressions() {
		return &view
	}
	return &plain
}

// Accepts reports whether a value surely keeps a schema of the catalogue. When it says
// no, the JSON Schema library judges: see schemas.View.
func Accepts(n source.Node, s *schemas.Schema) bool { return viewOf(n).Accepts(n, s) }

// Matching counts the sets of members that an object has.
func Matching(n source.Node, sets [][]string) int { return view.Matching(n, sets) }

// TypeOf returns the JSON type of a value, as one type of a schema.
func TypeOf(n source.Node) schemas.TypeSet {
	kind := n.Kind()
	if kind == source.Number && schemas.IsInteger(string(n.Raw())) {
		return schemas.Integer
	}
	return types[kind]
}

// types are those of the kinds of values, and of numbers that are not whole.
var types = [...]schemas.TypeSet{
	source.Absent: schemas.Object, source.Null: schemas.Null, source.Bool: schemas.Boolean, source.Number: schemas.Number,
	source.String: schemas.String, source.Object: schemas.Object, source.Array: schemas.Array,
}
