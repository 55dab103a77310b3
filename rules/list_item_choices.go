package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// reportChoices reports the questions that list what a request brought, themselves or in a text right before, and ask
// which of it, while nothing tests before that there is some, or messages list long texts, however many there are:
// once.
func reportChoices(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		if reportList(p, w, w) {
			return
		}
		for _, t := range effects.Into(w) {
			if effects.ActOf(t.From) == effects.Tells && offer.AsksForItem(effects.Prompt(w).Text()) && reportList(p, w, t.From) {
				return
			}
		}
	}
}

// reportList reports the list from which one chooses at a question, where a widget tells it, and whether it did.
func reportList(p *lint.Pass, question, told *flow.Widget) bool {
	t := p.Flow.TemplateAt(effects.Prompt(told))
	if t == nil || !t.Liquid.Readable() {
		return false
	}
	for _, r := range t.Refs() {
		by := reads.Widget(p.Flow, r)
		if r.Use != liquid.UseLoop || by == nil || by.Facts.Request == nil || len(r.Segments) <= flow.ValueDepth {
			continue
		}
		why := "nothing limits how many of the long texts there are: a message holds 1,600 characters; add limit: to the loop"
		if !reads.TestedBefore(p.Flow, by, told) && !t.Liquid.HasTag("else") {
			why = "nothing tests before whether there is any: then one chooses from nothing; test it first"
		} else if question.Needs() != schemas.NeedsMessage || !listsSentences(t) || t.Liquid.LimitsLoops(t.Text) || t.Liquid.Shortens() {
			continue
		}
		d := p.Reportf(r.Template.Place(r.Reference.Span), "%s lists %s to choose from, and %s", told.Label(),
			reads.Path(r), why).As(finding.Note).Identify(told.Label())
		if told != question {
			d.Relate(question, "where one chooses")
		}
		return true
	}
	return false
}

// listsSentences reports whether a list tells sentences of each item, as its description is.
func listsSentences(t *flow.Template) bool {
	return slices.ContainsFunc(t.Liquid.References, func(r liquid.Reference) bool {
		return r.Local >= 0 && len(r.Segments) > 1 && offer.NamesSentences(r.Name(len(r.Segments)-1))
	})
}
