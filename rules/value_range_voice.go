package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportSpokenVoices reports the sentences that stand where the name of a voice is wanted: once. Where nothing else is
// to be heard the schema's finding tells it.
func reportSpokenVoices(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Speech == nil || len(w.Facts.Content) == 0 {
			continue
		}
		n := effects.SpokenVoice(w)
		switch {
		case !n.Exists() || !w.Prompt.Exists():
		case d == nil:
			d = p.Reportf(n, "%s of %s is a text and no voice, and nobody hears it: it belongs into %s; choose a voice, such as Polly.Joanna",
				words.Quote(n.Key()), w.Label(), words.Quote(w.Facts.Content[0])).Identify(w.Label())
		default:
			d.Also(n, "so it is with "+w.Label())
		}
	}
}
