package values

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Wait is why somebody may wait for a word.
type Wait uint8

// Somebody has written the message with which the execution began, or has answered a
// question; nothing was said, sent or asked since.
const (
	Wrote Wait = 1 << iota
	Replied
)

// Waiting tells, by the index of a widget, whether somebody may wait for a word when the
// execution comes there. What a caller hears is another matter: he waits all the time.
var Waiting = lint.NewFact(func(d *project.Document) []Wait {
	waiting := make([]Wait, len(d.Flow.Widgets))
	var queue []*flow.Widget
	wait := func(t *flow.Transition, why Wait) {
		if w := t.Meant; w != nil && t.Facts.Known() && waiting[w.Index]&why != why {
			waiting[w.Index] |= why
			queue = append(queue, w)
		}
	}
	for _, e := range d.Flow.Entries() {
		if c := e.Channels(); c != 0 && c&(flow.Call|flow.Unknown) == 0 {
			for _, t := range e.Transitions {
				wait(t, Wrote)
			}
		}
	}
	for t := range d.Flow.Transitions() {
		if t.Facts.Kind == schemas.KindInput && d.Flow.Reachable(t.From) {
			wait(t, Replied)
		}
	}
	for ; len(queue) > 0; queue = queue[1:] {
		if w := queue[0]; silent(d, w) {
			for _, t := range w.Transitions {
				wait(t, waiting[w.Index])
			}
		}
	}
	return waiting
})

// Reported reports whether somebody else learns that something did not work out, when a
// transition leads on to steps of which the contact notices nothing: he gets a message, or a
// request is made for that alone. A record that is kept is no report, nor is the request that is made also
// when all goes well.
func Reported(d *project.Document, setback *flow.Transition) bool {
	reported := false
	ways := map[*flow.Transition]bool{setback: true}
	walk(setback.Meant, func(w *flow.Widget) bool {
		for _, t := range w.Transitions {
			ways[t] = true
		}
		switch {
		case !silent(d, w):
			return false
		case heard.Of(d)[w.Index] == effects.SomebodyElse:
			reported = true
		case effects.ActOf(w) == effects.Requests && !words.KeepsRecord(w.Name) && !logs(w):
			reported = reported || !slices.ContainsFunc(effects.Into(w), func(t *flow.Transition) bool { return !ways[t] && goesWell(t) })
		}
		return !reported
	})
	return reported
}

// logs reports whether a request goes to an address that only writes down what happened.
func logs(w *flow.Widget) bool {
	r := w.Facts.Request
	return r != nil && words.LogsAt(w.Property(r.URL).Text())
}

// goesWell reports whether a transition is taken when a step has worked, or somebody has chosen.
func goesWell(t *flow.Transition) bool {
	switch t.Facts.Kind {
	case schemas.KindSuccess, schemas.KindAlways, schemas.KindInput, schemas.KindBranch:
		return true
	}
	return false
}
