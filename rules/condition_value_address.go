package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
)

// reportNoAddress reports an expression with an @ that refuses every e-mail address, where the prompt
// asks for one and no other branch takes them.
func reportNoAddress(p *lint.Pass, w *flow.Widget) {
	all := reads.Branches.Of(p)[w.Index]
	i := slices.IndexFunc(all, func(b reads.Branch) bool {
		return b.Literal && b.Comparison.Operator() == split.Regex && strings.Contains(b.Condition.Value.Text(), "@")
	})
	if i < 0 {
		return
	}
	if offer.EndsAtHost(all[i].Condition.Value.Text()) {
		return // for the people of one company
	}
	asked := reads.Asked(p.Flow, w)
	if asked == nil || !offer.SpeaksOfEmail(effects.ToldBefore(asked)) {
		return
	}
	for _, text := range offer.SampleEmails {
		if slices.ContainsFunc(all, func(b reads.Branch) bool { return !b.Literal || b.Comparison.Holds(text) != split.No }) {
			return
		}
	}
	p.Reportf(all[i], "%s takes no address: it must match the whole text, and ann.bell@example.org does not; write [^@\\s]+@[^@\\s]+", all[i].Words()).
		Relate(asked, "the question")
}
