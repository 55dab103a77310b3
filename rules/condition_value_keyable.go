package rules

import (
	"math"
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/literal"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkKeyable reports a comparison that no keys of a phone fit, or not so few of them as a question waits for.
// Single words and the key that ends what is entered are told by checkAnswers.
func checkKeyable(p *lint.Pass, b reads.Branch, r flow.Ref) {
	w := reads.Widget(p.Flow, r)
	if w == nil || w.Facts.KeyEntry == nil || r.Liquid.HasFilter() {
		return
	}
	output := w.Facts.Outputs.Key(r.Name(2))
	if output == nil || output.Holds != schemas.HoldsKeys {
		return
	}
	texts, equal := b.Comparison.Texts()
	if equal && (slices.Contains(texts, answers.FinishKey(w)) || isWordForKeys(output, texts)) {
		return
	}
	n := w.Property(w.Facts.KeyEntry.Count)
	most, counted := n.Number()
	switch {
	case !b.Comparison.MaySpell(literal.Keys, math.MaxInt) && isMeantForSpeech(p, b, w):
	case !b.Comparison.MaySpell(literal.Keys, math.MaxInt):
		p.Reportf(b, "%s holds keys, 0 to 9, * and #, and %s wants another sign, so this branch is never taken; write the keys alone",
			reads.Path(r), b.Words()).Relate(w, "the question")
	case counted && effects.Allowed(w, n.Key(), most) && !b.Comparison.MaySpell(literal.Keys, int(most)) && !isCutOff(w, int(most)):
		p.Reportf(b, "%s waits for %s, and %s wants more, so this branch is never taken; correct one of them",
			w.Label(), words.Plural(int(most), "key"), b.Words()).Relate(n, "how many there are")
	}
}

// isMeantForSpeech reports whether the split of a branch tests the keys where it was to test what was said, of which
// wrong-question tells.
func isMeantForSpeech(p *lint.Pass, b reads.Branch, question *flow.Widget) bool {
	w := b.Transition.From
	return slices.ContainsFunc(answers.Misread.Of(p), func(m answers.Misreading) bool {
		return m.Split == w && m.Asked != nil && m.Asked.From == question && m.Ref.Name(1) == question.Name && shape.Clear(p, w) && shape.Clear(p, question)
	})
}

// isCutOff reports whether a question itself asks for more keys than it takes, of which prompt-mismatch
// tells.
func isCutOff(w *flow.Widget, most int) bool {
	text := effects.ToldBefore(w)
	asked, _ := offer.Digits(text)
	return asked > most || offer.DigitsNamed(w.Name) > most || most == 1 && (offer.UpTo(text) != "" || offer.AsksForCode(text))
}
