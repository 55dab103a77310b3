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

// checkCrossedResults looks at the splits after calls that test how another call went, and at those
// that help whoever was talked to instead of whoever nobody talked to.
func checkCrossedResults(p *lint.Pass) {
	for w, t := range calls(p) {
		if effects.PastSetting(t) == nil || !effects.PastSetting(t).Facts.Split || p.Flow.Only(w.Name) != w {
			continue
		}
		transfer := w.Facts.Transfer
		w2 := effects.PastSetting(t)
		if other := otherCall(p, w2, w); other != nil && !readsResult(p.Flow, w) {
			p.Reportf(w2, "%s comes after the call of %s, but tests how that of %s went; test %s",
				w2.Label(), w.Label(), other.Label(), words.Shorten("widgets."+w.Name+"."+transfer.Result)).As(finding.Warning).Relate(w, "the call before it")
			continue
		}
		talked := onResult(p, w, t, transfer.Taken[0])
		if talked == nil || talked.Meant == nil || !talked.From.Facts.Split {
			continue
		}
		if told := toldUntaken(p, w, t, talked); told != nil {
			p.Reportf(talked.NextNode, "%s leads to %s when %s was talked to (%s), which says that nobody took the call, "+
				"and elsewhere when nobody did; exchange the two",
				talked.From.Label(), told.Label(), w.Label(), transfer.Taken[0]).
				As(finding.Warning).Relate(effects.PlaceOfPrompt(told), "what is said")
			continue
		}
		help := helpAfter(talked.Meant)
		if help == nil || help == w || slices.ContainsFunc(transfer.Unanswered, func(result string) bool { return !endsOn(p, w, t, result) }) {
			continue
		}
		p.Reportf(talked.NextNode, "%s leads to %s when %s was talked to (%s), and to the end when nobody took the call; exchange the two",
			talked.From.Label(), help.Label(), w.Label(), transfer.Taken[0]).As(finding.Note).Relate(help, "what is for calls that nobody answers")
	}
}

// toldUntaken returns what is told after a call that was talked to, when it says that nobody took it, and no result of
// one that nobody took leads there; else nil.
func toldUntaken(p *lint.Pass, w *flow.Widget, t, talked *flow.Transition) *flow.Widget {
	told := effects.Next(talked, effects.Tells)
	if told == nil || !offer.SaysUntaken(effects.Prompt(told).Text()) {
		return nil
	}
	for _, result := range w.Facts.Transfer.Unanswered {
		if on := onResult(p, w, t, result); on == nil || effects.PastSetting(on) == told {
			return nil
		}
	}
	return told
}

// otherCall returns the call of which alone a split tests how it went, when that is not the one
// before it; else nil.
func otherCall(p *lint.Pass, split, call *flow.Widget) *flow.Widget {
	var other *flow.Widget
	for _, r := range reads.Compared(p.Flow, split) {
		by := reads.Widget(p.Flow, r)
		if by == nil || by == call || by.Facts.Transfer == nil || r.Name(2) != by.Facts.Transfer.Result || other != nil && other != by {
			return nil
		}
		other = by
	}
	return other
}
