package rules

import (
	"strconv"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/source"
)

// suggestOneKey lets a question wait for one key. That nobody enters more, the flow alone
// does not tell.
func suggestOneKey(w *flow.Widget, d *finding.Diagnostic) {
	name := w.Facts.KeyEntry.Count
	change := w.Properties.InsertMember(w.Properties.Len(), name, source.Integer(1))
	if n := w.Property(name); n.Exists() {
		change = n.SetValue(source.Integer(1))
	}
	d.Suggest(false, "Write "+strconv.Quote(name)+": 1", change)
}
