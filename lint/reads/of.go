package reads

import (
	"slices"

	"studiolint/lint/flow"
)

// Of reports whether a widget reads what another one stores.
func Of(f *flow.Flow, w, from *flow.Widget) bool {
	return slices.ContainsFunc(f.TemplatesOf(w), func(t *flow.Template) bool {
		return slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { return Widget(f, r) == from })
	})
}
