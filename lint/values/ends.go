package values

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
)

// Ends are the words for one transition that ends the execution, and for some, of which the others are
// counted.
type Ends struct{ One, Some, Other string }

// Report reports transitions that end the execution in the same way, at the first of them: one decision mends
// them all.
func (e Ends) Report(p *lint.Pass, open []*flow.Transition, first flow.Routes) *finding.Diagnostic {
	t := open[0]
	w := t.From
	var d *finding.Diagnostic
	if n := len(open) - 1; n > 0 {
		d = p.Reportf(t, e.Some, w.Label(), words.Plural(n, e.Other))
	} else {
		d = p.Reportf(t, e.One, w.Label(), Unsaid(t))
	}
	for _, t := range open[1:] {
		d.Also(t, "and "+t.From.Label())
	}
	return d.Identify(w.Label()).Along(Route(p, first, w))
}
