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
	Properties map[string]*Schema
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
		if sub := s.Properties[step]; sub != nil {
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

// over returns base with the keywords of s in place of its own; Properties and
// Items are taken together, member by member.
func (s *Schema) over(base *Schema) *Schema {
	if s == nil {
		return base
	}
	if base == nil {
		return s
	}
	merged := *base
	if s.Types != 0 {
		merged.Types = s.Types
	}
	if s.Required != nil {
		merged.Required = s.Required
	}
	if s.Properties != nil {
		merged.Properties = make(map[string]*Schema, len(base.Properties)+len(s.Properties))
		for name, sub := range base.Properties {
			merged.Properties[name] = sub
		}
		for name, sub := range s.Properties {
			merged.Properties[name] = sub.over(base.Properties[name])
		}
	}
	merged.Items = s.Items.over(base.Items)
	if s.Enum != nil {
		merged.Enum = s.Enum
	}
	if s.HasConst {
		merged.Const, merged.HasConst = s.Const, true
	}
	if s.MinLength != 0 {
		merged.MinLength = s.MinLength
	}
	if s.MinItems != 0 {
		merged.MinItems = s.MinItems
	}
	if s.MaxItems != 0 {
		merged.MaxItems = s.MaxItems
	}
	if s.OneOfRequired != nil {
		merged.OneOfRequired = s.OneOfRequired
	}
	return &merged
}

// schema reads a JSON Schema. studio, which may be nil, reads the member x-studio.
func (r *reader) schema(studio func()) *Schema {
	s := &Schema{}
	r.object(func(keyword string) {
		switch keyword {
		case "type":
			s.Types = r.types()
		case "required":
			s.Required = r.strs()
		case "properties":
			s.Properties = map[string]*Schema{}
			r.object(func(name string) { s.Properties[name] = r.schema(nil) })
		case "items":
			s.Items = r.schema(nil)
		case "enum":
			s.Enum = r.strs()
		case "const":
			s.Const, s.HasConst = r.str(), true
		case "minLength":
			s.MinLength = r.integer()
		case "minItems":
			s.MinItems = r.integer()
		case "maxItems":
			s.MaxItems = r.integer()
		case "oneOf":
			r.array(func() {
				r.object(func(keyword string) {
					if keyword != "required" {
						r.fail("oneOf over %q", keyword)
					}
					s.OneOfRequired = append(s.OneOfRequired, r.strs())
				})
			})
		case "$schema", "$id", "title", "description":
			r.str()
		case "x-studio":
			if studio == nil {
				r.fail("x-studio below the top level")
			}
			studio()
		default:
			r.fail("keyword %q", keyword)
		}
	})
	return s
}

func (r *reader) types() TypeSet {
	var set TypeSet
	add := func(name string) {
		for i, known := range typeNames {
			if name == known {
				set |= 1 << i
				return
			}
		}
		r.fail("type %q", name)
	}
	if r.peek() == '"' {
		add(r.str())
	} else {
		r.array(func() { add(r.str()) })
	}
	return set
}
