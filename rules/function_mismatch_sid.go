package rules

import (
	"slices"

	"studiolint/lint/flow"
)

// The kinds of SIDs that name a Function.
const (
	ofFunction    = "ZH"
	ofEnvironment = "ZE"
	ofService     = "ZS"
)

// sidProperty returns the name of the property that takes a kind of SID.
func sidProperty(w *flow.Widget, kind string) string {
	for i := range w.Facts.Properties {
		if f := &w.Facts.Properties[i]; slices.Contains(f.SID, kind) {
			return f.Name
		}
	}
	return ""
}
