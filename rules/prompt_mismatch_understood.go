package rules

import (
	"slices"

	"studiolint/lint"
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

// reportUnderstood reports the texts that say that an answer was not understood, where one comes only by answers that
// were: once. A question that follows is asked again for some other reason.
func reportUnderstood(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		n := effects.Prompt(w)
		if effects.ActOf(w) != effects.Tells || w.Incomplete || !n.IsString() || liquid.HasTags(n.Text()) {
			continue
		}
		said := offer.NotUnderstood(n.Text())
		if said == "" || asksAfter(p.Flow, w) || !p.Flow.Reachable(w) {
			continue
		}
		by, ok := understoodBy(p, w)
		switch {
		case !ok:
		case d == nil:
			d = p.Reportf(n, "%s says %s, but who comes here was understood: %s of %s leads here; say what fits there",
				w.Label(), words.Quote(said), by.Words(), by.Transition.From.Label()).As(finding.Note).Relate(by, "the answer").Identify(w.Label())
		default:
			d.Also(n, "so does "+w.Label())
		}
	}
}

// asksAfter reports whether a question comes right after a text.
func asksAfter(f *flow.Flow, w *flow.Widget) bool {
	next := effects.PastIdle(f, w.Onward())
	return next != nil && effects.ActOf(next) == effects.Asks
}

// understoodBy returns one of the answers by which one comes to a text, when all that leads there is a branch for a
// certain answer of a person, and neither for a yes or a no, which may say that something was misheard.
func understoodBy(p *lint.Pass, w *flow.Widget) (by reads.Branch, ok bool) {
	before := w.In
	for len(before) == 1 && effects.Idle(p.Flow, before[0].From) {
		before = before[0].From.In
	}
	for _, t := range before {
		if t.Facts.Kind != schemas.KindBranch || !t.From.Facts.Split || len(t.Conditions) != 1 {
			return by, false
		}
		all := reads.BranchesOf(p.Document, t)
		if len(all) != 1 || !isOneAnswer(p.Flow, all[0]) {
			return by, false
		}
		by = all[0]
	}
	return by, len(before) > 0 && !asksIfUnderstood(p.Flow, reads.Asked(p.Flow, by.Transition.From))
}

// asksIfUnderstood reports whether a question repeats what was answered, asks whether it is right, or speaks of not being
// understood itself: an answer may then say that something was misheard.
func asksIfUnderstood(f *flow.Flow, question *flow.Widget) bool {
	if question == nil {
		return false
	}
	text := effects.Prompt(question).Text()
	return offer.AsksIfRight(text) || offer.NotUnderstood(text) != "" ||
		reads.AnyAnswer(f, question)
}

// isOneAnswer reports whether a branch is for certain keys or words that a person answers.
func isOneAnswer(f *flow.Flow, b reads.Branch) bool {
	r, one := reads.TestedAnswer(f, b.Condition)
	texts, exact := b.Comparison.Texts()
	return one && exact && b.Literal && reads.IsGiven(f, r) && b.Comparison.HoldsForBlank() != split.Yes &&
		len(texts) > 0 && !slices.ContainsFunc(texts, words.IsYesOrNo)
}
