package flow

import (
	"slices"

	"studiolint/lint/source"
)

// A SubflowCall is a widget that runs another flow as its subflow.
type SubflowCall struct {
	Widget     *Widget
	SID        source.Node // the string that names the flow; absent when there is none
	Revision   source.Node // the string that names its revision; absent when there is none
	Parameters source.Node // the list of what is passed; absent when there is none
}

// RunsSubflows reports whether a widget runs another flow.
func (f *Flow) RunsSubflows() bool {
	return f.analysis.subflows.get(func() bool {
		return slices.ContainsFunc(f.Widgets, func(w *Widget) bool { return w.Facts.Subflow != nil })
	})
}

// SubflowCalls returns the widgets that run other flows, in document order.
func (f *Flow) SubflowCalls() []SubflowCall {
	var calls []SubflowCall
	for _, w := range f.Widgets {
		names := w.Facts.Subflow
		if names == nil {
			continue
		}
		c := SubflowCall{Widget: w}
		c.SID, _ = text(w.Property(names.Flow))
		c.Revision, _ = text(w.Property(names.Revision))
		if n := w.Property(names.Parameters); n.IsArray() {
			c.Parameters = n
		}
		calls = append(calls, c)
	}
	return calls
}
