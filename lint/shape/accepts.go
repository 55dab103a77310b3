package shape

import (
	"slices"
	"unicode/utf8"

	"studiolint/lint/source"
	"studiolint/schemas"
)

// Accepts reports whether a value surely keeps a schema of the catalogue. It walks
// the schema's table over the nodes, so that a valid flow costs no conversion
// and no JSON Schema library. When it says no, the library judges: this walk looks
// at lost duplicate members too.
func Accepts(n source.Node, s *schemas.Schema) bool {
	if s == nil {
		return true
	}
	if s.Types != 0 && !s.Types.Accepts(TypeOf(n)) {
		return false
	}
	switch n.Kind() {
	case source.String:
		if s.MinLength > 0 && utf8.RuneCountInString(n.Text()) < s.MinLength {
			return false
		}
		if s.HasConst && n.Text() != s.Const || s.Enum != nil && !slices.Contains(s.Enum, n.Text()) {
			return false
		}
	case source.Object:
		if s.HasConst || s.Enum != nil {
			return false
		}
		present := 0
		for key, member := range n.Members() {
			if slices.Contains(s.Required, key) {
				present++
			}
			if p := s.Properties[key]; p != nil && !Accepts(member, p) {
				return false
			}
		}
		if present < len(s.Required) {
			return false
		}
		if s.OneOfRequired != nil && Matching(n, s.OneOfRequired) != 1 {
			return false
		}
	case source.Array:
		if s.HasConst || s.Enum != nil || n.Len() < s.MinItems || s.MaxItems > 0 && n.Len() > s.MaxItems {
			return false
		}
		if s.Items != nil {
			for _, e := range n.Elements() {
				if !Accepts(e, s.Items) {
					return false
				}
			}
		}
	default:
		if s.HasConst || s.Enum != nil {
			return false
		}
	}
	return true
}

// Matching counts the sets of members that an object has.
func Matching(n source.Node, sets [][]string) int {
	count := 0
	for _, set := range sets {
		if !slices.ContainsFunc(set, func(name string) bool { return !n.Get(name).Exists() }) {
			count++
		}
	}
	return count
}

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
