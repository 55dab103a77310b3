package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// reportSlow reports the messages that say that the request after them takes longer than Studio waits
// for it: once.
func reportSlow(p *lint.Pass) {
	const waits = 10 // seconds
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells {
			continue
		}
		n, request := effects.Prompt(w), effects.Next(w.Onward(), effects.Requests)
		text := n.Text()
		if request == nil || !offer.TakesTime(text) || values.Pauses(request) || failsToMore(p.Flow, request) ||
			isPolled(request) ||
			isStarted(p.Flow, request, text) || !p.Flow.Reachable(w) {
			continue
		}
		for _, l := range words.Lapses(text) {
			switch {
			case l.Seconds < waits || l.Seconds > waits*60 || !offer.TakesTime(words.ClauseAt(text, l.Start)):
			case d == nil:
				d = p.Reportf(n.Part(l.Start, l.End), "%s announces %s, but Studio gives %s only ten; let it answer at once and work on",
					w.Label(), words.Quote(l.Text), request.Label()).As(finding.Note).Relate(request, "what takes so long").Identify(w.Label())
			default:
				d.Also(n.Part(l.Start, l.End), "so does "+w.Label())
			}
		}
	}
}

// isPolled reports whether a request is made again and again, with nothing asked in between: it is to be waited for so.
func isPolled(request *flow.Widget) bool {
	const most = 24
	walk := flow.WalkFrom()
	next := func(w *flow.Widget) {
		for _, t := range w.Transitions {
			if t.Meant != nil && effects.ActOf(t.Meant) != effects.Asks && effects.ActOf(t.Meant) != effects.Begins {
				walk.Add(t.Meant)
			}
		}
	}
	next(request)
	for w := range walk.First(most) {
		if w == request {
			return true
		}
		next(w)
	}
	return false
}

// isStarted reports whether a request only starts what takes long: nothing reads what it brings, and the person is
// told that the rest comes later.
func isStarted(f *flow.Flow, request *flow.Widget, text string) bool {
	return len(f.OutputRefs(request.Name)) == 0 && offer.ComesLater(text)
}

// failsToMore reports whether a request leads to the same place when it fails: that it is not waited for
// is meant then.
func failsToMore(f *flow.Flow, request *flow.Widget) bool {
	worked := request.Onward()
	for _, t := range request.Transitions {
		if worked == nil || effects.PastIdle(f, t) != effects.PastIdle(f, worked) {
			return false
		}
	}
	return true
}
