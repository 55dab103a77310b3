package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// reportLetThrough reports a split on secret codes after which whoever has none goes on to the same
// question: one a flow.
func reportLetThrough(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		all := reads.Branches.Of(p)[w.Index]
		otherwise := w.OnKind(schemas.KindNoMatch)
		if len(all) == 0 || otherwise == nil || slices.ContainsFunc(all, func(b reads.Branch) bool { return !b.Literal || !takesCodes(b) }) {
			continue
		}
		asked := reads.Asked(p.Flow, w)
		if asked == nil || !offer.AsksForSecret(effects.ToldBefore(asked)) || offer.ChoosesSecret(effects.ToldBefore(asked)) {
			continue
		}
		to := pastTelling(p.Flow, otherwise)
		if to == nil || to == asked || effects.ActOf(to) != effects.Asks ||
			slices.ContainsFunc(all, func(b reads.Branch) bool { return pastTelling(p.Flow, b.Transition) != to }) {
			continue
		}
		p.Reportf(otherwise, "%s checks a code, but whoever has a wrong one goes on to %s as well; ask again, or end",
			w.Label(), to.Label()).As(finding.Note).Relate(to, "where both lead").Relate(asked, "the question for the code")
		return
	}
}

// pastTelling returns the widget to which a transition leads over a few texts, and what sets nothing that is read.
func pastTelling(f *flow.Flow, t *flow.Transition) *flow.Widget {
	const far = 4
	return effects.OverIdle(f, t, far, effects.Tells)
}

// takesCodes reports whether a branch takes nothing but codes: numbers of several digits.
func takesCodes(b reads.Branch) bool {
	const digits = 3
	texts, ok := b.Comparison.Texts()
	return ok && len(texts) > 0 && !slices.ContainsFunc(texts, func(text string) bool {
		return len(text) < digits || strings.Trim(text, "0123456789") != ""
	})
}
