package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// reportChoices reports the messages that list what a request brought, and ask which of it, while
// nothing tests that there is some, or however much it is: once.
func reportChoices(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Needs() != schemas.NeedsMessage || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		t := p.Flow.TemplateAt(effects.Prompt(w))
		if t == nil || !t.Liquid.Readable() {
			continue
		}
		for _, r := range t.Refs() {
			by := reads.Widget(p.Flow, r)
			if r.Use != liquid.UseLoop || by == nil || by.Facts.Request == nil || len(r.Segments) <= flow.ValueDepth {
				continue
			}
			why := "nothing limits how many there are: a message holds 1,600 characters; add limit: to the loop"
			if !isTestedAtAll(p.Flow, by) {
				why = "nothing tests whether there is any: then one chooses from nothing; test it first"
			} else if strings.Contains(t.Text, "limit") || strings.Contains(t.Text, "slice") || strings.Contains(t.Text, "truncate") {
				continue
			}
			p.Reportf(r.Template.Place(r.Reference.Span), "%s lists %s to choose from, and %s", w.Label(), reads.Path(r), why).As(finding.Note).Identify(w.Label())
			return
		}
	}
}

// isTestedAtAll reports whether a split or a condition tests something that a request brought.
func isTestedAtAll(f *flow.Flow, by *flow.Widget) bool {
	return slices.ContainsFunc(f.OutputRefs(by.Name), func(r flow.Ref) bool {
		return r.Widget.Facts.Split || r.Use == liquid.UseCondition || r.Use == liquid.UseCase
	})
}
