package schemas

import "strings"

// TypeSet is a set of JSON types. The empty set, as the Types of a Schema, means
// that every type is accepted.
type TypeSet uint8

// The JSON types. A number without a fractional part, however it is written (3,
// 3.0, 30e-1), is an Integer; see IsInteger.
const (
	String TypeSet = 1 << iota
	Integer
	Number
	Boolean
	Array
	Object
	Null
)

var typeNames = [...]string{"string", "integer", "number", "boolean", "array", "object", "null"}

// Accepts reports whether a value of one type is in the set: the empty set accepts
// everything, and Number accepts Integer.
func (t TypeSet) Accepts(one TypeSet) bool {
	return t == 0 || t&one != 0 || one == Integer && t&Number != 0
}

// Names lists the types of the set as JSON Schema writes them.
func (t TypeSet) Names() []string {
	var names []string
	for i, name := range typeNames {
		if t&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return names
}

func (t TypeSet) String() string { return strings.Join(t.Names(), " or ") }

// Schema is a JSON Schema of the catalogue as a plain table, so that a caller can
// check its own representation of JSON against it without converting anything.
// The catalogue keeps to the keywords below; what a zero field says nothing about is
// accepted, and so are members that Properties does not name. As in JSON Schema
// each keyword looks only at values of its own type: Required, Properties and
// OneOfRequired at objects, Items, MinItems and MaxItems at arrays, MinLength at
// strings; Enum and Const hold strings and accept nothing else.
type Schema struct {
	Types      TypeSet
	Required   []string // members an object must have
	Properties Table[*Schema]
	Items      *Schema  // what each item of an array must be; nil: anything
	Enum       []string // nil: anything
	Const      string   // only if HasConst
	HasConst   bool
	MinLength  int // in characters
	MinItems   int
	MaxItems   int // 0: no limit
	// OneOfRequired lists sets of members: an object must have all members of
	// exactly one of them.
	OneOfRequired [][]string
}

// At returns the schema for the value at a path of member names and array indexes
// below a value that s describes, or nil when the catalogue says nothing about it.
func (s *Schema) At(path ...string) *Schema {
	for _, step := range path {
		if s == nil {
			return nil
		}
		if sub := s.Properties.Get(step); sub != nil {
			s = sub
		} else if s.Items != nil && isIndex(step) {
			s = s.Items
		} else {
			return nil
		}
	}
	return s
}

func isIndex(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
