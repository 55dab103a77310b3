package rules

import (
	"sync"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportSilentAnswers reports the questions that tell one to enter something, or on a call to say it, of which
// nothing reads the answer, and which silence leaves by the same way: once.
func reportSilentAnswers(p *lint.Pass) {
	var d *finding.Diagnostic
	unread := answers.Unread.Of(p)
	agents := sync.OnceValue(func() []*flow.Widget { return agentsOf(p.Flow) })
	for _, w := range p.Flow.Widgets {
		if !unread[w.Index] || w.Incomplete {
			continue
		}
		text := effects.Prompt(w).Text()
		entry := offer.AsksForEntry(text)
		answered := silentAnswer(w, entry)
		switch {
		case answered == nil || !entry && (w.Facts.KeyEntry == nil || !offer.BidsEnter(text)) || agentSees(p.Flow, w, agents()) || !p.Flow.Reachable(w) || shape.MayRead(p, w):
		case d == nil:
			d = p.Reportf(w, "%s leads to %s whether one answers or not, and nothing reads the answer; read %s",
				w.Label(), answered.Meant.Label(), words.Shorten(reads.AnswerOn(answered))).As(finding.Note).Identify(w.Label())
		default:
			d.Also(w, "so does "+w.Label())
		}
	}
}

// silentAnswer returns the transition by which an answer leaves a question when silence, and any other
// answer, leads to the same widget; else nil. Who takes over may ask again for what is no entry.
func silentAnswer(w *flow.Widget, entry bool) (answered *flow.Transition) {
	silent := w.OnKind(schemas.KindTimeout)
	if silent == nil || effects.PastSetting(silent) == nil || effects.PastSetting(silent) == w {
		return nil
	}
	for _, t := range w.Transitions {
		switch {
		case t.Facts.Kind == schemas.KindInput && t.Ends(): // it is not listened for
		case t.Facts.Kind == schemas.KindFailure: // it was not even asked
		case effects.PastSetting(t) != effects.PastSetting(silent):
			return nil
		case t.Facts.Kind == schemas.KindInput && answered == nil && reads.AnswerOn(t) != "":
			answered = t
		}
	}
	if act := effects.ActOf(effects.PastSetting(silent)); !entry && (act == effects.HandsOver || act == effects.Splits) {
		return nil
	}
	return answered
}
