package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
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

// reportBareVoices reports the voices that are named without the service which they are of: once each.
func reportBareVoices(p *lint.Pass) {
	told := map[string]*finding.Diagnostic{} // by the name of the voice
	for _, w := range p.Flow.Widgets {
		if w.Facts.Speech == nil {
			continue
		}
		n := w.Property(w.Facts.Speech.Voice)
		voice, literal := shape.Literal(p, n)
		if !literal {
			continue
		}
		switch whole := schemas.WithService(voice); {
		case whole == "":
		case told[whole] == nil:
			told[whole] = p.Reportf(n, "%s of %s is %s, which is no voice without its service (13511), so another one reads; write %s",
				words.Quote(n.Key()), w.Label(), words.Quote(voice), whole).Identify(voice)
		default:
			told[whole].Also(n, "so it is with "+w.Label())
		}
	}
}
