package flow

import (
	"studiolint/lint/source"
)

// A SubflowCall is a widget that runs another flow as its subflow.
type SubflowCall struct {
	Widget     *Widget
	SID        source.Node // the string that names the flow; absent when there is none
	Revision   source.Node // the string that names its revision; absent when there is none
	Parameters source.Node // the list of what is passed; absent when there is none
}

// SubflowCalls returns the widgets that run other flows, in document order. The
// catalogue tells which they are by where their outputs come from.
func (f *Flow) SubflowCalls() []SubflowCall {
	var calls []SubflowCall
	for _, w := range f.Widgets {
		if w.Facts.Outputs.From != "subflow" {
			continue
		}
		c := SubflowCall{Widget: w}
		c.SID, _ = text(w.Property("flow_sid"))
		c.Revision, _ = text(w.Property("flow_revision"))
		if n := w.Property("parameters"); n.IsArray() {
			c.Parameters = n
		}
		calls = append(calls, c)
	}
	return calls
}
