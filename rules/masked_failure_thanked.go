package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportThankedFirst reports the requests that alone tell what a person has chosen, are made when the
// person was thanked already, and end also when they fail: once.
func reportThankedFirst(p *lint.Pass, read func() map[string]bool) {
	persons := values.AsksPerson.Of(p)
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Requests || w.Incomplete {
			continue
		}
		worked, failed := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
		if worked == nil || failed == nil || !worked.Ends() || !failed.Ends() || mayFail(w.Name) || !p.Flow.Reachable(w) {
			continue
		}
		word := thanksBefore(w, persons)
		switch {
		case word == nil || read()[w.Name] || read()[""] || losesAnswer(p, w, read): // reportLostAnswers
		case d == nil:
			d = p.Reportf(failed, "%s thanks for the choice before %s passes it on, and when that fails (%s) it is lost unseen; make the request first, and say so then",
				word.Label(), w.Label(), words.Quote(failed.Event)).Relate(word, "what is said first").Identify(w.Label())
		default:
			d.Also(failed, "so it is with "+w.Label())
		}
	}
}

// thanksBefore returns the words of thanks on a branch of a choice that alone lead to a request; nil
// when there are none.
func thanksBefore(request *flow.Widget, persons []bool) *flow.Widget {
	var word *flow.Widget
	for _, t := range effects.Into(request) {
		if word != nil && t.From != word {
			return nil
		}
		word = t.From
	}
	if word == nil || effects.ActOf(word) != effects.Tells || !claims(word) && !offer.Parts(effects.Prompt(word).Text()) {
		return nil
	}
	into := effects.Into(word)
	chosen := len(into) > 0 && !slices.ContainsFunc(into, func(t *flow.Transition) bool {
		return t.Facts.Kind != schemas.KindBranch || !t.From.Facts.Split || !persons[t.From.Index] && !effects.AfterAnswer(t.From)
	})
	if !chosen || !claims(word) && !isOneOfSeveral(into[0], request) {
		return nil
	}
	return word
}

// isOneOfSeveral reports whether another branch of the same split makes a request of its own: then it
// is the request that tells what was chosen.
func isOneOfSeveral(branch *flow.Transition, request *flow.Widget) bool {
	return slices.ContainsFunc(branch.From.Transitions, func(t *flow.Transition) bool {
		other := effects.RequestOn(t)
		return t.Facts.Kind == schemas.KindBranch && other != nil && other != request
	})
}
