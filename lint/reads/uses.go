package reads

import (
	"iter"
	"slices"

	"studiolint/lint/flow"
)

// UsesOf yields what reads the answer to a question, also by a variable that is set to it.
func UsesOf(f *flow.Flow, w *flow.Widget) iter.Seq[flow.Ref] {
	return func(yield func(flow.Ref) bool) {
		for _, r := range f.OutputRefs(w.Name) {
			if !IsAnswer(f, r) {
				continue
			}
			if v := variableSetTo(f, r); v == nil {
				if !yield(r) {
					return
				}
			} else if slices.ContainsFunc(v.Reads, func(read flow.Ref) bool { return !yield(read) }) {
				return
			}
		}
	}
}

// variableSetTo returns the variable that Set Variables sets to what a reference reads; nil where it stands
// elsewhere, or much reads it, or what reads it is not known, as where a parent gets all variables.
func variableSetTo(f *flow.Flow, r flow.Ref) *flow.Variable {
	const most = 50
	if len(f.ReadsOfAny()) > 0 || f.Entry(flow.ParentEvent) != nil {
		return nil
	}
	for _, write := range f.Writes(r.Widget) {
		if v := f.Variable(write.Key.Text()); write.Value == r.Node && len(v.Reads) <= most {
			return v
		}
	}
	return nil
}
