package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportOnlyFailure reports the requests after an answer on a call after which the caller hears
// something when they fail, and nothing when they work, and the messages that are sent while he
// waits on the line for a word: once.
func reportOnlyFailure(p *lint.Pass) {
	noticed := values.Noticed.Of(p)
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		worked, failed := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
		if worked == nil || values.Waiting.Of(p)[w.Index]&values.Replied == 0 || w.Incomplete || !values.EndsUnheard(p, worked) {
			continue
		}
		switch act := effects.ActOf(w); {
		case act == effects.Requests && failed != nil && failed.Meant != nil && noticed[failed.Meant.Index]:
		case act == effects.Tells && w.Needs() == schemas.NeedsMessage && effects.HeardBy(p.Flow, w) == effects.Contact && !expected(p, w):
		default:
			continue
		}
		if !values.OnLine(p.Document, w) {
			continue
		}
		if d != nil {
			d.Also(worked, "so it is with "+w.Label())
			continue
		}
		d = p.Reportf(worked, "after %s (%s) the caller hears nothing and is hung up on; say that it was done",
			w.Label(), words.Quote(worked.Event)).Identify(w.Label())
	}
}

// expected reports whether whoever gets a message was told of it in a question before, or is
// asked by message, too.
func expected(p *lint.Pass, w *flow.Widget) bool {
	some := ofMessages.Of(p)
	return some.Precede(w) || some.Has(w) && p.Flow.CanPrecede(w, w)
}

// ofMessages are the questions that speak of a message, or are asked by one.
var ofMessages = lint.NewFact(func(d *project.Document) *flow.Some {
	return d.Flow.Some(func(q *flow.Widget) bool {
		return effects.ActOf(q) == effects.Asks && (q.Needs() == schemas.NeedsMessage || offer.SpeaksOfMessage(effects.Prompt(q).Text()))
	})
})
