package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportTrouble reports the questions whose silence leads to a text which says that something went wrong on our side, and
// nothing of an answer that did not come: once.
func reportTrouble(p *lint.Pass, first flow.Routes) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		silence := w.OnKind(schemas.KindTimeout)
		if silence == nil || effects.ActOf(w) != effects.Asks || w.Incomplete || !first.Reach(w) {
			continue
		}
		told := effects.PastSetting(silence)
		if told == nil || effects.ActOf(told) != effects.Tells || !reads.FixedWord(told) {
			continue
		}
		switch text := effects.Prompt(told).Text(); {
		case !offer.SaysFailed(text) || offer.MentionsSilence(text):
		case d == nil:
			d = p.Reportf(silence, "%s leads silence (%s) to %s, which says that something went wrong: nothing did; ask again, or say that no answer came",
				w.Label(), words.Quote(silence.Event), told.Label()).
				As(finding.Note).Identify(w.Label()).Relate(effects.PlaceOfPrompt(told), "what is told then")
		default:
			d.Also(silence, "and "+w.Label())
		}
	}
}
