package shape

import (
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Subject is what a schema is applied to: a flow, or a state of it.
type Subject struct {
	Root   source.Node // the value
	Doc    *schemas.Document
	Widget *flow.Widget    // nil for the flow itself
	Known  *schemas.Widget // nil for the flow itself
}

// OfFlow is a flow as a subject.
func OfFlow(f *flow.Flow) Subject { return Subject{Root: f.Definition, Doc: schemas.Flow()} }

// OfWidget is a widget as a subject: with the schema of its type, or of every state
// when the type is not known.
func OfWidget(w *flow.Widget) Subject {
	doc := schemas.State()
	if w.Facts.Known() {
		doc = &w.Facts.Document
	}
	return Subject{Root: w.Node, Doc: doc, Widget: w, Known: w.Facts}
}

// Name names the subject in a message.
func (s Subject) Name() string {
	if s.Widget == nil {
		return "the flow"
	}
	return s.Widget.Label()
}

// Place is where a finding about all of the subject points.
func (s Subject) Place() source.Place {
	if s.Widget == nil {
		return s.Root.Opening()
	}
	return s.Widget.Place()
}

// Instead returns the member that was most likely meant to be one that an object
// lacks, and what to do about it.
func (s Subject) Instead(at source.Node, name string, schema *schemas.Schema) (m source.Node, hint string) {
	switch {
	case s.Known.Known() && at == s.Widget.Properties:
		m = PropertyInstead(s.Widget, name)
	case s.Known.Known() && at == s.Root && s.Known.Schema.At("properties", name) == nil:
		if m = Instead(at, name, s.AliasesAt(at), schema); !m.Exists() {
			m = s.Widget.Property(name)
		}
	default:
		m = Instead(at, name, s.AliasesAt(at), schema)
	}
	switch {
	case !m.Exists():
	case m.Parent() != at:
		hint = words.Quote(name) + " stands in the wrong object; move it " + s.Home(at)
	default:
		hint = words.Quote(m.Key()) + " is not known; did you mean " + words.Quote(name) + "?"
	}
	return m, hint
}

// Home says where an object's members belong.
func (s Subject) Home(at source.Node) string {
	if at == s.Root {
		return `out of "properties"`
	}
	return `into "properties"`
}

// AliasesAt returns the wrong names that the catalogue knows for the members of an
// object below the subject.
func (s Subject) AliasesAt(at source.Node) schemas.Table[string] {
	a, state := s.Doc.Aliases, schemas.State().Aliases
	switch {
	case s.Widget == nil:
		return a.Members
	case at == s.Root:
		return state.Members
	case at == s.Widget.Properties:
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

// SchemaAt returns the schema of what a path leads to below the subject.
func (s Subject) SchemaAt(path []string) *schemas.Schema { return s.Doc.Schema.At(path...) }

// PropertyAt returns what the catalogue knows of a member of an object below the subject,
// nil when it knows nothing.
func (s Subject) PropertyAt(at source.Node, name string) *schemas.Property {
	if s.Widget == nil {
		return s.Doc.Property(name)
	}
	if at == s.Widget.Properties && s.Known.Known() {
		return s.Known.Property(name)
	}
	return nil
}
