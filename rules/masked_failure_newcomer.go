package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportNewcomer reports a look-up of the person whose failure leads where newcomers sign up: one a
// flow.
func reportNewcomer(p *lint.Pass) {
	for failed, worked := range personLookUps(p) {
		w := failed.From
		asked := signsUp(failed)
		if asked == nil || asked == effects.FirstAsked(worked) || !slices.ContainsFunc(p.Flow.Widgets, func(by *flow.Widget) bool {
			return by != w && by.Facts.Request != nil && reads.GivenAnswer(p.Flow, by) && !effects.LooksUp(by) && p.Flow.CanPrecede(asked, by)
		}) {
			continue
		}
		p.Reportf(failed.NextNode, "when %s fails (%s), people who are known sign up again at %s; tell the two apart",
			w.Label(), words.Quote(failed.Event), failed.Meant.Label()).As(finding.Note).Relate(asked, "what is asked then")
		return
	}
}

// signsUp returns the question for a name or the like to which a failure leads, over words that do not
// say that something is wrong.
func signsUp(failed *flow.Transition) *flow.Widget {
	const far = 6
	for w := range failed.Ahead(far) {
		text := effects.Prompt(w).Text()
		switch effects.ActOf(w) {
		case effects.Asks:
			if offer.Troubled(text) || !offer.AsksForName(text) && (!offer.AsksForData(text) || offer.AsksForKnown(text)) {
				return nil
			}
			return w
		case effects.Tells:
			if offer.Troubled(text) || offer.Refuses(text) {
				return nil
			}
		case effects.Sets:
		default:
			return nil
		}
	}
	return nil
}
