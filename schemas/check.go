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
	violations, _ := view.Look(d, v)
	return violations
}

// Look is Check, and tells whether all members may be those that the schema names.
func (view *View[V]) Look(d *Document, v V) (violations []Violation, strange bool) {
	c := check[V]{view, false}
	if c.accepts(v, d.Schema) {
		return nil, c.strange
	}
	return d.Validate(view.Plain(v)), true
}

// Accepts reports whether a value surely keeps a schema. It looks at each member of an
// object, also at one whose name comes twice: so a no may be wrong, and a yes never is.
func (view *View[V]) Accepts(v V, s *Schema) bool {
	c := check[V]{view, false}
	return c.accepts(v, s)
}

// A check is one walk over a value.
type check[V any] struct {
	*View[V]
	strange bool // a member has a name that its schema, which names some, does not
}

func (c *check[V]) accepts(v V, s *Schema) bool {
	if s == nil || c.Unknown != nil && c.Unknown(v) {
		return true
	}
	is := c.Type(v)
	if !s.Types.Accepts(is) {
		return false
	}
	if is != String && (s.HasConst || s.Enum != nil) {
		return false
	}
	switch is {
	case String:
		return c.acceptsText(v, s)
	case Object:
		return c.acceptsMembers(v, s)
	case Array:
		return c.acceptsItems(v, s)
	}
	return true
}

func (c *check[V]) acceptsText(v V, s *Schema) bool {
	switch {
	case s.HasConst:
		return c.Text(v) == s.Const && utf8.RuneCountInString(s.Const) >= s.MinLength
	case s.Enum != nil:
		return slices.Contains(s.Enum, c.Text(v))
	}
	return s.MinLength == 0 || isAsLong(c.Text(v), s.MinLength)
}

// isAsLong reports whether a text has so many characters.
func isAsLong(text string, characters int) bool {
	return len(text) >= utf8.UTFMax*characters || utf8.RuneCountInString(text) >= characters
}

func (c *check[V]) acceptsMembers(v V, s *Schema) bool {
	present := 0
	for member := c.First(v); c.Exists(member); member = c.Next(member) {
		key := c.Key(member)
		if present < len(s.Required) && slices.Contains(s.Required, key) {
			present++
		}
		sub := s.Properties.Get(key)
		if sub == nil && len(s.Properties) > 0 {
			c.strange = true
		}
		if !c.accepts(member, sub) {
			return false
		}
	}
	return present >= len(s.Required) && (s.OneOfRequired == nil || c.Matching(v, s.OneOfRequired) == 1)
}

func (c *check[V]) acceptsItems(v V, s *Schema) bool {
	if n := c.Len(v); n < s.MinItems || s.MaxItems > 0 && n > s.MaxItems {
		return false
	}
	if s.Items != nil {
		for item := c.First(v); c.Exists(item); item = c.Next(item) {
			if !c.accepts(item, s.Items) {
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
