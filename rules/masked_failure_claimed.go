package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// isClaimed reports whether a step that a person has chosen leads, also when it fails, to a text which says that it
// was done. What it reads of the step's own answer is told as blank there.
func isClaimed(p *lint.Pass, w *flow.Widget, failed *flow.Transition) bool {
	told := effects.Next(failed, effects.Tells)
	if w.Facts.Request == nil || told == nil || mayFail(w.Name) {
		return false
	}
	text := effects.Prompt(told).Text()
	return (tellsItDone(told) || offer.SaysDoneBeside(text) || offer.SaysCarriedOut(text, w.Name)) && takesAnswer(w) &&
		!reads.Of(p.Flow, told, w)
}

// reportClaimed reports a step whose failure is told as done.
func reportClaimed(p *lint.Pass, w *flow.Widget, failed *flow.Transition) {
	d := p.Reportf(failed.NextNode, "%s leads to %s, which says that it was done, when it works and when it fails; lead %s elsewhere",
		w.Label(), effects.Next(failed, effects.Tells).Label(), words.Quote(failed.Event))
	if offer.NamesCommitting(w.Name) {
		d.As(finding.Warning)
	}
}

// reportElseDone reports the splits on what a request brings where what fits no branch is led with one good answer to a
// text which says that it was done, and another answer elsewhere: once a flow.
func reportElseDone(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		otherwise := w.OnKind(schemas.KindNoMatch)
		told := effects.Next(otherwise, effects.Tells)
		if told == nil || !tellsItDone(told) {
			continue
		}
		request, good := knowsGoodAndOther(p, w, otherwise)
		if request == nil {
			continue
		}
		p.Reportf(otherwise.PlaceOfNext(), "any other answer of %s, or none, also leads to %s, the text for %s; lead it elsewhere",
			request.Label(), told.Label(), words.Quote(good)).
			Relate(effects.PlaceOfPrompt(told), "what is told then").Identify(w.Label())
		return
	}
}

// tellsItDone reports whether a text says that something was done, whatever a template finds.
func tellsItDone(told *flow.Widget) bool {
	text := effects.Prompt(told).Text()
	return !strings.Contains(text, "{%") && (offer.SaysDone(text) || offer.Confirms(text))
}

// knowsGoodAndOther returns the request whose state a split tests, and the word that leads where what fits no branch
// does, while a state that is no good leads elsewhere.
func knowsGoodAndOther(p *lint.Pass, w *flow.Widget, otherwise *flow.Transition) (request *flow.Widget, good string) {
	branches := reads.Branches.Of(p)[w.Index]
	if len(branches) < 2 {
		return nil, ""
	}
	elsewhere := false
	for _, b := range branches {
		texts, ok := b.Comparison.Texts()
		if !ok || len(texts) == 0 || !b.Literal || b.Subject != branches[0].Subject {
			return nil, ""
		}
		switch {
		case effects.PastSetting(b.Transition) != effects.PastSetting(otherwise):
			if told := effects.Next(b.Transition, effects.Tells); told != nil && (tellsItDone(told) || goodNews(told)) {
				return nil, "" // of several good answers, the rest may well be another
			}
			elsewhere = true
		case good != "" || slices.ContainsFunc(texts, offer.IsBadState) || !words.MayNameState(texts[0]):
			return nil, ""
		default:
			good = texts[0]
		}
	}
	if good == "" || !elsewhere {
		return nil, ""
	}
	for _, r := range reads.Compared(p.Flow, w) {
		if request = reads.Response(p.Flow, reads.Kept(p.Flow, r)); request != nil {
			return request, good
		}
	}
	return nil, ""
}
