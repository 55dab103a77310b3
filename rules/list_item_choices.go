package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// reportChoices reports the messages that list what a request brought, and ask which of it, while
// nothing tests before that there is some, or long texts are listed, however many there are: once.
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
			why := "nothing limits how many of the long texts there are: a message holds 1,600 characters; add limit: to the loop"
			if !reads.TestedBefore(p.Flow, by, w) && !strings.Contains(t.Text, "else") {
				why = "nothing tests before whether there is any: then one chooses from nothing; test it first"
			} else if !listsSentences(t) || strings.Contains(t.Text, "limit") || strings.Contains(t.Text, "slice") || strings.Contains(t.Text, "truncate") {
				continue
			}
			p.Reportf(r.Template.Place(r.Reference.Span), "%s lists %s to choose from, and %s", w.Label(), reads.Path(r), why).As(finding.Note).Identify(w.Label())
			return
		}
	}
}

// listsSentences reports whether a list tells sentences of each item, as its description is.
func listsSentences(t *flow.Template) bool {
	return slices.ContainsFunc(t.Liquid.References, func(r liquid.Reference) bool {
		return r.Local >= 0 && len(r.Segments) > 1 && offer.NamesSentences(r.Name(len(r.Segments)-1))
	})
}
