package rules

import (
	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkHeaders reports fields that are named after headers of a request: the widget sends them
// as parameters.
func checkHeaders(p *lint.Pass, w *flow.Widget, q *schemas.Request) {
	if len(q.NamedBy) > 0 {
		return // a Function may well be written for them
	}
	for _, item := range w.Property(q.Fields).Elements() {
		if key := item.Get("key"); key.IsString() && address.IsHeader(key.Text()) {
			d, first := p.ReportOncef(w, key, "%s is the name of a header, but %s sends it as a parameter, and it can send no headers of its own; let a Function call that server", words.Quote(key.Text()), w.Label())
			if first {
				d.As(finding.Note)
			}
		}
	}
}
