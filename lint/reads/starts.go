package reads

import (
	"slices"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// Starts tell what of the trigger has a value where: with which events an execution
// can come to a widget, and what they fill. They are for one goroutine.
type Starts struct {
	flow     *flow.Flow
	feasible map[*flow.Entry]*Feasibility
	tests    *Tests
	trigger  *schemas.Variable
	creates  bool // some widget creates a message or conversation

	events map[*flow.Widget][]string
	paths  map[*flow.Entry]*flow.Paths      // those that an execution can take
	reads  map[*flow.Widget]map[string]bool // see readIn
}

// NewStarts returns the starts of a document's flow.
func NewStarts(d *project.Document) *Starts {
	s := &Starts{
		flow: d.Flow, feasible: Feasible.Of(d), tests: Tested.Of(d), trigger: schemas.LiquidFacts().Root("trigger"),
		events: map[*flow.Widget][]string{}, paths: map[*flow.Entry]*flow.Paths{}, reads: map[*flow.Widget]map[string]bool{},
	}
	for _, w := range d.Flow.Widgets {
		c := w.Facts.Creates
		s.creates = s.creates || c != nil && isChat(s.trigger.Key(c.Channel))
	}
	return s
}

// Of returns the trigger events with which an execution can come to a widget. A ""
// among them stands for one that is not known.
func (s *Starts) Of(w *flow.Widget) []string {
	events, ok := s.events[w]
	if !ok {
		for _, e := range s.flow.Entries() {
			if !e.Reaches(w) {
				continue
			}
			event := e.Event
			if !e.Facts.Known() {
				event = ""
			}
			events = append(events, event)
		}
		s.events[w] = events
	}
	return events
}

// Key returns the path below trigger of a name that what starts the execution brings
// to a widget; "" when it brings none of that name.
func (s *Starts) Key(w *flow.Widget, name string) string {
	for _, k := range s.trigger.Keys {
		if Member(k.Keys, name) != nil && s.Brings(w, &k) {
			return "trigger." + k.Name + "." + name
		}
	}
	return ""
}

// Brings reports whether one of the events with which an execution can come to a
// widget fills what stands below trigger.
func (s *Starts) Brings(w *flow.Widget, k *schemas.Variable) bool {
	return intersects(k.Events, s.Of(w))
}

// Alike reports whether what stands below trigger is a message or conversation and is
// read where the other arrives, or where a widget creates a conversation.
func (s *Starts) Alike(k *schemas.Variable, events []string) bool {
	if !isChat(k) {
		return false
	}
	return s.creates || slices.ContainsFunc(s.trigger.Keys, func(other schemas.Variable) bool {
		return isChat(&other) && intersects(other.Events, events)
	})
}

func intersects(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// Lacking returns the entry of the first of some events from which an execution can
// come to a reference that has no value then, and the paths; nil when there is none, or
// the template shows that it knows. A split may ask for it in order to tell the
// beginnings apart, and so may a condition; and who reads what both of them fill knows
// of both.
func (s *Starts) Lacking(r flow.Ref, events []string) (*flow.Entry, *flow.Paths) {
	if len(events) == 0 || r.Widget.Facts.Split || s.tests.Has(r) || s.tests.Conditional(r) || Alternative(r) {
		return nil, nil
	}
	for _, event := range events {
		e := s.flow.Entry(event)
		if e == nil || s.readIn(r.Widget)[event] {
			continue
		}
		if paths := s.pathsOf(e); paths.Reach(r.Widget) {
			return e, paths
		}
	}
	return nil, nil
}

// pathsOf returns the paths that an execution can take from an entry. A split may ask
// whether something is blank that the entry's event fills: then it is not.
func (s *Starts) pathsOf(e *flow.Entry) *flow.Paths {
	if s.paths[e] == nil {
		branches := s.feasible[e]
		filled := map[*flow.Widget]*flow.Transition{} // by split: the branch for what is not blank
		s.paths[e] = e.Walk(func(t *flow.Transition) bool {
			if facts := t.From.Facts; !facts.Split {
				// A type that nobody knows may be that of a split, misspelt.
				return facts.Known() || facts.Declared
			}
			only, ok := filled[t.From]
			if !ok {
				i := slices.IndexFunc(t.From.Transitions, func(t *flow.Transition) bool { return s.asks(e, t, "is_not_blank") })
				if i >= 0 {
					only = t.From.Transitions[i]
				}
				filled[t.From] = only
			}
			return branches.Takes(t) && !s.asks(e, t, "is_blank") && (only == nil || only == t)
		})
	}
	return s.paths[e]
}

// asks reports whether a branch asks with an operator about something that an entry's
// event fills.
func (s *Starts) asks(e *flow.Entry, branch *flow.Transition, operator string) bool {
	if len(branch.Conditions) != 1 || branch.Conditions[0].Operator != operator {
		return false
	}
	r, ok := OnlyRead(s.flow, branch.Conditions[0])
	return ok && slices.Contains(FilledBy(*r.Reference), e.Event)
}

// readIn returns the trigger events that fill something that a widget reads. Who
// reads a message means a conversation as well.
func (s *Starts) readIn(w *flow.Widget) map[string]bool {
	events, ok := s.reads[w]
	if ok {
		return events
	}
	events = map[string]bool{}
	chat := false
	for _, t := range s.flow.TemplatesOf(w) {
		for _, r := range t.Refs() {
			if Prefilled(r) {
				continue
			}
			for _, event := range FilledBy(*r.Reference) {
				events[event] = true
			}
			chat = chat || r.Root() == "trigger" && isChat(s.trigger.Key(r.Name(1)))
		}
	}
	for i := range s.trigger.Keys {
		if k := &s.trigger.Keys[i]; chat && isChat(k) {
			for _, event := range k.Events {
				events[event] = true
			}
		}
	}
	s.reads[w] = events
	return events
}

// Prefilled reports whether the editor writes such a text by itself: the default of
// the property, or the JSON of a task or message, which it offers filled in.
func Prefilled(r flow.Ref) bool {
	facts := r.Widget.Facts
	if !facts.Known() {
		return true // of a widget that is not known nobody knows that either
	}
	property := facts.Property(r.Property)
	if property == nil {
		return !facts.OpenProperties // Studio ignores it, as unknown-property says
	}
	return property.Format == "json-object" || strings.Contains(property.Default, "trigger.")
}

// isChat reports whether a name below trigger is that of a message.
func isChat(k *schemas.Variable) bool {
	return k != nil && (k.Name == "message" || k.Name == "conversation")
}
