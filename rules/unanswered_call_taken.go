package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// reportTakenForTalk reports the calls whose result a split tests, leads on for one of those that leave the
// caller waiting, and takes another one for a talk: once.
func reportTakenForTalk(p *lint.Pass) {
	var d *finding.Diagnostic
	for w := range calls(p) {
		if p.Flow.Only(w.Name) != w {
			continue
		}
		alike, apart, by := takenForTalk(p, w)
		switch {
		case by == nil:
		case d == nil:
			d = p.Reportf(by, "%s leads %s after %s to %s, as a talk (completed), but %s elsewhere; lead that there, too",
				by.From.Label(), words.List(alike), w.Label(), effects.PastSetting(by).Label(),
				words.List(apart)).As(finding.Note).Relate(effects.PastSetting(by), "what is said after a talk")
		default:
			d.Also(by, "so it is after "+w.Label())
		}
	}
}

// takenForTalk returns the results of a call that nobody took which lead to the last words of one that was
// talked to, those that lead elsewhere, and where it is so; nil where one of both is missing.
func takenForTalk(p *lint.Pass, call *flow.Widget) (alike, apart []string, by *flow.Transition) {
	t := call.On(call.Facts.Transfer.Event)
	talked := onResult(p, call, t, call.Facts.Transfer.Taken[0])
	if talked == nil || namesUnknown(p, talked.From) || effects.PastSetting(talked) == nil || !talked.From.Facts.Split ||
		effects.ActOf(effects.PastSetting(talked)) != effects.Tells {
		return nil, nil, nil
	}
	told := effects.PastSetting(talked)
	text := effects.Prompt(told).Text()
	if text == "" || offer.Troubled(text) || offer.Unheard(text) || offer.Refuses(text) ||
		offer.SaysClosed(text) != "" || values.TalksOn.Of(p)[told.Index] {
		return nil, nil, nil
	}
	for _, result := range call.Facts.Transfer.Missed {
		switch last := onResult(p, call, t, result); {
		case effects.PastSetting(last) == nil:
			return nil, nil, nil
		case effects.PastSetting(last) == told:
			alike, by = append(alike, result), last
		default:
			apart = append(apart, result)
		}
	}
	if len(apart) == 0 {
		return nil, nil, nil
	}
	return alike, apart, by
}

// namesUnknown reports whether a split compares a result with what is none, which condition-value tells: then that
// is what leads astray.
func namesUnknown(p *lint.Pass, w *flow.Widget) bool {
	return slices.ContainsFunc(reads.Branches.Of(p)[w.Index], func(b reads.Branch) bool {
		r, ok := reads.OnlyRead(p.Flow, b.Condition)
		if !ok {
			return true
		}
		texts, _ := b.Comparison.Texts()
		v := reads.Value(p.Flow, r)
		return v == nil || slices.ContainsFunc(texts, func(text string) bool { return !slices.Contains(v.Values, text) })
	})
}
