package reads

import (
	"slices"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// Party tells whether a text is the number of the contact or of the flow, and nothing else; ""
// when it is something else.
func Party(f *flow.Flow, n source.Node) schemas.Content {
	t := f.TemplateAt(n)
	if t == nil || len(t.Liquid.Markup) != 1 || len(t.Refs()) != 1 || strings.TrimSpace(t.Text) != t.Liquid.Markup[0].In(t.Text) {
		return ""
	}
	r := t.Refs()[0]
	if filters, ok := Printed(r); !ok || len(filters) > 0 || r.Root() == "widgets" {
		return ""
	}
	if v := Value(f, r); v != nil {
		return v.Holds
	}
	return ""
}

// ByNumber reports whether a message, a call or a request leads to a widget, which then writes
// from number to number.
func ByNumber(f *flow.Flow, w *flow.Widget) bool {
	return slices.ContainsFunc(f.Entries(), func(e *flow.Entry) bool {
		return slices.Contains([]string{"incomingMessage", "incomingCall", "incomingRequest"}, e.Event) && e.Reaches(w)
	})
}
