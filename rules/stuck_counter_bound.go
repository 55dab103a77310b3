package rules

import (
	"slices"
	"strconv"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/loops"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportVainBounds reports the splits right after a counter that never end their loop, or always do: a warning for what
// goes round for ever, a note for what is asked once only.
func reportVainBounds(p *lint.Pass) {
	for _, v := range answers.VainBounds.Of(p) {
		w := v.Branch.Transition.From
		ref, ok := reads.OnlyRead(p.Flow, v.Branch.Condition)
		if !ok || isToldElsewhere(p, w) {
			continue
		}
		path, first := words.Shorten(reads.Path(ref)), strconv.Itoa(v.First)
		if v.Round {
			p.Reportf(v.Branch, "%s is %s when %s first tests it, and rises: %s never ends the loop, and it goes on to %s steps (81000); write a limit that it meets",
				path, first, w.Label(), v.Branch.Words(), loops.Limit("steps")).Relate(v.Never.PlaceOfNext(), "the way that is never taken")
			continue
		}
		p.Reportf(v.Branch, "%s is %s when %s first tests it, and rises: %s never leads to %s, so nothing is asked again; write a higher limit",
			path, first, w.Label(), v.Branch.Words(), v.Never.Meant.Label()).As(finding.Note).Relate(v.Never.PlaceOfNext(), "the way that is never taken")
	}
}

// isToldElsewhere reports whether another kind tells what is wrong with a counter that a split tests.
func isToldElsewhere(p *lint.Pass, w *flow.Widget) bool {
	return slices.ContainsFunc(answers.Prematures.Of(p), func(r answers.Premature) bool { return r.Branch.Transition.From == w }) ||
		slices.ContainsFunc(loops.DeadCounters.Of(p), func(c loops.DeadCounter) bool { return c.Split == w })
}
