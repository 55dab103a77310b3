package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// checkModels reports the questions for a name, an address or what has happened whose spoken
// answer is recognised as numbers and commands are: once.
func checkModels(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Speech == nil || w.Facts.Speech.HeardBy == "" {
			continue
		}
		for n := range w.Properties.Children() {
			switch facts := w.FactsOf(n); {
			case facts == nil || !slices.Contains(facts.Commands, n.Text()) || !asksFreely(p, w):
			case d == nil:
				d = p.Reportf(n, "%s asks for what callers say freely, but %s knows only numbers and short commands; write \"default\" or \"phone_call\"",
					w.Label(), words.Quote(n.Text())).As(finding.Note).Identify(w.Label())
			default:
				d.Also(n, "so does "+w.Label())
			}
		}
	}
}

// asksFreely reports whether a question leads on by what a caller says in words of his own.
func asksFreely(p *lint.Pass, w *flow.Widget) bool {
	t, text := w.On(w.Facts.Speech.HeardBy), effects.ToldBefore(w)
	return t != nil && t.Meant != nil && p.Flow.Reachable(w) && len(offer.In(text)) == 0 && len(offer.Said(text)) == 0 && offer.FreeSpeech(text)
}

// checkSpelled reports the questions that go on by a code of letters and digits which a caller says: once.
func checkSpelled(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Speech == nil || w.Facts.Speech.HeardBy == "" {
			continue
		}
		t := w.On(w.Facts.Speech.HeardBy)
		if t == nil || t.Meant == nil || !offer.AsksForLettersAndDigits(effects.ToldBefore(w)) || !p.Flow.Reachable(w) {
			continue
		}
		if d == nil {
			d = p.Reportf(w, "%s asks for letters and digits to be said, which are not recognised one by one; ask for digits by key, or in a text message",
				w.Label()).As(finding.Note).Identify(w.Label())
		} else {
			d.Also(w, "so does "+w.Label())
		}
	}
}
