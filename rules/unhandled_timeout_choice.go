package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportSilentChoices reports the menus on a call whose silence counts as consent, or as a choice that is then
// done: once.
func reportSilentChoices(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, s := range answers.SilentChoices.Of(p) {
		if d == nil {
			d = p.Reportf(s.Silence, "%s leads silence (%s) where %s leads: whoever says nothing has chosen that; ask again, or leave it undone",
				s.Silence.From.Label(), words.Quote(s.Silence.Event), words.Quote(s.Offer.Answer)).As(finding.Note).Relate(s.Branch, "the branch").Identify(s.Silence.From.Label())
		} else {
			d.Also(s.Silence, "so does "+s.Silence.From.Label())
		}
	}
}
