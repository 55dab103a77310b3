package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// checkGoodToBad reports a split on something that is good when it is true ("matched") whose branch for that leads to a
// step which is named after an error and says so, while the one for false leads on, and whether it did.
func checkGoodToBad(p *lint.Pass, branches []reads.Branch) bool {
	if len(branches) != 2 || !branches[0].Literal || !branches[1].Literal || branches[0].Subject != branches[1].Subject {
		return false
	}
	yes, no := branches[0], branches[1]
	if words.IsFalse(strings.TrimSpace(yes.Comparison.Value())) {
		yes, no = no, yes
	}
	if !words.IsTrue(strings.TrimSpace(yes.Comparison.Value())) || !words.IsFalse(strings.TrimSpace(no.Comparison.Value())) {
		return false
	}
	bad, good := effects.Next(yes.Transition, effects.Tells, effects.Asks), effects.PastSetting(no.Transition)
	if bad == nil || good == nil || bad == good || !offer.NamesBad(bad.Name) || offer.NamesBad(good.Name) || tellsBad(good) || !tellsBad(bad) {
		return false
	}
	if !asksGood(p, yes, good) || effects.Next(no.Transition, effects.Tells, effects.Asks, effects.HandsOver, effects.Requests) == nil {
		return false
	}
	r, _ := reads.OnlyRead(p.Flow, yes.Condition)
	p.Reportf(yes.Transition.NextNode, "%s of %s (%s) leads to %s, which refuses, and %s goes on to %s; exchange the two",
		yes.Words(), yes.Transition.From.Label(), words.Shorten(reads.Path(r)), bad.Label(), no.Words(), good.Label()).
		Relate(effects.PlaceOfPrompt(bad), "what is told").
		Relate(no.Transition.NextNode, "the other one").As(finding.Warning)
	return true
}

// asksGood reports whether a branch asks for what is well when it is true, and stands in no list of what is not wanted.
func asksGood(p *lint.Pass, yes reads.Branch, good *flow.Widget) bool {
	r, ok := reads.OnlyRead(p.Flow, yes.Condition)
	by := reads.InResponse(p.Flow, r)
	return ok && by != nil && offer.NamesGood(r.Name(len(r.Segments)-1)) &&
		!offer.ListsWatched(by.Name) && !offer.ListsWatched(reads.Path(r)) && !offer.ListsUnwanted(good.Name)
}

// tellsBad reports whether a text regrets something, or refuses it; not what was done before already.
func tellsBad(w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	return (offer.Regrets(text) || offer.Refuses(text) || offer.SaysWrong(text)) && !offer.SaysAlready(text) && !offer.SaysListed(text)
}
