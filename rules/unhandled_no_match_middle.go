package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportMiddle reports the splits on a person's number that ask for more and for less than one, and lead
// that one and whatever is no number to the same words: once.
func reportMiddle(p *lint.Pass) {
	persons := values.AsksPerson.Of(p)
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || !persons[w.Index] || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		middle := middleOf(reads.Branches.Of(p)[w.Index])
		otherwise := w.OnKind(schemas.KindNoMatch)
		if middle == "" || otherwise == nil {
			continue
		}
		told := saidToRest(p.Flow, w, otherwise)
		switch {
		case told == nil:
		case d == nil:
			d = p.Reportf(otherwise, "%s leads %s and whatever is no number to %s alike; give %s a branch, and ask again for the rest",
				w.Label(), words.Quote(middle), told.Label(), words.Quote(middle)).As(finding.Note).Identify(w.Label()).Relate(told, "what is told then")
		default:
			d.Also(otherwise, "so does "+w.Label())
		}
	}
}

// middleOf returns the number that two branches leave out, which ask for less and for more than it, and are
// all there are; "" when there is none.
func middleOf(all []reads.Branch) string {
	if len(all) != 2 || !all[0].Literal || !all[1].Literal || all[0].Subject != all[1].Subject ||
		all[0].Comparison.Value() != all[1].Comparison.Value() {
		return ""
	}
	a, b := all[0].Comparison.Operator(), all[1].Comparison.Operator()
	if split.IsBound(a) && b == split.Mirror(a) {
		return all[0].Comparison.Value()
	}
	return ""
}

// saidToRest returns what is told where nothing of a split fits, when that is the last word on the answer: it
// does not say that it was wrong, nor is the question asked again; else nil.
func saidToRest(f *flow.Flow, w *flow.Widget, otherwise *flow.Transition) *flow.Widget {
	told := effects.Next(otherwise, effects.Tells)
	if told == nil || f.SameLoop(told, w) {
		return nil
	}
	if text := effects.Prompt(told).Text(); offer.SaysWrong(text) || offer.AsksAnew(text) || offer.Troubled(text) {
		return nil
	}
	return told
}
