// Package sim executes a flow offline: one execution as a state machine that does the same
// each time.
//
//	x := sim.Begin(sim.Compile(f, "ivr.json"), sim.Start{Event: "incomingCall"})
//	for x.End() == nil {
//		at := x.At() // it waits here: for an answer, for what a request returns …
//		err := x.Leave(sim.Reaction{By: schemas.ByKeys, Text: "1"})
//	}
//
// What a widget does is read from the catalogue (package effects), what a condition holds
// for from package split, what a template becomes from package eval. Where Studio's
// behaviour is not documented the execution ends undetermined, with the reason; a text that
// nothing depends on may be undetermined while the execution goes on.
package sim

import (
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/source"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// A Program is a flow made ready to be executed. Executions of several goroutines may
// share it.
type Program struct {
	Flow *flow.Flow
	Name string // for messages: the path of the file

	// Hide puts asterisks in the place of what is secret in the flow, in a text that is
	// shown; nil where nothing is.
	Hide func(text string) string

	steps []step // by the index of a widget
	seen  map[source.Node]*flow.Seen
}

// A step is a widget with what every visit needs of it.
type step struct {
	act      effects.Act
	says     []source.Node
	json     []source.Node // properties that are JSON text
	branches []branch
	reads    reads
}

// reads are the outputs of a widget, by their first names, that a template of the flow may
// read: nothing else need be stored.
type reads struct {
	all   bool
	names map[string]bool
}

func (r reads) has(name string) bool { return r.all || r.names[name] }

// A branch is a transition of a split.
type branch struct {
	*flow.Transition
	conditions []condition
}

type condition struct {
	flow.Condition
	// literal is the comparison when the value is no template; nil otherwise.
	literal *split.Comparison
}

// Compile makes a flow ready.
func Compile(f *flow.Flow, name string) *Program {
	p := &Program{Flow: f, Name: name, steps: make([]step, len(f.Widgets))}
	if f.Filled != nil {
		p.seen = map[source.Node]*flow.Seen{}
		for n := range f.Definition.Strings() {
			if s := f.Seen(n); s != nil {
				p.seen[n] = s
			}
		}
	}
	read, any := readsOf(f)
	for i, w := range f.Widgets {
		s := &p.steps[i]
		if !w.TypeGuessed { // what Studio does not run is not tried out
			s.act, s.says = effects.ActOf(w), effects.Says(w)
		}
		for _, n := range w.Properties.Members() {
			if facts := w.Facts.Property(n.Key()); facts != nil && facts.Format == schemas.FormatJSON && n.IsString() {
				s.json = append(s.json, n)
			}
		}
		s.reads = read[w.Name]
		if renamed := renamed(w); renamed != "" {
			s.reads.all = true
		}
		s.reads.all = s.reads.all || any
		if w.Facts.Split {
			s.branches = p.branches(w)
		}
	}
	return p
}

// readsOf returns what the templates of a flow read of each widget; any says that some read
// what is only known when they run.
func readsOf(f *flow.Flow) (read map[string]reads, any bool) {
	read = map[string]reads{}
	for _, r := range f.Refs() {
		name, key, ok := r.Output()
		switch {
		case !ok:
			continue
		case name == "":
			return nil, true
		}
		one, seen := read[name]
		if !seen {
			one.names = map[string]bool{}
		}
		one.all = one.all || key == ""
		one.names[key] = true
		read[name] = one
	}
	return read, false
}

// renamed returns the name under which an old widget stores its outputs too; "" for none.
func renamed(w *flow.Widget) string {
	if w.Facts.Outputs.RenamedBy == "" {
		return ""
	}
	return strings.TrimSpace(w.Property(w.Facts.Outputs.RenamedBy).Text())
}

// branches returns the branches of a split.
func (p *Program) branches(w *flow.Widget) (all []branch) {
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch || t.EventGuessed {
			continue
		}
		b := branch{Transition: t}
		for _, c := range t.Conditions {
			c = c.Written()
			compiled := condition{Condition: c}
			if text := c.Value.Text(); !liquid.HasMarkup(text) && !c.Value.Filled() && p.seen[c.Value] == nil {
				literal := split.Compare(c.Operator, text)
				compiled.literal = &literal
			}
			b.conditions = append(b.conditions, compiled)
		}
		all = append(all, b)
	}
	return all
}

// Act returns what a widget of the program does.
func (p *Program) Act(w *flow.Widget) effects.Act { return p.steps[w.Index].act }

// filled reports whether something fills in a part of a string before the flow is deployed.
func (p *Program) filled(n source.Node) bool {
	s := p.seen[n]
	return n.Filled() || s != nil && s.Why != ""
}

// nameIn returns the name of the property that a string below a widget belongs to.
func nameIn(w *flow.Widget, n source.Node) string {
	for ; n.Exists(); n = n.Parent() {
		if n.Parent() == w.Properties {
			return n.Key()
		}
	}
	return ""
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
