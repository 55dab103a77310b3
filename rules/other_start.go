package rules

import (
	"slices"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// An otherStart finds what only some trigger events fill where executions come that
// begin with another.
type otherStart struct {
	*once
	guards  guards
	trigger *schemas.Variable
	paths   map[*flow.Entry]*flow.Paths      // those that an execution can take
	reads   map[*flow.Widget]map[string]bool // see readIn
	found   map[string]*finding.Diagnostic   // by what is blank and when
}

func newOtherStart(o *once, g guards) *otherStart {
	return &otherStart{
		once: o, guards: g, trigger: schemas.LiquidFacts().Root("trigger"),
		paths: map[*flow.Entry]*flow.Paths{}, reads: map[*flow.Widget]map[string]bool{}, found: map[string]*finding.Diagnostic{},
	}
}

// report looks at a reference whose segment i has no value when the execution begins
// with one of some events. A split may ask for it in order to tell the beginnings
// apart, and so may a condition; and who reads what both of them fill knows of both.
func (c *otherStart) report(r flow.Ref, i int, events []string) {
	if len(events) == 0 || r.Widget.Facts.Split || c.guards.guarded(r) || c.guards.conditional(r) || alternative(r) {
		return
	}
	for _, event := range events {
		e := c.Flow.Entry(event)
		if e != nil && !c.readIn(r.Widget)[event] && c.pathsOf(e).Reach(r.Widget) {
			c.add(r, i, e)
			return
		}
	}
}

// add reports what is blank for an entry once in a flow: all of it goes with the
// trigger's one transition.
func (c *otherStart) add(r flow.Ref, i int, e *flow.Entry) {
	what, at := pathTo(r, i), c.segment(r, i)
	if d := c.found[what+" "+e.Event]; d != nil {
		if len(d.Related) < maxAgain {
			d.Relate(at, "here too")
		}
		return
	}
	hint := "give it a default, or lead that event elsewhere"
	switch r.Name(i + 1) {
	case "From":
		hint = "contact.channel.address is there however it begins"
	case "To":
		hint = "flow.channel.address is there however it begins"
	}
	path, _ := c.pathsOf(e).To(r.Widget)
	c.found[what+" "+e.Event] = c.Reportf(at, "%s reads %s, which is blank when the execution begins with %s; %s", r.Widget.Label(), what, words.Quote(e.Event), hint).
		As(finding.Note).Along(steps(path, r.Widget))
}

// pathsOf returns the paths that an execution can take from an entry. A split may ask
// whether something is blank that the entry's event fills: then it is not.
func (c *otherStart) pathsOf(e *flow.Entry) *flow.Paths {
	if c.paths[e] == nil {
		branches := newFeasibility(c.Flow, e)
		filled := map[*flow.Widget]*flow.Transition{} // by split: the branch for what is not blank
		c.paths[e] = e.Walk(func(t *flow.Transition) bool {
			if !t.From.Facts.Split {
				return true
			}
			only, ok := filled[t.From]
			if !ok {
				i := slices.IndexFunc(t.From.Transitions, func(t *flow.Transition) bool { return c.asks(e, t, "is_not_blank") })
				if i >= 0 {
					only = t.From.Transitions[i]
				}
				filled[t.From] = only
			}
			return branches.takes(t) && !c.asks(e, t, "is_blank") && (only == nil || only == t)
		})
	}
	return c.paths[e]
}

// asks reports whether a branch asks with an operator about something that an entry's
// event fills.
func (c *otherStart) asks(e *flow.Entry, branch *flow.Transition, operator string) bool {
	if len(branch.Conditions) != 1 || branch.Conditions[0].Operator != operator {
		return false
	}
	r, ok := onlyRead(c.Flow, branch.Conditions[0])
	return ok && slices.Contains(filledBy(*r.Reference), e.Event)
}

// readIn returns the trigger events that fill something that a widget reads. Who
// reads a message means a conversation as well.
func (c *otherStart) readIn(w *flow.Widget) map[string]bool {
	events, ok := c.reads[w]
	if ok {
		return events
	}
	events = map[string]bool{}
	chat := false
	for _, t := range c.Flow.TemplatesOf(w) {
		for _, r := range t.Refs() {
			if prefilled(r) {
				continue
			}
			for _, event := range filledBy(*r.Reference) {
				events[event] = true
			}
			chat = chat || r.Root() == "trigger" && isChat(c.trigger.Key(r.Name(1)))
		}
	}
	for i := range c.trigger.Keys {
		if k := &c.trigger.Keys[i]; chat && isChat(k) {
			for _, event := range k.Events {
				events[event] = true
			}
		}
	}
	c.reads[w] = events
	return events
}
