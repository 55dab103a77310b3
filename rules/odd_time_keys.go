package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkHurry reports the questions for a long number or a code that give a caller too little time to find
// the next digit: once.
func checkHurry(p *lint.Pass) {
	const short = 5 // seconds in which one may look up the next digit
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		keys := w.Facts.KeyEntry
		if keys == nil || w.OnKind(schemas.KindInput) == nil {
			continue
		}
		n := w.Property(w.Facts.Waits)
		seconds, known := effects.Waits(w)
		switch {
		case !known || !n.Exists() || seconds < 1 || seconds >= short || !wantsLongNumber(w) || !p.Flow.Reachable(w):
		case d == nil:
			d = p.Reportf(n, "%s gives %s for each key of a number that one has to look up; write 10", w.Label(), words.Plural(seconds, "second"))
		default:
			d.Also(n, "so does "+w.Label())
		}
	}
}

// wantsLongNumber reports whether a question asks for a number of many digits that hardly anybody knows by
// heart.
func wantsLongNumber(w *flow.Widget) bool {
	const long = 6 // digits
	text := effects.Prompt(w).Text()
	n, ok := w.Property(w.Facts.KeyEntry.Count).Number()
	if !ok {
		said, _ := offer.Digits(text)
		n = float64(said)
	}
	return n >= long && offer.HasToBeLookedUp(text)
}
