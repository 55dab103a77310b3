package reads

import (
	"slices"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/schemas"
)

// GivenMessage reports whether a widget is given what a person wrote, itself or by a variable.
func GivenMessage(f *flow.Flow, w *flow.Widget) bool {
	written := func(t *flow.Template) bool {
		return t != nil && slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool {
			v := Value(f, r)
			return v != nil && v.Person && v.Holds == schemas.HoldsReply || r.Root() == "trigger" && r.Name(1) == "message" && len(r.Segments) == 2
		})
	}
	return slices.ContainsFunc(f.TemplatesOf(w), func(t *flow.Template) bool {
		return written(t) || slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool {
			key, ok := VariableOf(f, r)
			return ok && f.Variable(key) != nil && slices.ContainsFunc(f.Variable(key).Writes, func(by flow.Write) bool { return written(f.TemplateAt(by.Value)) })
		})
	})
}

// TestedBefore reports whether a split or a condition tests something that a request brought before one comes to
// a widget, or in it.
func TestedBefore(f *flow.Flow, by, at *flow.Widget) bool {
	return slices.ContainsFunc(f.OutputRefs(by.Name), func(r flow.Ref) bool {
		tests := r.Widget.Facts.Split && r.Widget != at || r.Use == liquid.UseCondition || r.Use == liquid.UseCase
		return tests && (r.Widget == at || f.CanPrecede(r.Widget, at))
	})
}
