package values

import (
	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
)

// AfterChoice reports whether a split on what a person answered comes before a widget.
func AfterChoice(d *project.Document, w *flow.Widget) bool {
	some := choices.Of(d)
	return some.Precede(w) || some.Has(w) && d.Flow.CanPrecede(w, w)
}

var choices = lint.NewFact(func(d *project.Document) *flow.Some {
	persons := AsksPerson.Of(d)
	return d.Flow.Some(func(w *flow.Widget) bool { return persons[w.Index] })
})
