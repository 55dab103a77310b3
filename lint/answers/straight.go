package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/values"
	"studiolint/schemas"
)

// BegunAt tells, by the index of a widget, whether a message that begins the flow may come to it before
// anything is asked.
var BegunAt = lint.NewFact(func(d *project.Document) []bool {
	byMessage := func(e *flow.Entry) bool {
		c := e.Channels()
		return c&(flow.Message|flow.Conversation) != 0 && c&flow.Unknown == 0
	}
	return begunUpTo(d.Flow, byMessage, effects.Asks, effects.HandsOver)
})

// AskedFirst tells, by the index of a widget, whether one may come to it before anything else is asked.
var AskedFirst = lint.NewFact(func(d *project.Document) []bool {
	return begunUpTo(d.Flow, func(*flow.Entry) bool { return true }, effects.Asks)
})

// begunUpTo tells to which widgets some entries lead up to, and with, the first that do one of some things.
func begunUpTo(f *flow.Flow, begins func(*flow.Entry) bool, acts ...effects.Act) []bool {
	begun := make([]bool, len(f.Widgets))
	var queue []*flow.Transition
	for _, e := range f.Entries() {
		if begins(e) {
			queue = append(queue, e.Transitions...)
		}
	}
	for ; len(queue) > 0; queue = queue[1:] {
		w := queue[0].Meant
		if w == nil || begun[w.Index] {
			continue
		}
		begun[w.Index] = true
		if !slices.Contains(acts, effects.ActOf(w)) {
			queue = append(queue, w.Transitions...)
		}
	}
	return begun
}

// ForAgent tells, by the index of a widget, whether whoever comes to it is led to an agent whatever
// he writes, as long as nothing fails and he answers what is asked.
var ForAgent = lint.NewFact(func(d *project.Document) []bool {
	var (
		sure  = make([]bool, len(d.Flow.Widgets))
		open  = make([]int, len(d.Flow.Widgets)) // ways on that do not surely lead there
		again = values.Again.Of(d)
		queue []*flow.Widget
	)
	counts := func(t *flow.Transition) bool {
		k := t.Facts.Kind
		return k != schemas.KindFailure && k != schemas.KindTimeout && k != schemas.KindHangup && !again[t]
	}
	for _, w := range d.Flow.Widgets {
		for _, t := range w.Transitions {
			if counts(t) {
				open[w.Index]++
			}
		}
		if w.Facts.FlexTask != nil {
			sure[w.Index] = true
			queue = append(queue, w)
		}
	}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, t := range queue[0].In {
			from := t.From
			if sure[from.Index] || !counts(t) {
				continue
			}
			if open[from.Index]--; open[from.Index] == 0 && !from.Incomplete {
				sure[from.Index] = true
				queue = append(queue, from)
			}
		}
	}
	return sure
})
