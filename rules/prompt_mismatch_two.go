package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportTwoNumbers reports the questions on a call for two numbers in one entry, which come in as one, when
// a request is given that: once.
func reportTwoNumbers(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.KeyEntry == nil || !p.Flow.Reachable(w) || p.Flow.Only(w.Name) != w {
			continue
		}
		n := effects.Prompt(w)
		start, end := offer.TwoNumbers(n.Text())
		if end == 0 || partsEntry(p.Flow, w) {
			continue
		}
		if d == nil {
			d = p.Reportf(n.Part(start, end), "%s asks for %s, which come in as one number, and nothing parts them; ask for one after the other",
				w.Label(), words.Quote(strings.TrimSpace(n.Text()[start:end]))).Identify(w.Label())
		} else {
			d.Also(n.Part(start, end), "so does "+w.Label())
		}
	}
}

// partsEntry reports whether a step looks at a part of what was entered, or a split at its form, or a request or
// an agent is given it for what it is, and may take it apart.
func partsEntry(f *flow.Flow, w *flow.Widget) bool {
	given := false
	for _, r := range f.OutputRefs(w.Name) {
		filters, printed := reads.Printed(r)
		key := reads.KeyOf(r)
		if !printed || len(filters) > 0 || effects.ActOf(r.Widget) != effects.Requests || key == "" || words.NamesEntry(key) {
			return true
		}
		given = true
	}
	return !given
}
