package rules

import (
	"strconv"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/words"
)

// reportTotals reports the texts that tell how far a number has come, of fewer than a split waits for.
func reportTotals(p *lint.Pass) {
	for _, t := range answers.Totals.Of(p) {
		p.Reportf(t.Ref, "%s tells how many there are of %d, but %s waits for %s; write the same number into both",
			t.Ref.Widget.Label(), t.Of, t.Branch.Transition.From.Label(), words.Quote(t.Branch.Comparison.Value())).
			Relate(t.Branch, "where they are counted").Identify(strconv.Itoa(t.Of))
	}
}
