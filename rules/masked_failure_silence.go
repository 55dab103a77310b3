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
	"studiolint/schemas"
)

// reportSilence reports the questions whose silence is told as what a service has answered: that
// it found nothing. Once.
func reportSilence(p *lint.Pass) {
	denied := deniedByService(p.Flow)
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		t := w.OnKind(schemas.KindTimeout)
		if t == nil || effects.ActOf(w) != effects.Asks || !p.Flow.Reachable(w) {
			continue
		}
		what, told := "an answer of the service that says no", effects.Next(t, effects.Tells, effects.Asks)
		switch {
		case told == nil:
			continue
		case denied[told]:
		case tellsOfNothing(p.Flow, told):
			what = "a search that found nothing"
		default:
			continue
		}
		if d == nil {
			d = p.Reportf(t.PlaceOfNext(), "%s of %s leads to %s, as %s does: silence is told as that; say that nothing was heard",
				words.Quote(t.Event), w.Label(), told.Label(), what).Relate(told, "what is told then").Identify(w.Label())
		} else {
			d.Also(t.PlaceOfNext(), "so does that of "+w.Label())
		}
	}
}

// tellsOfNothing reports whether a widget tells a person that there is nothing to be had, and not
// that nothing was heard.
func tellsOfNothing(f *flow.Flow, w *flow.Widget) bool {
	text := plainWord(f, w)
	return offer.HasNone(text) && !offer.Unheard(text) && !offer.Troubled(text)
}

// deniedByService returns what tells a person no, and not that nothing was heard, after a split
// on what a request has brought.
func deniedByService(f *flow.Flow) map[*flow.Widget]bool {
	var denied map[*flow.Widget]bool
	for _, w := range f.Widgets {
		if !w.Facts.Split || !f.Reachable(w) || !slices.ContainsFunc(reads.Compared(f, w), func(r flow.Ref) bool {
			by := reads.Widget(f, r)
			return by != nil && by.Facts.Request != nil
		}) {
			continue
		}
		for _, t := range w.Transitions {
			if told := effects.Next(t, effects.Tells, effects.Asks); told != nil &&
				offer.Refuses(plainWord(f, told)) && !offer.Unheard(effects.Prompt(told).Text()) {
				if denied == nil {
					denied = map[*flow.Widget]bool{}
				}
				denied[told] = true
			}
		}
	}
	return denied
}
