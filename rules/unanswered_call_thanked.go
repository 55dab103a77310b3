package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// reportTalkThanked reports the calls after which, however they went, the caller is thanked for the talk:
// once.
func reportTalkThanked(p *lint.Pass) {
	var d *finding.Diagnostic
	for w, t := range calls(p) {
		told := effects.Next(t, effects.Tells)
		switch {
		case told == nil || !offer.ThanksForTalk(effects.Prompt(told).Text()) || readsResult(p.Flow, w):
		case d == nil:
			d = p.Reportf(t, "after the call of %s, %s thanks for the talk, also when nobody took it; test %s first",
				w.Label(), told.Label(), words.Shorten("widgets."+w.Name+"."+w.Facts.Transfer.Result)).As(finding.Note).Relate(effects.Prompt(told), "what is said")
		default:
			d.Also(t, "so it is after "+w.Label())
		}
	}
}
