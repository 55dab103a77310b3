package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportInSubflow reports the requests of a subflow that ends when they fail, though it
// asks the person itself: its parent goes on as if it had worked.
func reportInSubflow(p *lint.Pass, normal flow.Routes) {
	parent := p.Flow.Entry(flow.ParentEvent)
	if parent == nil {
		return
	}
	worked := parent.Walk(func(t *flow.Transition) bool { return t.Facts.Known() && t.Facts.Kind != schemas.KindFailure })
	noticed := values.Noticed.Of(p)
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Requests || w.Repeats() || normal.Reach(w) || !worked.Reach(w) {
			continue
		}
		open, _, _ := failuresOf(p, w)
		goes := w.OnKind(schemas.KindSuccess)
		if open == nil || !open.Ends() || goes == nil || goes.Meant == nil || !noticed[goes.Meant.Index] || !afterQuestion(p.Flow, w) {
			continue
		}
		if d != nil {
			d.Also(open, "so does "+w.Label())
			continue
		}
		d = p.Reportf(open, "%s ends the subflow without a word when it fails (%s), and the parent takes it for completed; say so, or set a variable that the parent tests",
			w.Label(), words.Quote(open.Event)).As(finding.Note)
	}
}
