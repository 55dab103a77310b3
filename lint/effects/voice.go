package effects

import (
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/source"
)

// SpokenVoice returns the voice of a widget when it is a sentence, absent when it is none: no voice has three words.
func SpokenVoice(w *flow.Widget) source.Node {
	if w.Facts.Speech == nil {
		return source.Node{}
	}
	n := w.Property(w.Facts.Speech.Voice)
	if text := n.Text(); !n.IsString() || strings.Count(text, " ") < 2 || strings.Contains(text, "{{") || len(strings.Fields(text)) < 3 || strings.Contains(text, "${") {
		return source.Node{}
	}
	return n
}
