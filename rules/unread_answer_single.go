package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportSingleAnswer reports the questions by message that name one word, after which the same request is made whatever
// was answered: once. In a call the one key often is there to go on, and whoever does not want to hangs up.
func reportSingleAnswer(p *lint.Pass) {
	unread := answers.Unread.Of(p)
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !unread[w.Index] || w.Incomplete || w.Needs() == schemas.NeedsCall {
			continue
		}
		named, request := onlyAnswer(w), doneAnyway(p.Flow, w)
		switch {
		case named == "" || request == nil || !shape.Clear(p, w, request) || shape.MayRead(p, w):
		case d == nil:
			d = p.Reportf(w, "%s names %s, but any answer leads to %s: nothing reads it; test it",
				w.Label(), words.Quote(named), request.Label()).As(finding.Note).Relate(request, "what comes then").Identify(w.Label())
		default:
			d.Also(w, "so it is with "+w.Label()+" and "+words.Quote(named))
		}
	}
}

// onlyAnswer returns the only key or word that a question names; "" where it names none or several, where any will do,
// and where the answer matters so much that reportUnread tells of it.
func onlyAnswer(w *flow.Widget) string {
	text := effects.Prompt(w).Text()
	offers := offer.In(text)
	if len(offers) != 1 || offers[0].Listed || offer.OffersRest(text) || answers.Wanted(text) || liquid.HasTags(text) ||
		offers[0].SaysWhen() || schemas.IsForTwilio(offers[0].Answer) {
		return ""
	}
	return offers[0].Answer
}

// doneAnyway returns the request that is made after each answer to a question, and not after silence, of which nothing
// is read: what it does is wanted then. It is nil for none.
func doneAnyway(f *flow.Flow, w *flow.Widget) (request *flow.Widget) {
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindInput || t.Meant == nil {
			continue
		}
		by := effects.Next(t, effects.Requests)
		if by == nil || request != nil && by != request || len(f.OutputRefs(by.Name)) > 0 {
			return nil
		}
		request = by
	}
	if request == nil || effects.LeadsTo(w.OnKind(schemas.KindTimeout), request) {
		return nil
	}
	return request
}
