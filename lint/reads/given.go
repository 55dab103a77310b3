package reads

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// GivenMessage reports whether a widget is given what a person wrote, itself or by a variable.
func GivenMessage(of lint.Subject, w *flow.Widget) bool { return givenMessage.Of(of)[w.Index] }

var givenMessage = lint.NewFact(func(d *project.Document) []bool {
	f := d.Flow
	written := func(t *flow.Template) bool {
		return t != nil && slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool {
			v := Value(f, r)
			return v != nil && v.Person && v.Holds == schemas.HoldsReply || r.Root() == "trigger" && r.Name(1) == "message" && len(r.Segments) == 2
		})
	}
	kept := map[string]bool{} // by variable: somebody's message is kept in it
	for _, w := range f.Widgets {
		for _, write := range f.Writes(w) {
			if written(f.TemplateAt(write.Value)) {
				kept[write.Key.Text()] = true
			}
		}
	}
	all := make([]bool, len(f.Widgets))
	for i, w := range f.Widgets {
		all[i] = slices.ContainsFunc(f.TemplatesOf(w), func(t *flow.Template) bool {
			return written(t) || len(kept) > 0 && slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool {
				key, ok := VariableOf(f, r)
				return ok && kept[key]
			})
		})
	}
	return all
})

// TestedBefore reports whether a split or a condition tests something that a request brought before one comes to
// a widget, or in it.
func TestedBefore(f *flow.Flow, by, at *flow.Widget) bool {
	return slices.ContainsFunc(f.OutputRefs(by.Name), func(r flow.Ref) bool {
		tests := r.Widget.Facts.Split && r.Widget != at || r.Use == liquid.UseCondition || r.Use == liquid.UseCase
		return tests && (r.Widget == at || f.CanPrecede(r.Widget, at))
	})
}
