package values

import (
	"slices"

	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// AfterFailure returns a path by which one comes to a widget when a request has failed, and
// whether there is one. A path that leads through a split on what the request has brought, or
// on a variable, is none: the split may tell the failure apart.
func AfterFailure(f *flow.Flow, request, to *flow.Widget) ([]*flow.Transition, bool) {
	return f.PathBetween(request, to, func(t *flow.Transition) bool {
		if t.From == request {
			return t.Facts.Kind == schemas.KindFailure
		}
		return !t.From.Facts.Split || !slices.ContainsFunc(reads.Compared(f, t.From), func(r flow.Ref) bool {
			_, variable := reads.VariableOf(f, r)
			return variable || reads.Widget(f, r) == request
		})
	})
}
