package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportFailOpen reports the ways past a check of a secret code: silence or a failure of the request that checks it
// leads where the right code leads. One a flow, with the others.
func reportFailOpen(p *lint.Pass) {
	const most = 20 // requests whose answers are looked at
	tried := 0
	var d *finding.Diagnostic
	tell := func(asked *flow.Widget, t *flow.Transition, in *flow.Widget) {
		if d == nil {
			d = p.Reportf(t.PlaceOfNext(), "%s of %s leads to %s, as the right code does: whoever has none gets in so; lead it elsewhere",
				words.Quote(t.Event), t.From.Label(), in.Label()).As(finding.Note).Relate(asked, "the question for the code").Identify(t.From.Label())
		} else {
			d.Also(t.PlaceOfNext(), "so does "+words.Quote(t.Event)+" of "+t.From.Label())
		}
	}
	for _, asked := range p.Flow.Widgets {
		if !answers.Asks(asked) || p.Flow.Only(asked.Name) != asked || !p.Flow.Reachable(asked) {
			continue
		}
		if text := effects.Prompt(asked).Text(); !offer.AsksForSecret(text) || offer.ChoosesSecret(text) {
			continue
		}
		for _, c := range codeChecks(p, asked, &tried, most) {
			for _, t := range c.others {
				if in := letsIn(p.Flow, t, c.right); in != nil && effects.PastIdle(p.Flow, t) != asked {
					tell(asked, t, in)
				}
			}
		}
	}
}

// A codeCheck is the branch for the right code, and the ways on which there was none.
type codeCheck struct {
	right  *flow.Transition
	others []*flow.Transition
}

// codeChecks returns the checks of the code that a question asks for: by a split, or by a request that is given it.
func codeChecks(p *lint.Pass, asked *flow.Widget, tried *int, most int) (all []codeCheck) {
	text := effects.Prompt(asked).Text()
	silence := asked.OnKind(schemas.KindTimeout)
	if offer.TellsToHold(text) != "" || offer.GoesOnUnanswered(text) || offer.SaysOfSilence(text) || offer.AsksWhoHas(text) {
		silence = nil // who has no code is told to wait
	}
	for _, r := range p.Flow.OutputRefs(asked.Name) {
		by := r.Widget
		if !reads.IsAnswer(p.Flow, r) || *tried >= most || slices.ContainsFunc(all, func(c codeCheck) bool { return c.right.From == by }) {
			continue
		}
		if by.Facts.Split {
			if right := rightCode(p, by, takesCodes); right != nil {
				all = append(all, codeCheck{right, []*flow.Transition{silence}})
			}
			continue
		}
		*tried++
		verdict := effects.Next(by.OnKind(schemas.KindSuccess), effects.Splits)
		if by.Facts.Request == nil || verdict == nil || !reads.TestsResponse(p.Flow, verdict, by) {
			continue
		}
		right := rightCode(p, verdict, saysRight)
		if right != nil && effects.Next(right, effects.HandsOver) == nil { // somebody who can ask
			all = append(all, codeCheck{right, []*flow.Transition{silence, by.OnKind(schemas.KindFailure)}})
		}
	}
	return all
}

// rightCode returns a branch of a split that takes a right code, where all that do lead alike, and what fits none leads
// elsewhere; nil where there is none.
func rightCode(p *lint.Pass, w *flow.Widget, takes func(reads.Branch) bool) (right *flow.Transition) {
	for _, b := range reads.Branches.Of(p)[w.Index] {
		switch {
		case !b.Literal || !takes(b):
		case b.Transition.Meant == nil, right != nil && !leadsAlike(p.Flow, b.Transition, right):
			return nil
		default:
			right = b.Transition
		}
	}
	if otherwise := w.OnKind(schemas.KindNoMatch); right == nil || otherwise == nil || leadsAlike(p.Flow, otherwise, right) {
		return nil
	}
	return right
}

// letsIn returns where a way leads to which the right code leads, too, at once or over what is said; nil where it leads
// elsewhere, or is told first that the code could not be checked: that is meant.
func letsIn(f *flow.Flow, t, right *flow.Transition) *flow.Widget {
	switch {
	case t == nil || t.Meant == nil || !leadsAlike(f, t, right):
		return nil
	case effects.PastIdle(f, t) == effects.PastIdle(f, right):
		return effects.PastIdle(f, t)
	}
	in := pastTelling(f, t)
	for w := t.Meant; w != in; w = w.Onward().Meant {
		if text := effects.Prompt(w).Text(); offer.SaysUnchecked(text) || offer.SaysFailed(text) || offer.Troubled(text) {
			return nil
		}
	}
	return in
}

// leadsAlike reports whether two transitions lead to the same, at once or over what is said.
func leadsAlike(f *flow.Flow, a, b *flow.Transition) bool {
	if effects.PastIdle(f, a) == effects.PastIdle(f, b) {
		return true
	}
	to := pastTelling(f, a)
	return to != nil && to == pastTelling(f, b)
}

// saysRight reports whether a branch takes the word of a service that a code is right.
func saysRight(b reads.Branch) bool {
	return slices.ContainsFunc(words.Approvals, func(word string) bool { return b.Comparison.Holds(word) == split.Yes }) &&
		b.Comparison.Holds("false") != split.Yes && b.Comparison.HoldsForBlank() != split.Yes
}
