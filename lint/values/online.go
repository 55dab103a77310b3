package values

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// OnLine reports whether whoever has called still waits at a widget for what he has called for,
// whichever way the execution came there: he was not put through, nor has he left a message,
// nor hung up.
func OnLine(d *project.Document, w *flow.Widget) bool {
	return slices.ContainsFunc(d.Flow.Entries(), func(e *flow.Entry) bool { return e.Channels() == flow.Call }) && onLine.Of(d)[w.Index]
}

// InChat reports whether whoever is at a widget has answered a question by message on every way there, and nothing was
// said on a call before: then there is nobody on the line to hang up on, though the trigger leads calls there, too.
func InChat(f *flow.Flow, w *flow.Widget) bool {
	asked := func(q *flow.Widget) bool {
		return effects.ActOf(q) == effects.Asks && q.Needs() == schemas.NeedsMessage && (q == w || f.HasRun(q, w))
	}
	spoken := func(by *flow.Widget) bool { return by.Needs() == schemas.NeedsCall && f.CanPrecede(by, w) }
	return slices.ContainsFunc(f.Widgets, asked) && !slices.ContainsFunc(f.Widgets, spoken)
}

// onLine holds what OnLine reports, by the index of a widget.
var onLine = lint.NewFact(func(d *project.Document) []bool {
	f := d.Flow
	var called, otherwise []*flow.Widget
	for _, e := range f.Entries() {
		for _, t := range e.Transitions {
			if e.Channels() == flow.Call {
				called = append(called, t.Meant)
			} else {
				otherwise = append(otherwise, t.Meant)
			}
		}
	}
	for _, w := range f.Widgets {
		if serves(w) && f.Reachable(w) {
			for _, t := range w.Transitions {
				otherwise = append(otherwise, t.Meant)
			}
		}
	}
	waits, not := spread(f, called), spread(f, otherwise)
	for i := range waits {
		waits[i] = waits[i] && !not[i]
	}
	return waits
})

// spread tells, by the index of a widget, to which an execution comes from some, as long as
// nobody hangs up.
func spread(f *flow.Flow, from []*flow.Widget) []bool {
	reached := make([]bool, len(f.Widgets))
	queue := make([]*flow.Widget, 0, len(f.Widgets))
	mark := func(w *flow.Widget) {
		if w != nil && !reached[w.Index] {
			reached[w.Index] = true
			queue = append(queue, w)
		}
	}
	for _, w := range from {
		mark(w)
	}
	for i := 0; i < len(queue); i++ {
		for _, t := range queue[i].Transitions {
			if t.Facts.Kind != schemas.KindHangup {
				mark(t.Meant)
			}
		}
	}
	return reached
}

// serves reports whether somebody or something else goes on with the caller at a widget, or he
// leaves a message, or is called himself.
func serves(w *flow.Widget) bool {
	switch effects.ActOf(w) {
	case effects.HandsOver, effects.RunsFlow, effects.Dials, effects.Anything:
		return true
	}
	return w.Facts.TakesMessage || w.Incomplete
}
