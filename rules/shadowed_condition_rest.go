package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// reportNoRest reports the "noMatch" of a split of which two branches, one the contrary of the other, take whatever
// comes, when it alone leads to a word for a person: nobody ever hears that.
func reportNoRest(p *lint.Pass, w *flow.Widget, all []reads.Branch) {
	rest := w.OnKind(schemas.KindNoMatch)
	told := effects.Next(rest, effects.Tells, effects.Asks)
	if told == nil || len(all) < 2 || len(all) > split.Max || effects.OnlyInto(told) == nil {
		return
	}
	var order split.Order
	for _, b := range all {
		if !b.Literal || b.Subject != all[0].Subject || b.Subject == "" {
			return
		}
		order.Add(b.Comparison)
	}
	if one, other, ok := order.Opposites(); ok {
		p.Reportf(rest.PlaceOfNext(), "%s never comes to %s (\"noMatch\"): %s and %s take all there is between them; remove one, or lead it there",
			w.Label(), told.Label(), all[one].Words(), all[other].Words()).
			As(finding.Note).Relate(all[one], "the one").Relate(all[other], "its contrary")
	}
}
