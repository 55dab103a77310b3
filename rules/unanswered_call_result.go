package rules

import (
	"studiolint/lint/flow"
	"studiolint/lint/reads"
)

// readsResult reports whether some template reads how a call went, or may.
func readsResult(f *flow.Flow, call *flow.Widget) bool {
	return f.Only(call.Name) != call || reads.Stored(f, call, func(key string) bool { return key == call.Facts.Transfer.Result })
}
