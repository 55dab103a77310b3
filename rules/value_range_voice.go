package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/source"
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
		n := spokenVoice(w)
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

// spokenVoice returns the voice of a widget when it is a sentence, absent when it is none: no voice has three words.
func spokenVoice(w *flow.Widget) source.Node {
	if w.Facts.Speech == nil {
		return source.Node{}
	}
	n := w.Property(w.Facts.Speech.Voice)
	if text := n.Text(); !n.IsString() || strings.Count(text, " ") < 2 || liquid.HasMarkup(text) || len(strings.Fields(text)) < 3 || strings.Contains(text, "${") {
		return source.Node{}
	}
	return n
}
