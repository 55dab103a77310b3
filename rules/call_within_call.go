package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "call-within-call", Title: "A call is made to somebody who is on the line",
		Group: finding.Paths, Severity: finding.Warning,
		Doc: `Finds a Make Outgoing Call that an execution comes to with a live call: one that came in,
or one that was made earlier and answered. It dials the contact, whose line is busy with
this very call; and an execution has one call, so that what comes after it speaks to the new
one or to nobody.

A call that is made after a hang-up, or after a call that nobody answered, is left alone,
and so is one after an agent or another number had the caller: nobody knows who is there.

To put the caller through to somebody use Connect Call To; to call back, make the call
after the hang-up, or in an execution of its own.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			if effects.ActOf(w) != effects.Dials || !p.Flow.Reachable(w) {
				continue
			}
			if path := toSecondCall(p.Flow, w); path != nil {
				p.Reportf(w, "%s makes a call while the one since %s goes on, and an execution has one; use Connect Call To, or make it after this one has ended",
					w.Label(), words.Quote(path[0].Event)).Along(finding.Steps(path, w))
			}
		}
	},
})

// toSecondCall returns a path to a widget that makes a call, from where an execution has
// got another one, over steps after which it certainly still has it; nil for none.
func toSecondCall(f *flow.Flow, w *flow.Widget) []*flow.Transition {
	keeps := func(t *flow.Transition) bool {
		return t.Facts.Known() && !t.Facts.EndsCall && !t.From.Facts.Starts && t.From.Facts.Dialog != schemas.DialogHandsOver && effects.ActOf(t.From) != effects.Dials
	}
	for _, e := range f.Entries() {
		if e.Channels() != flow.Call {
			continue
		}
		path, ok := e.PathWhere(w, func(t *flow.Transition) bool { return t.From == e.Start || keeps(t) })
		if ok {
			return path
		}
	}
	for t := range f.Transitions() {
		c := t.From.Facts.Creates
		if effects.ActOf(t.From) != effects.Dials || t.Event != c.Event || t.Meant == nil || t.From == w || !f.Reachable(t.From) {
			continue
		}
		if t.Meant == w {
			return []*flow.Transition{t}
		}
		if path, ok := f.PathBetween(t.Meant, w, keeps); ok {
			return append([]*flow.Transition{t}, path...)
		}
	}
	return nil
}
