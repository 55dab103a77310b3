// Package values tells what holds at a point of a flow, whichever way the execution
// came there: what a person has heard and will still hear, and what the paths hold that
// templates read.
package values

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// Unheard tells, by the index of a widget, whether whoever comes to it hears nothing
// more: every way from there to the end is made of steps that nobody notices, and
// there is a way to the end.
var Unheard = lint.NewFact(func(d *project.Document) []bool {
	f := d.Flow
	var (
		unheard = make([]bool, len(f.Widgets))
		open    = make([]int, len(f.Widgets)) // ways out that may be noticed, or lead nobody knows where
		queue   []*flow.Widget
	)
	for _, w := range f.Widgets {
		open[w.Index] = len(w.Transitions)
		if !silent(d, w) {
			continue
		}
		for _, t := range w.Transitions {
			if t.Ends() && t.Facts.Known() {
				open[w.Index]--
			}
		}
		if open[w.Index] == 0 {
			unheard[w.Index] = true
			queue = append(queue, w)
		}
	}
	for len(queue) > 0 {
		w := queue[0]
		queue = queue[1:]
		for _, t := range w.In {
			from := t.From
			if open[from.Index]--; open[from.Index] == 0 && silent(d, from) {
				unheard[from.Index] = true
				queue = append(queue, from)
			}
		}
	}
	return unheard
})

// Noticed tells, by the index of a widget, whether a person may hear or be asked
// something from there on, the widget's own step included, as long as nothing fails and
// nobody hangs up. What a subflow or a type that is not known does is taken to be noticed.
var Noticed = lint.NewFact(func(d *project.Document) []bool {
	noticed := make([]bool, len(d.Flow.Widgets))
	var queue []*flow.Widget
	for _, w := range d.Flow.Widgets {
		if by := heard.Of(d)[w.Index]; by == effects.Contact || by == effects.Unknown {
			noticed[w.Index] = true
			queue = append(queue, w)
		}
	}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, t := range queue[0].In {
			if !noticed[t.From.Index] && t.Facts.Kind != schemas.KindFailure && t.Facts.Kind != schemas.KindHangup {
				noticed[t.From.Index] = true
				queue = append(queue, t.From)
			}
		}
	}
	return noticed
})

// heard tells, by the index of a widget, who notices its step.
var heard = lint.NewFact(func(d *project.Document) []effects.Hearer {
	all := make([]effects.Hearer, len(d.Flow.Widgets))
	for _, w := range d.Flow.Widgets {
		all[w.Index] = effects.HeardBy(d.Flow, w)
	}
	return all
})

// silent reports whether the contact notices nothing of the widget's step, and it is known
// where it leads.
func silent(d *project.Document, w *flow.Widget) bool {
	by := heard.Of(d)[w.Index]
	return (by == effects.Nobody || by == effects.SomebodyElse) && !w.Facts.Starts && !w.Incomplete
}

// EndsUnheard reports whether a transition ends the execution without another word:
// at once, or through steps that nobody notices.
func EndsUnheard(of lint.Subject, t *flow.Transition) bool {
	return t.Ends() || t.Meant != nil && Unheard.Of(of)[t.Meant.Index]
}

// Unsaid says for a message how a transition ends the execution unheard: "timeout", or
// "timeout" leads to "log", which says nothing.
func Unsaid(t *flow.Transition) string {
	event := words.Quote(t.Event)
	if t.Ends() || t.Meant == nil {
		return event
	}
	return event + " leads to " + t.Meant.Label() + ", and then nothing is said"
}
