package schemas

import (
	"slices"
	"unicode/utf8"
)

// A View tells how to look at JSON values of the caller's own type, so that they are
// checked where they stand.
type View[V any] struct {
	Type func(V) TypeSet // its one JSON type: see IsInteger
	Text func(V) string  // of a string
	Key  func(V) string  // of a member of an object
	Len  func(V) int     // of an array

	// First and Next lead over the members of an object and the items of an array,
	// until Exists is false.
	First, Next func(V) V
	Exists      func(V) bool

	// Unknown reports whether a value is filled in later, so that any schema takes it;
	// nil when that is never so.
	Unknown func(V) bool

	// Plain returns a value as encoding/json makes it with UseNumber.
	Plain func(V) any
}

// Check checks a value against a document's schema and returns one Violation per mistake;
// see Document.Validate. What the schema's table accepts costs no conversion and no JSON
// Schema library; of what it does not the library is the judge.
func (view *View[V]) Check(d *Document, v V) []Violation {
	if view.Accepts(v, d.Schema) {
		return nil
	}
	return d.Validate(view.Plain(v))
}

// Accepts reports whether a value surely keeps a schema. It looks at each member of an
// object, also at one whose name comes twice: so a no may be wrong, and a yes never is.
func (view *View[V]) Accepts(v V, s *Schema) bool {
	if s == nil || view.Unknown != nil && view.Unknown(v) {
		return true
	}
	is := view.Type(v)
	if !s.Types.Accepts(is) {
		return false
	}
	if is != String && (s.HasConst || s.Enum != nil) {
		return false
	}
	switch is {
	case String:
		return view.acceptsText(v, s)
	case Object:
		return view.acceptsMembers(v, s)
	case Array:
		return view.acceptsItems(v, s)
	}
	return true
}

func (view *View[V]) acceptsText(v V, s *Schema) bool {
	switch {
	case s.HasConst:
		return view.Text(v) == s.Const && utf8.RuneCountInString(s.Const) >= s.MinLength
	case s.Enum != nil:
		return slices.Contains(s.Enum, view.Text(v))
	}
	return s.MinLength == 0 || utf8.RuneCountInString(view.Text(v)) >= s.MinLength
}

func (view *View[V]) acceptsMembers(v V, s *Schema) bool {
	present := 0
	for member := view.First(v); view.Exists(member); member = view.Next(member) {
		key := view.Key(member)
		if slices.Contains(s.Required, key) {
			present++
		}
		if !view.Accepts(member, s.Properties.Get(key)) {
			return false
		}
	}
	return present >= len(s.Required) && (s.OneOfRequired == nil || view.Matching(v, s.OneOfRequired) == 1)
}

func (view *View[V]) acceptsItems(v V, s *Schema) bool {
	if n := view.Len(v); n < s.MinItems || s.MaxItems > 0 && n > s.MaxItems {
		return false
	}
	if s.Items != nil {
		for item := view.First(v); view.Exists(item); item = view.Next(item) {
			if !view.Accepts(item, s.Items) {
				return false
			}
		}
	}
	return true
}

// Matching counts the sets of members that an object has in full.
func (view *View[V]) Matching(v V, sets [][]string) int {
	count := 0
	for _, set := range sets {
		if view.hasAll(v, set) {
			count++
		}
	}
	return count
}

func (view *View[V]) hasAll(v V, names []string) bool {
	for _, name := range names {
		if !view.has(v, name) {
			return false
		}
	}
	return true
}

func (view *View[V]) has(v V, name string) bool {
	for member := view.First(v); view.Exists(member); member = view.Next(member) {
		if view.Key(member) == name {
			return true
		}
	}
	return false
}
