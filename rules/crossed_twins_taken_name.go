package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportTakenName reports a step that gives a value under another name than its own, which is that of another value of the
// step: one of two lines that changed places, or were copied; and whether it did.
func reportTakenName(p *lint.Pass, w *flow.Widget, all []named) bool {
	if act := effects.ActOf(w); act != effects.Requests && act != effects.HandsOver && act != effects.RunsFlow {
		return false
	}
	for i, a := range all {
		if len(a.key) == 0 || words.SaysLittle(a.of) || words.Overlap(a.key, a.own) {
			continue
		}
		j := slices.IndexFunc(all, func(b named) bool { return words.SameLetters(b.name, a.of) })
		if j < 0 || j == i {
			continue
		}
		b := all[j]
		if a.answer && b.answer || words.Overlap(b.own, b.key) ||
			a.ref.Reference.String() == b.ref.Reference.String() {
			continue // of two answers wrong-question tells
		}
		p.Reportf(a.ref.Place(), "%s has %s as %s, and %s as %s: was one of the two copied?",
			w.Label(), reads.Path(a.ref), words.Quote(a.name), reads.Path(b.ref), words.Quote(b.name)).
			As(finding.Note).Relate(b.ref.Place(), "the other one").Identify(w.Label())
		return true
	}
	return false
}
