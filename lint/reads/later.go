package reads

import (
	"slices"

	"studiolint/lint/flow"
)

// ComesLater reports whether what a reference reads of a widget is sent to an address later on, and stored
// nowhere: the text of a recording.
func ComesLater(r flow.Ref, w *flow.Widget) bool {
	t := w.Facts.Transcription
	return t != nil && slices.Contains(t.Sends, r.Name(2))
}
