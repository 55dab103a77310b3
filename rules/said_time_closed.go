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

// checkSaidClosed reports the texts that say "we are closed" to whoever has chosen a key, at whatever hour:
// nothing on the way there can have known the time. Once.
func checkSaidClosed(p *lint.Pass, closing []*flow.Widget) {
	if p.Flow.Entry(flow.ParentEvent) != nil || p.Flow.Entry(flow.RequestEvent) != nil {
		return // who runs the flow may know
	}
	var untimed flow.Routes
	var d *finding.Diagnostic
	for _, w := range closing {
		said := offer.SaysClosed(effects.Prompt(w).Text())
		if !isChosen(w) {
			continue
		}
		if untimed == nil {
			untimed = p.Flow.Routes(func(t *flow.Transition) bool { return !mayKnowTime(p.Flow, t.From) })
		}
		switch {
		case !untimed.Reach(w):
		case d == nil:
			d = p.Reportf(effects.Prompt(w), "%s says %s at any hour: nothing before it tests the time; test it, or name the hours",
				w.Label(), words.Quote(said)).Identify(w.Label())
		default:
			d.Also(effects.Prompt(w), "so does "+w.Label())
		}
	}
}

// isChosen reports whether one comes to a widget by an answer.
func isChosen(w *flow.Widget) bool {
	return slices.ContainsFunc(effects.Into(w), func(t *flow.Transition) bool {
		act := effects.ActOf(t.From)
		return act == effects.Asks || act == effects.Splits
	})
}

// mayKnowTime reports whether what leads on from a widget may depend on the hour: all but what is said
// and asked, what sets fixed texts, and splits on nothing but answers.
func mayKnowTime(f *flow.Flow, w *flow.Widget) bool {
	switch effects.ActOf(w) {
	case effects.Begins, effects.Tells, effects.Asks:
		return w.Incomplete
	case effects.Sets:
		return w.Incomplete || !effects.SetsFixed(f, w)
	case effects.Splits:
		compared := reads.Compared(f, w)
		return w.Incomplete || len(compared) == 0 || reads.ComparesUnknown(w) ||
			slices.ContainsFunc(compared, func(r flow.Ref) bool { return !reads.IsAnswer(f, r) })
	}
	return true
}
