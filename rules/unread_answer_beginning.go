package rules

import (
	"slices"

	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// readsBeginning reports whether something reads what was written in the message that began the
// execution.
func readsBeginning(f *flow.Flow) bool {
	return slices.ContainsFunc(f.Refs(), func(r flow.Ref) bool {
		if r.Root() != "trigger" {
			return false
		}
		about := reads.About(f, r)
		return about == nil || !about.Address && !reads.Prefilled(r) && (about.Holds == schemas.HoldsReply || about.Holds == schemas.HoldsMedia || about.Holds == schemas.HoldsMediaCount || len(about.Keys) > 0)
	})
}

// readsMessage reports whether a widget reads the text of the message that began the execution.
func readsMessage(f *flow.Flow, w *flow.Widget) bool {
	return slices.ContainsFunc(f.TemplatesOf(w), func(t *flow.Template) bool {
		return slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { return r.Root() == "trigger" && reads.IsAnswer(f, r) })
	})
}
