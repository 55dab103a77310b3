package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// checkDenied reports the first branch for an answer of a service that says no ("not_found", valid is false) which leads
// to a text that tells of something done, and whether it did.
func checkDenied(p *lint.Pass, branches []reads.Branch) bool {
	const most = 10 // branches that are looked at
	for _, b := range branches[:min(len(branches), most)] {
		if !b.Literal || !deniesAll(p, b) {
			continue
		}
		told := toldAfter(b.Transition)
		if told == nil || effects.ActOf(told) != effects.Tells {
			continue
		}
		text := effects.Prompt(told).Text()
		if liquid.HasTags(text) || isBadNews(text) || offer.MentionsUnfound(text) || offer.SaysAlready(text) ||
			offer.TellsOfBeginning(text) {
			continue
		}
		said, stored := offer.Promises(text, offer.Stored)
		if !stored && !offer.Confirms(text) || isForGood(b) || !p.Flow.Reachable(b.Transition.From) {
			continue
		}
		if said == "" {
			said = text
		}
		p.Reportf(b.Transition.NextNode, "%s of %s says no, but leads to %s, which says %s; lead it elsewhere",
			b.Words(), b.Transition.From.Label(), told.Label(), words.Quote(said)).
			Relate(effects.Prompt(told), "the text")
		return true
	}
	return false
}

// deniesAll reports whether a branch takes nothing but answers of a service that say no: by the value, or by false for
// what is well when it is true.
func deniesAll(p *lint.Pass, b reads.Branch) bool {
	texts, ok := b.Comparison.Texts()
	if !ok || len(texts) == 0 {
		return false
	}
	r, read := reads.OnlyRead(p.Flow, b.Condition)
	if !read {
		return false
	}
	by := reads.InResponse(p.Flow, r)
	if by == nil || offer.ListsWatched(by.Name) || offer.ListsWatched(reads.Path(r)) {
		return false
	}
	good := offer.NamesGood(r.Name(len(r.Segments) - 1))
	return !slices.ContainsFunc(texts, func(text string) bool {
		text = strings.ToLower(strings.TrimSpace(text))
		return !words.IsBadResult(text) && (!good || !words.IsFalse(text))
	})
}

// isForGood reports whether another way out of a split than a branch leads to a text which tells that something is there
// already, or refuses somebody: then what was not found is good.
func isForGood(b reads.Branch) bool {
	for _, t := range b.Transition.From.Transitions {
		if told := toldAfter(t); t != b.Transition && told != nil && told != toldAfter(b.Transition) {
			text := effects.Prompt(told).Text()
			if offer.SaysAlready(text) || isBadNews(text) && !offer.SaysFailed(text) {
				return true
			}
		}
	}
	return false
}
