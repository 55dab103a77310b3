package rules

import (
	"studiolint/lint/flow"
	"studiolint/lint/reads"
)

// readsMessage reports whether a widget reads the text of the message that began the execution.
func readsMessage(f *flow.Flow, w *flow.Widget) bool {
	return f.Reads(w, func(r flow.Ref) bool { return r.Root() == "trigger" && reads.IsAnswer(f, r) })
}
