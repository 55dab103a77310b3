package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// isToldAlike reports whether a failed request leads to a last text of which a split on what the request brings
// makes its no: who gets it believes to know the answer, and it says nothing of a failure.
func isToldAlike(p *lint.Pass, w *flow.Widget, worked, failed *flow.Transition) bool {
	told := effects.Next(failed, effects.Tells)
	if told == nil || w.Facts.Request == nil || mayFail(w.Name) || !onlyLeaveAfter(p, told) || !saysOneThing(p.Flow, w, told) {
		return false
	}
	hours := offer.SaysNobody(effects.Prompt(told).Text()) != ""
	if !hours && !takesAnswer(w) && !reads.GivenAnswer(p.Flow, w) && !reads.GivesContact(p.Flow, w) {
		return false // it is about nobody
	}
	split := effects.PastSetting(worked)
	if split == nil || !split.Facts.Split || !testsWhatCame(p.Flow, split, w) {
		return false
	}
	const far = 5 // steps before somebody comes to speak to
	leads, elsewhere := false, false
	for _, t := range split.Transitions {
		switch {
		case t.Meant == nil:
		case effects.Next(t, effects.Tells) == told:
			if !saysNo(p, t) {
				return false
			}
			leads = true
		default:
			elsewhere = elsewhere || !hours ||
				effects.ActOf(effects.Over(t, far, effects.Tells, effects.Sets)) == effects.HandsOver
		}
	}
	return leads && elsewhere
}

func reportToldAlike(p *lint.Pass, w *flow.Widget, failed *flow.Transition) {
	p.Reportf(failed.NextNode, "%s of %s leads to %s, as an answer that says no does; give the outage a message of its own",
		words.Quote(failed.Event), w.Label(), effects.PastSetting(failed).Label())
}

// saysOneThing reports whether a text denies a person something, the same whatever a request brings, and does not
// say that somebody will see to it.
func saysOneThing(f *flow.Flow, w, told *flow.Widget) bool {
	text := effects.Prompt(told).Text()
	_, promised := offer.Promises(text, offer.CallBack)
	return !promised && !strings.Contains(text, "{%") && deniesOnly(text) && !reads.Of(f, told, w)
}

// deniesOnly reports whether a text denies a person something or sends whoever is not known to join, and tells of no
// failure. What denies nothing fits an outage as well.
func deniesOnly(text string) bool {
	return (offer.Refuses(text) || offer.SaysNobody(text) != "") && !offer.SaysFailed(text) || offer.BidsJoin(text)
}

// onlyLeaveAfter reports whether nothing but leave is taken after a text.
func onlyLeaveAfter(p *lint.Pass, told *flow.Widget) bool {
	return len(told.Transitions) > 0 && !slices.ContainsFunc(told.Transitions, func(t *flow.Transition) bool {
		return t.Facts.Kind != schemas.KindFailure && !endsWithLeave(p, t)
	})
}

// endsWithLeave reports whether a transition ends the execution, or only a goodbye comes before that.
func endsWithLeave(p *lint.Pass, t *flow.Transition) bool {
	next := effects.Next(t, effects.Tells)
	return t.Ends() || next != nil && lastWord(p, next) && !offer.SaysMoreThanBye(p.Flow.Plain(effects.Prompt(next)))
}

// saysNo reports whether what a service answers says no when a split takes a transition: it fits no branch, or each
// condition, all of which hold then, is for a word for that.
func saysNo(p *lint.Pass, t *flow.Transition) bool {
	if t.Facts.Kind == schemas.KindNoMatch {
		return true
	}
	branches := reads.BranchesOf(p, t)
	return len(branches) > 0 && len(branches) == len(t.Conditions) && !slices.ContainsFunc(branches, func(b reads.Branch) bool {
		texts, ok := b.Comparison.Texts()
		return !ok || slices.ContainsFunc(texts, func(text string) bool { return !words.IsDenial(text) })
	})
}

// testsWhatCame reports whether a split tests what a request has brought, also by a variable that holds it.
func testsWhatCame(f *flow.Flow, split, request *flow.Widget) bool {
	return slices.ContainsFunc(reads.Compared(f, split), func(r flow.Ref) bool { return reads.Widget(f, reads.Kept(f, r)) == request })
}
