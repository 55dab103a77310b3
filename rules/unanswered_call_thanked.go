package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportTalkThanked reports the calls after which, however they went, the caller is thanked for the talk:
// once.
func reportTalkThanked(p *lint.Pass) {
	var d *finding.Diagnostic
	for w, t := range calls(p) {
		told := effects.Next(t, effects.Tells)
		switch {
		case told == nil || told == judgedAfter(t) || !offer.ThanksForTalk(effects.Prompt(told).Text()) || readsResult(p.Flow, w):
		case d == nil:
			d = p.Reportf(t, "after the call of %s, %s thanks for the talk, also when nobody took it; test %s first",
				w.Label(), told.Label(), words.Shorten("widgets."+w.Name+"."+w.Facts.Transfer.Result)).
				As(finding.Note).Relate(effects.PlaceOfPrompt(told), "what is said")
		default:
			d.Also(t, "so it is after "+w.Label())
		}
	}
	if d == nil {
		reportMissedThanked(p)
	}
}

// reportMissedThanked reports the calls that a flow makes after which the person is thanked for the talk when there
// was none: once.
func reportMissedThanked(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if w.Facts.Creates == nil || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		for _, t := range w.Transitions {
			if t.Facts.Kind != schemas.KindUnanswered && t.Facts.Kind != schemas.KindFailure {
				continue
			}
			if told := effects.Next(t, effects.Tells); told != nil && offer.ThanksForTalk(effects.Prompt(told).Text()) {
				p.Reportf(t, "%s thanks for the talk, but comes also on %s of %s, when there was none; lead that elsewhere",
					told.Label(), words.Quote(t.Event), w.Label()).
					As(finding.Note).Relate(effects.PlaceOfPrompt(told), "what is said").Identify(w.Label())
				return
			}
		}
	}
}
