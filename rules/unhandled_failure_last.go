package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportLast reports the subflows with which an execution ends, also when they fail: once. So
// it does the requests that are all that whoever has written gets.
func reportLast(p *lint.Pass, normal flow.Routes) {
	var subflow, request, redirect *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		open, done := w.OnKind(schemas.KindFailure), w.OnKind(schemas.KindSuccess)
		if w.Repeats() || open == nil || done == nil || !open.Ends() || !done.Ends() || !normal.Reach(w) {
			continue
		}
		d, of := &subflow, "the subflow of "
		switch act := effects.ActOf(w); {
		case act == effects.Requests && answersAlone(p, w):
			d, of = &request, ""
		case mayMissAddress(p.Flow, w):
			d, of = &redirect, "the redirect of "
		case act != effects.RunsFlow:
			continue
		}
		if *d == nil {
			*d = p.Reportf(open, "when %s fails (%s), nothing at all is said; lead it to an apology", of+w.Label(), words.Quote(open.Event)).
				As(finding.Note).Identify(w.Label()).Along(values.Route(p, normal, w))
		} else {
			(*d).Also(open, "and when "+of+w.Label()+" does")
		}
	}
}

// answersAlone reports whether a request is what somebody gets who has written and was told
// nothing yet, in a flow that speaks: it must send the answer itself. A branch for what was written is a matter of
// no-last-word.
func answersAlone(p *lint.Pass, w *flow.Widget) bool {
	persons := values.AsksPerson.Of(p)
	return values.Waiting.Of(p)[w.Index] == values.Wrote && !words.KeepsRecord(w.Name) && slices.Contains(values.Noticed.Of(p), true) &&
		!slices.ContainsFunc(effects.Into(w), func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindBranch && persons[t.From.Index] })
}

// afterQuestion reports whether a person was asked something before a widget, and waits.
func afterQuestion(f *flow.Flow, w *flow.Widget) bool {
	return slices.ContainsFunc(f.Widgets, func(q *flow.Widget) bool {
		return q.OnKind(schemas.KindInput) != nil && f.CanPrecede(q, w)
	})
}
