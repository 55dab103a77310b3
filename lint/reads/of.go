package reads

import (
	"slices"

	"studiolint/lint/flow"
)

// Of reports whether a widget reads what another one stores.
func Of(f *flow.Flow, w, from *flow.Widget) bool {
	return f.Reads(w, func(r flow.Ref) bool { return Widget(f, r) == from })
}

// AnyAnswer reports whether a widget reads what a person has answered.
func AnyAnswer(f *flow.Flow, w *flow.Widget) bool {
	return f.Reads(w, func(r flow.Ref) bool { return IsAnswer(f, r) })
}

// AnyVariable reports whether a widget reads a variable.
func AnyVariable(f *flow.Flow, w *flow.Widget) bool {
	return f.Reads(w, func(r flow.Ref) bool {
		_, ok := VariableOf(f, r)
		return ok
	})
}

// TestsResponse reports whether a widget is a split on what a request brings.
func TestsResponse(f *flow.Flow, w, request *flow.Widget) bool {
	return w.Facts.Split && slices.ContainsFunc(Compared(f, w), func(r flow.Ref) bool { return Response(f, r) == request })
}
