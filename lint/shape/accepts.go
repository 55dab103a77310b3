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

// Accepts reports whether a value surely keeps a schema of the catalogue. When it says
// no, the JSON Schema library judges: see schemas.View.
func Accepts(n source.Node, s *schemas.Schema) bool { return view.Accepts(n, s) }

// Matching counts the sets of members that an object has.
func Matching(n source.Node, sets [][]string) int { return view.Matching(n, sets) }

// TypeOf returns the JSON type of a value, as one type of a schema.
func TypeOf(n source.Node) schemas.TypeSet {
	switch n.Kind() {
	case source.Null:
		return schemas.Null
	case source.Bool:
		return schemas.Boolean
	case source.Number:
		if schemas.IsInteger(string(n.Raw())) {
			return schemas.Integer
		}
		return schemas.Number
	case source.String:
		return schemas.String
	case source.Array:
		return schemas.Array
	}
	return schemas.Object
}
