package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// checkDayNumbers reports the list of days of a split that has the number which the other format has for Sunday, while
// no branch has its own: %w writes 0, and %u writes 7.
func checkDayNumbers(p *lint.Pass, w *flow.Widget) {
	branches := reads.Branches.Of(p)[w.Index]
	for _, b := range branches {
		if b.Comparison.Operator() != split.MatchesAnyOf || !b.Literal || len(b.Comparison.Entries()) < 2 {
			continue
		}
		format, never, sunday := reads.FormatTested(p.Flow, b), "", ""
		switch format {
		case "%w":
			never, sunday = "7", "0"
		case "%u":
			never, sunday = "0", "7"
		}
		takesSunday := func(b reads.Branch) bool { return b.Comparison.Holds(sunday) != split.No }
		listed := slices.Contains(b.Comparison.Entries(), never)
		if !listed || slices.ContainsFunc(branches, takesSunday) {
			continue
		}
		p.Reportf(b, "%s writes %s for Sunday, never %s, so no branch is taken on Sundays; write %s",
			words.Quote(format), words.Quote(sunday), words.Quote(never), words.Quote(sunday))
		return
	}
}
