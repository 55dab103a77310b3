package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// checkKeyed reports the messages to a number of ten digits as it was keyed, and what has it for its
// own, once. A call within North America may well reach it.
func checkKeyed(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		for i := range w.Facts.Properties {
			f := &w.Facts.Properties[i]
			if f.Format != schemas.FormatAddress || w.Facts.Transfer != nil {
				continue
			}
			r, asked := keyed(p.Flow, w, f)
			switch {
			case asked == nil || !isNational(asked) || !p.Flow.Reachable(w):
			case d == nil:
				d = p.Reportf(r.Place(), "%s takes the ten digits that were keyed at %s as they are, and a number needs its + and country code; write them before it",
					w.Label(), asked.Label()).As(finding.Note).Relate(asked, "where it is keyed").Identify(w.Label())
			default:
				d.Also(r.Place(), "so does "+w.Label())
			}
		}
	}
}

// keyed returns the question whose keys a property holds as they are, nil when it holds something else.
func keyed(f *flow.Flow, w *flow.Widget, property *schemas.Property) (r flow.Ref, asked *flow.Widget) {
	t := f.TemplateAt(w.Property(property.Name))
	if t == nil || len(t.Liquid.Markup) != 1 || len(t.Liquid.References) != 1 ||
		strings.TrimSpace(t.Text) != t.Liquid.Markup[0].In(t.Text) || !effects.TakesNumber(w, property) {
		return r, nil
	}
	r = flow.Ref{Template: t, Reference: &t.Liquid.References[0]}
	asked = reads.Widget(f, r)
	if filters, _ := reads.Printed(r); len(filters) > 0 || asked == nil || asked.Facts.KeyEntry == nil || !reads.IsAnswer(f, r) {
		return r, nil
	}
	return r, asked
}

// isNational reports whether a question is for ten digits.
func isNational(asked *flow.Widget) bool {
	const national = 10
	text := effects.Prompt(asked).Text()
	if offer.AsksForCountry(text) {
		return false
	}
	waits, ok := asked.Property(asked.Facts.KeyEntry.Count).Number()
	return ok && waits == national || offer.AsksForNational(text)
}
