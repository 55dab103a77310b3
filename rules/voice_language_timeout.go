package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/liquid"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// checkClashes reports the questions whose model for speech does not work with what says when speech is over: once.
func checkClashes(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Speech == nil || !p.Flow.Reachable(w) {
			continue
		}
		for n := range w.Properties.Children() {
			facts := w.FactsOf(n)
			if facts == nil || facts.Clash == nil || !n.IsString() || n.Text() == "" || liquid.HasMarkup(n.Text()) ||
				slices.Contains(facts.Clash.Unless, n.Text()) {
				continue
			}
			c := facts.Clash
			other := w.Property(c.With)
			t := w.On(w.Facts.Speech.HeardBy)
			if other.Text() != c.Value || t == nil || t.Meant == nil || !shape.Sound(p, n) {
				continue
			}
			if d == nil {
				d = p.Reportf(other, "%s has %s %s and %s %s, which Twilio does not take together (%d); write seconds, such as 3",
					w.Label(), facts.Name, words.Quote(n.Text()), c.With, words.Quote(c.Value), c.Code).Identify(w.Label()).Relate(n, "the model")
			} else {
				d.Also(other, "so does "+w.Label())
			}
		}
	}
}
