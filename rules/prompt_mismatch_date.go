package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/schemas"
)

// reportDates reports the questions for a date in so many digits that do not say how it is written:
// once.
func reportDates(p *lint.Pass) {
	const least = 4 // digits
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		keys := w.Facts.KeyEntry
		if keys == nil {
			continue
		}
		n := effects.Prompt(w)
		text := n.Text()
		waits, ok := w.Property(keys.Count).Number()
		switch {
		case !ok || waits < least || !offer.AsksForDate(text) || p.Flow.Plain(n) != text || spokenToo(w) || !p.Flow.Reachable(w):
		case d == nil:
			d = p.Reportf(n, "%s asks for a date in %d digits, and not in which order; say it, as in 0427 for April 2027", w.Label(), int(waits)).Identify(w.Label())
		default:
			d.Also(n, "so does "+w.Label())
		}
	}
}

// spokenToo reports whether speech leads on from a question, too.
func spokenToo(w *flow.Widget) bool {
	by := effects.Raised(w, schemas.BySpeech)
	return by != nil && slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return t.Event == by.Name && t.Meant != nil })
}
