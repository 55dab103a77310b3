package rules

import (
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// writtenInstead returns the member of an object that was most likely meant to be
// name: one that the catalogue knows as a wrong name of it, or one that it does
// not know and that is spelt nearly alike. The rules schema and unknown-property
// both ask it, so that one slip gives one finding.
func writtenInstead(object source.Node, name string, aliases map[string]string, s *schemas.Schema) source.Node {
	var found source.Node
	for key, member := range object.Members() {
		if s != nil && s.Properties[key] != nil || key == name {
			continue
		}
		if aliases[key] == name {
			return member
		}
		if aliases[key] == "" && !found.Exists() && words.Nearest(key, []string{name}) != "" {
			found = member
		}
	}
	return found
}

// lostMembers are the members of a text that a later one of the same name
// replaces: duplicate-key reports them, and no other rule does.
func lostMembers(f *source.File) map[source.Node]bool {
	lost := map[source.Node]bool{}
	for _, d := range f.Duplicates {
		lost[d.Lost] = true
	}
	return lost
}

// propertyInstead returns the member that was most likely meant to be a property
// that a widget lacks: a misspelt one, or one of that name beside the properties.
func propertyInstead(w *flow.Widget, known *schemas.Widget, name string) source.Node {
	if m := writtenInstead(w.Properties, name, known.Aliases.Properties, known.Schema.At("properties")); m.Exists() {
		return m
	}
	if known.Schema.Properties[name] == nil {
		return w.Node.Get(name)
	}
	return source.Node{}
}

// instead returns the member that was most likely meant to be one that an object
// lacks, and what to do about it.
func (s subject) instead(at source.Node, name string, schema *schemas.Schema) (m source.Node, hint string) {
	switch {
	case s.known.Known() && at == s.widget.Properties:
		m = propertyInstead(s.widget, s.known, name)
	case s.known.Known() && at == s.root && s.known.Schema.At("properties", name) == nil:
		if m = writtenInstead(at, name, s.aliasesAt(at), schema); !m.Exists() {
			m = s.widget.Property(name)
		}
	default:
		m = writtenInstead(at, name, s.aliasesAt(at), schema)
	}
	switch {
	case !m.Exists():
	case m.Parent() != at:
		hint = words.Quote(name) + " stands in the wrong object; move it " + s.home(at)
	default:
		hint = words.Quote(m.Key()) + " is not known; did you mean " + words.Quote(name) + "?"
	}
	return m, hint
}

// home says where an object's members belong.
func (s subject) home(at source.Node) string {
	if at == s.root {
		return `out of "properties"`
	}
	return `into "properties"`
}

// aliasesAt returns the wrong names that the catalogue knows for the members of an
// object below the subject.
func (s subject) aliasesAt(at source.Node) map[string]string {
	a, state := s.doc.Aliases, schemas.State().Aliases
	switch {
	case s.widget == nil:
		return a.Members
	case at == s.root:
		return state.Members
	case at == s.widget.Properties:
		return a.Properties
	case at.Parent().Key() == "transitions":
		return state.Transitions
	case at.Parent().Key() == "conditions":
		return a.Conditions
	case at.Parent().IsArray():
		return a.Items
	}
	return nil
}

func (s subject) schemaAt(path []string) *schemas.Schema { return s.doc.Schema.At(path...) }

func (s subject) propertyAt(at source.Node, name string) *schemas.Property {
	if s.widget == nil {
		return s.doc.Property(name)
	}
	if at == s.widget.Properties && s.known.Known() {
		return s.known.Property(name)
	}
	return nil
}
