package values

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
)

// AsksPerson holds, of each widget, whether it is a split that tests what a person said,
// typed or pressed: an output that only an answer fills, the message that started the
// flow, or a variable that one of them may have come to on the way.
var AsksPerson = lint.NewFact(func(d *project.Document) []bool {
	held := Held.Of(d)
	persons := make([]bool, len(d.Flow.Widgets))
	toAnswers := map[string]bool{}
	for _, w := range d.Flow.Widgets {
		persons[w.Index] = w.Facts.Split && slices.ContainsFunc(reads.Compared(d.Flow, w), func(r flow.Ref) bool {
			return reads.IsAnswer(d.Flow, r) || held.setToAnswer(r, toAnswers)
		})
	}
	return persons
})

// setToAnswer reports whether a reference reads a variable that was set to what a person
// answered. Which variables are ever set to that is noted: a split reads one of them again
// and again.
func (h *Holding) setToAnswer(r flow.Ref, noted map[string]bool) bool {
	f := h.document.Flow
	key, ok := reads.VariableOf(f, r)
	if !ok || f.Variable(key) == nil {
		return false
	}
	answered := func(by *flow.Write) bool {
		t := f.TemplateAt(by.Value)
		return t != nil && slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { return reads.IsAnswer(f, r) })
	}
	ever, known := noted[key]
	if !known {
		writes := f.Variable(key).Writes
		for i := range writes {
			ever = ever || answered(&writes[i])
		}
		noted[key] = ever
	}
	if !ever {
		return false
	}
	v := h.At(r)
	return !v.Known || slices.ContainsFunc(v.Writes, answered)
}
