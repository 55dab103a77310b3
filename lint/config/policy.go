package config

import (
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/glob"
	"studiolint/lint/pattern"
)

// A Policy is a house rule: what a team asks of its own flows.
type Policy struct {
	ID       string
	Severity finding.Severity
	Message  string // what to do, "" for none
	Reason   string // why, "" for none

	Match   []Selector // the widgets it is about: what one of them selects
	On      []string   // the events by which they are left; none for any
	Require Requirement
	Forbid  bool // there may be no such widget
}

// A Requirement is what a policy asks of a widget: all that is set.
type Requirement struct {
	Before     []Selector // every path from the trigger to the widget passes one of these
	After      []Selector // every path from the widget to an end passes one
	Between    *Between   // nil for none
	Next       []Selector // the transitions of the widget lead to one
	Name       *Expression
	Property   []PropertyPattern
	Attributes []string // members of a property that is JSON text, those of objects after dots
}

// Between asks of every path from a widget to one of To that it passes one of Passes.
type Between struct {
	To, Passes []Selector
}

// A Selector selects widgets: those of one of the types, with one of the names, and with
// all of the properties.
type Selector struct {
	Types    []string // in which * stands for any text; none for every type
	Names    []string // likewise
	Property []PropertyPattern
}

// A PropertyPattern is what some text of a property matches.
type PropertyPattern struct {
	Name    string
	Pattern *Expression
}

// An Expression is a regular expression as Java reads it, in which a part of a text is
// looked for.
type Expression struct {
	Text     string
	compiled *pattern.Pattern
}

// Finds reports whether a part of a text matches, and whether that is known.
func (e *Expression) Finds(text string) (found, known bool) {
	found, err := e.compiled.Find(text)
	return found, err == nil
}

// SelectsType reports whether the types of a selector are those of a widget.
func (s *Selector) SelectsType(typ string) bool { return anyName(s.Types, typ) }

// SelectsName reports whether the names of a selector are those of a widget.
func (s *Selector) SelectsName(name string) bool { return anyName(s.Names, name) }

// FixedTypes returns the types of a selector when they are listed without *.
func (s *Selector) FixedTypes() (types []string, fixed bool) {
	for _, t := range s.Types {
		if strings.Contains(t, "*") {
			return nil, false
		}
	}
	return s.Types, len(s.Types) > 0
}

// anyName reports whether a name is one of some patterns, of which none is every name.
func anyName(patterns []string, name string) bool {
	for _, p := range patterns {
		if glob.MatchName(p, name) {
			return true
		}
	}
	return len(patterns) == 0
}
