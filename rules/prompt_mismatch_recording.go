package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// checkSaidBeep compares whether there is a beep.
func checkSaidBeep(p *lint.Pass, w *flow.Widget, text string) {
	if n := w.Property("play_beep"); n.Text() == "false" && offer.SpeaksOfBeep(text) {
		p.Reportf(n, "the caller is told to speak after the beep, but %s of %s is false, so none comes; write true", words.Quote(n.Key()), w.Label())
	}
}

// checkSaidLength compares how long a recording may be.
func checkSaidLength(p *lint.Pass, w *flow.Widget, text string) {
	if w.Facts.Transcription == nil {
		return
	}
	n := w.Property(w.Facts.Transcription.Length)
	most, ok := n.Number()
	if !ok || !effects.Allowed(w, n.Key(), most) {
		return
	}
	if seconds, said := offer.SpeaksOfLength(text); seconds > int(most) {
		p.Reportf(n, "the caller is told of %s, but %s records %s seconds at most; write %d", words.Quote(said), w.Label(), n.Raw(), seconds)
	}
}
