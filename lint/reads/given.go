package reads

import (
	"slices"

	"studiolint/lint/flow"
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
