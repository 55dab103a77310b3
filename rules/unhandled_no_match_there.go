package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// reportAskedIfThere reports the splits of which an answer that fits no branch leads to a text that asks whether somebody
// is there: once.
func reportAskedIfThere(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split {
			continue
		}
		t := w.OnKind(schemas.KindNoMatch)
		told := effects.Next(t, effects.Tells, effects.Asks)
		if told == nil {
			continue
		}
		text := effects.Prompt(told).Text()
		switch {
		case !offer.AsksIfThere(text) || offer.SaysWrong(text) || !p.Flow.Reachable(w) || !onlyAfterAnswers(p.Flow, w):
		case d == nil:
			d = p.Reportf(t.PlaceOfNext(), "%s answers what it does not know with %s, which is for silence; say what was wrong",
				w.Label(), told.Label()).
				As(finding.Note).Relate(effects.PlaceOfPrompt(told), "what is asked then").Identify(w.Label())
		default:
			d.Also(t.PlaceOfNext(), "so does "+w.Label())
		}
	}
}

// onlyAfterAnswers reports whether a split tests nothing but answers, and comes after no silence.
func onlyAfterAnswers(f *flow.Flow, w *flow.Widget) bool {
	compared := reads.Compared(f, w)
	return len(compared) > 0 && !slices.ContainsFunc(compared, func(r flow.Ref) bool {
		asked := reads.Widget(f, r)
		return asked == nil || !reads.IsAnswer(f, r) || effects.LeadsTo(asked.OnKind(schemas.KindTimeout), w)
	})
}
