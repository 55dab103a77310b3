package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// reportJudged reports the calls after which, however they went, the caller is asked how the talk was:
// once.
func reportJudged(p *lint.Pass) {
	var d *finding.Diagnostic
	for w, t := range calls(p) {
		asks := judgedAfter(t)
		switch {
		case asks == nil || readsResult(p.Flow, w):
		case d == nil:
			d = p.Reportf(t, "after the call of %s, %s asks how it was, also when nobody took it; test %s first",
				w.Label(), asks.Label(),
				words.Shorten("widgets."+w.Name+"."+w.Facts.Transfer.Result)).
				As(finding.Note).Relate(effects.PlaceOfPrompt(asks), "what is asked")
		default:
			d.Also(t, "so it is after "+w.Label())
		}
	}
}

// judgedAfter returns what asks how a talk was right after it, or after words; nil when nothing does.
func judgedAfter(t *flow.Transition) *flow.Widget {
	const far = 3
	for range far {
		w := effects.Next(t, effects.Tells, effects.Asks)
		if w == nil {
			return nil
		}
		if offer.AsksForMark(effects.Prompt(w).Text()) {
			return w
		}
		if effects.ActOf(w) == effects.Asks {
			return nil
		}
		t = w.Onward()
	}
	return nil
}
