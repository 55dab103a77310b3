package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// reportEmergencies reports the keys for an emergency that lead to a recording, while another key of the menu
// puts the caller through: once.
func reportEmergencies(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, m := range answers.AllMenus.Of(p) {
		b := offeredFor(p, m, offer.ForEmergency)
		if b == nil || !takesMessage(b.Transition) || hurriesOn(b.Transition) {
			continue
		}
		other := false
		for _, c := range m.Branches {
			other = other || putsThrough(c.Transition)
		}
		switch {
		case !other:
		case d == nil:
			d = p.Reportf(b.Transition.NextNode, "%s is for an emergency, but leads to a recording, while others are put through; do so here, too",
				b.Words()).
				Relate(effects.PlaceOfPrompt(m.Question), "what offers it").As(finding.Note).Identify(m.Question.Label() + words.Quote("emergency"))
		default:
			d.Also(b.Transition.NextNode, "so does that of "+m.Question.Label())
		}
	}
}

// hurriesOn reports whether what is told on the way to a recording says that somebody learns of it at once.
func hurriesOn(t *flow.Transition) bool {
	const far = 4
	for w := range t.Ahead(far) {
		if offer.Hurries(effects.Prompt(w).Text()) || len(effects.Says(w)) > 0 && !effects.Prompt(w).Exists() {
			return true
		}
	}
	return false
}
