package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportSingle reports the questions for a number of the caller's own of which one entry alone is
// taken, that stands in the flow, and which nothing else looks at: once a flow.
func reportSingle(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		asked := reads.Asked(p.Flow, w)
		if asked == nil || asked.Facts.KeyEntry == nil || !offer.AsksForOwn(effects.ToldBefore(asked)) || isLookedUp(p.Flow, asked) {
			continue
		}
		b, ok := onlyEntry(p, w)
		switch {
		case !ok:
		case d == nil:
			d = p.Reportf(b.Condition.Value, "%s asks for a number of the caller's own, and %s takes %s alone: nobody else gets on; look it up",
				asked.Label(), w.Label(), words.Quote(b.Condition.Value.Text())).As(finding.Note).Relate(asked, "the question")
		default:
			d.Also(b.Condition.Value, "so does "+w.Label())
		}
	}
}

// onlyEntry returns the branch for the only entry of several digits that a split takes; one of a
// single digit is a way out.
func onlyEntry(p *lint.Pass, w *flow.Widget) (only reads.Branch, ok bool) {
	const several = 3
	for _, b := range reads.Branches.Of(p)[w.Index] {
		texts, listed := b.Comparison.Texts()
		text := b.Comparison.Value()
		if len(texts) == 1 {
			text = texts[0]
		}
		switch {
		case !b.Literal || !listed || len(texts) != 1:
			return only, false
		case len(text) == 1:
		case len(text) < several || !split.IsNumber(text) || ok:
			return only, false
		default:
			only, ok = b, true
		}
	}
	return only, ok && !slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
		return t.Facts.Kind == schemas.KindBranch && len(t.Conditions) != 1
	})
}

// isLookedUp reports whether anything but splits reads what was entered.
func isLookedUp(f *flow.Flow, asked *flow.Widget) bool {
	if f.Only(asked.Name) != asked {
		return true
	}
	for r := range reads.UsesOf(f, asked) {
		if !r.Widget.Facts.Split {
			return true
		}
	}
	return false
}
