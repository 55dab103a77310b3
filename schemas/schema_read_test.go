package schemas

import "slices"

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
		merged.Properties = slices.Clone(base.Properties)
		for name, sub := range s.Properties.All() {
			merged.Properties = merged.Properties.with(name, sub.over(base.Properties.Get(name)))
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
			s.Properties = byName(r, func() *Schema { return r.schema(nil) })
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
