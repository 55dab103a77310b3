package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/schemas"
)

// reportSaysContrary reports the texts that tell of the contrary of what the request before them is named after: once.
func reportSaysContrary(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Request == nil || !p.Flow.Reachable(w) {
			continue
		}
		cancels := offer.NamesCancelling(w.Name)
		if !cancels && !offer.NamesBooking(w.Name) {
			continue
		}
		worked := w.OnKind(schemas.KindSuccess)
		if worked == nil || worked.Meant == nil {
			continue
		}
		told := effects.PastSetting(worked)
		if told == nil || effects.ActOf(told) != effects.Tells || liquid.HasTags(effects.Prompt(told).Text()) ||
			slices.ContainsFunc(effects.Into(told), func(t *flow.Transition) bool {
				return t.From != w &&
					effects.ActOf(t.From) != effects.Sets
			}) {
			continue
		}
		text, act := p.Flow.Plain(effects.Prompt(told)), "is cancelled"
		if cancels {
			act = "is booked or confirmed"
		}
		switch {
		case cancels && !offer.SaysBooked(text) || !cancels && !offer.SaysCancelled(text):
		case d == nil:
			d = p.Reportf(effects.Prompt(told), "%s comes when %s has worked, and says that something %s; say what was done", told.Label(), w.Label(), act).Relate(worked, "what leads there").Identify(w.Label())
		default:
			d.Also(effects.Prompt(told), "so does "+told.Label())
		}
	}
}
