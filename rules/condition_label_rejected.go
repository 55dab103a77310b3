package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkRejected reports the first branch of a split for an answer that is offered, or one that is valid by its label,
// which leads to a text that says that it is not.
func checkRejected(p *lint.Pass, w *flow.Widget, branches []reads.Branch) bool {
	if r, ok := answers.Rejections.Of(p)[w]; ok && p.Flow.Reachable(w) {
		says := "there is no such answer"
		if offer.NothingHeard(effects.Prompt(r.Told).Text()) != "" {
			says = "nothing was answered"
		}
		p.Reportf(r.Branch.Transition.NextNode, "%s offers %s, but %s leads it to %s, which says that %s; lead it elsewhere",
			r.Offer.By.Label(), words.Quote(r.Offer.Answer), w.Label(), r.Told.Label(), says).
			Relate(effects.PlaceOfPrompt(r.Told), "the text").As(finding.Warning)
		return true
	}
	otherwise := w.OnKind(schemas.KindNoMatch)
	if otherwise == nil || otherwise.Meant == nil || len(branches) != 1 || w.Incomplete {
		return false
	}
	b := branches[0]
	to, other := effects.PastSetting(b.Transition), effects.PastSetting(otherwise)
	if to == nil || other == nil || to == other || split.Negates(b.Condition.Operator) || !words.SaysValid(b.Condition.OwnLabel()) ||
		!toldInvalid(to) || toldInvalid(other) {
		return false
	}
	p.Reportf(b.Transition.NextNode, "the label says %s, but it leads to %s, which is for what is not valid, and all else to %s; exchange them",
		words.Quote(b.Condition.OwnLabel()), to.Label(), other.Label()).Relate(otherwise.NextNode, "where all else leads").As(finding.Warning)
	return true
}

// toldInvalid reports whether a widget tells that something was not valid, by its text or its name.
func toldInvalid(w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	if effects.ActOf(w) != effects.Tells || liquid.HasTags(text) {
		return false
	}
	return offer.SaysWrong(text) || offer.WantsValid(text) || offer.NamesInvalid(w.Name)
}
