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

// reportSilentThanks reports the first questions of a flow whose silence is thanked for as an answer, in
// one and the same text: once.
func reportSilentThanks(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		silence := w.OnKind(schemas.KindTimeout)
		if silence == nil || effects.ActOf(w) != effects.Asks || w.Incomplete {
			continue
		}
		told := silentWord(p, w, silence)
		if told == nil || !reads.FixedWord(told) || !offer.ThanksForAnswer(effects.Prompt(told).Text()) ||
			offer.AtWill(effects.Prompt(told).Text()) {
			continue
		}
		answered := func(event string) bool {
			return slices.ContainsFunc(w.Transitions,
				func(t *flow.Transition) bool { return t.Raised() == event && t.Facts.Kind == schemas.KindInput })
		}
		switch {
		case !answers.AskedFirst.Of(p)[w.Index] || !p.Flow.CanPrecedeBy(w, answered, told):
		case d == nil:
			d = p.Reportf(silence.PlaceOfNext(), "%s leads silence (%s) to %s, which thanks for an answer, as after one: give silence a word of its own",
				w.Label(), words.Quote(silence.Event), told.Label()).Relate(told, "what is told then").Identify(w.Label())
		default:
			d.Also(silence.PlaceOfNext(), "so does "+w.Label())
		}
	}
}

// silentWord returns what silence at a question is told: at once, or by what fits no branch of the split on the answer.
func silentWord(p *lint.Pass, w *flow.Widget, silence *flow.Transition) *flow.Widget {
	to := effects.PastSetting(silence)
	if to == nil || !to.Facts.Split || reads.Asked(p.Flow, to) != w ||
		slices.ContainsFunc(reads.Branches.Of(p)[to.Index],
			func(b reads.Branch) bool { return b.Comparison.HoldsForBlank() != split.No }) {
		return effects.Next(silence, effects.Tells)
	}
	return effects.Next(to.OnKind(schemas.KindNoMatch), effects.Tells)
}

// reportElseThanked reports the menus that thank for what fits no branch, though branches take all that is offered, and
// nothing else reads the answer: once.
func reportElseThanked(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, m := range answers.Menus.Of(p) {
		told, silence := effects.Next(m.Otherwise, effects.Tells), m.Question.OnKind(schemas.KindTimeout)
		if told == nil || silence != nil && effects.PastSetting(silence) == m.Split || // reportSilentThanks
			!reads.FixedWord(told) || !offer.ThanksForAnswer(effects.Prompt(told).Text()) || !m.Fixed ||
			len(m.Offers) < 2 ||
			offer.OffersRest(effects.Prompt(m.Question).Text()) ||
			offer.AsksFreely(effects.Prompt(m.Question).Text()) || !m.TakesAllOffered() ||
			slices.ContainsFunc(m.Branches,
				func(b reads.Branch) bool { return effects.PastSetting(b.Transition) == told }) ||
			slices.ContainsFunc(p.Flow.OutputRefs(m.Question.Name),
				func(r flow.Ref) bool { return !r.Widget.Facts.Split && reads.IsAnswer(p.Flow, r) }) {
			continue
		}
		if d == nil {
			d = p.Reportf(m.Otherwise, "%s leads what fits no branch to %s, which thanks for it as for an answer, and it is lost; say what can be answered",
				m.Split.Label(), told.Label()).Relate(told, "what is told then").Identify(m.Split.Label())
		} else {
			d.Also(m.Otherwise, "so does "+m.Split.Label())
		}
	}
}
