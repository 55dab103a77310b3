package values

import (
	"slices"

	"studiolint/lint/flow"
	"studiolint/lint/project"
)

// AfterChoice reports whether a split on what a person answered comes before a widget.
func AfterChoice(d *project.Document, w *flow.Widget) bool {
	persons := AsksPerson.Of(d)
	return slices.ContainsFunc(d.Flow.Widgets, func(by *flow.Widget) bool { return persons[by.Index] && d.Flow.CanPrecede(by, w) })
}
