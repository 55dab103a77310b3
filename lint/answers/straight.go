package answers

import (
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
	begun := make([]bool, len(d.Flow.Widgets))
	var queue []*flow.Transition
	for _, e := range d.Flow.Entries() {
		if c := e.Channels(); c&(flow.Message|flow.Conversation) != 0 && c&flow.Unknown == 0 {
			queue = append(queue, e.Transitions...)
		}
	}
	for ; len(queue) > 0; queue = queue[1:] {
		w := queue[0].Meant
		if w == nil || begun[w.Index] {
			continue
		}
		begun[w.Index] = true
		if act := effects.ActOf(w); act != effects.Asks && act != effects.HandsOver {
			queue = append(queue, w.Transitions...)
		}
	}
	return begun
})

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
