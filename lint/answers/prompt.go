package answers

import (
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/source"
)

// Prompt returns the property whose text a widget says or sends, absent when it has
// none or plays a recording.
func Prompt(w *flow.Widget) source.Node {
	for _, name := range w.Facts.Content {
		n := w.Property(name)
		p := w.Facts.Property(name)
		if n.IsString() && p != nil && p.Format == "" && len(p.SID) == 0 && strings.TrimSpace(n.Text()) != "" {
			return n
		}
	}
	return source.Node{}
}
