package answers

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// A SilentMore is a question by message, whether there is anything else, whose silence leads where the yes to it does.
type SilentMore struct {
	Silence *flow.Transition
	To      *flow.Widget // the question that is asked then
	No      *flow.Transition
}

// SilentMores are those of a flow.
func SilentMores(d *project.Document) (all []SilentMore) {
	for _, m := range Menus.Of(d) {
		silence := m.Question.OnKind(schemas.KindTimeout)
		if m.Question.Needs() != schemas.NeedsMessage || silence == nil ||
			!offer.AsksWhatElse(effects.Prompt(m.Question).Text()) {
			continue
		}
		to := m.Leads(silence)
		yes, no := m.minds(effects.ToldBefore(m.Question))
		if effects.ActOf(to) != effects.Asks || to == m.Question || yes == nil || no == nil ||
			m.Leads(yes.Transition) != to || m.Leads(no.Transition) == to {
			continue
		}
		all = append(all, SilentMore{silence, to, no.Transition})
	}
	return all
}
