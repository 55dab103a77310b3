package reads

import (
	"slices"

	"studiolint/lint/flow"
)

// GivenAnswer reports whether a request is given what a person answered, itself or by a
// variable.
func GivenAnswer(f *flow.Flow, w *flow.Widget) bool {
	answers := func(t *flow.Template) bool {
		return t != nil && slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { return IsGiven(f, r) })
	}
	return slices.ContainsFunc(f.TemplatesOf(w), func(t *flow.Template) bool {
		return answers(t) || slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool {
			key, ok := VariableOf(f, r)
			return ok && key != "" && f.Variable(key) != nil &&
				slices.ContainsFunc(f.Variable(key).Writes,
					func(by flow.Write) bool { return answers(f.TemplateAt(by.Value)) })
		})
	})
}
