package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportUnled reports the branch for a value that the flow is started with and that leads nowhere, as "noMatch" does,
// while another one goes on: once in a flow.
func reportUnled(p *lint.Pass, persons []bool) {
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || persons[w.Index] || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		otherwise := w.OnKind(schemas.KindNoMatch)
		if otherwise == nil || !otherwise.Ends() || !isStartedWith(p.Flow, w) {
			continue
		}
		all := reads.Branches.Of(p)[w.Index]
		open := slices.IndexFunc(all, func(b reads.Branch) bool { return b.Transition.Ends() && namesChoice(b) })
		goes := slices.IndexFunc(all, func(b reads.Branch) bool { return b.Transition.Next != "" && namesChoice(b) })
		if open < 0 || goes < 0 {
			continue
		}
		b := all[open]
		p.Reportf(b.Transition, "%s leads nowhere on %s, as on anything else; connect that branch, or take it away", w.Label(), words.Quote(b.Comparison.Value())).
			As(finding.Note).Relate(all[goes].Transition, "what goes on").Identify(w.Label())
		return
	}
}

// isStartedWith reports whether a split is on what the flow is started with.
func isStartedWith(f *flow.Flow, w *flow.Widget) bool {
	all := reads.Compared(f, w)
	return len(all) > 0 && !slices.ContainsFunc(all, func(r flow.Ref) bool { return r.Root() != "flow" || r.Name(1) != "data" })
}

// namesChoice reports whether a branch takes one word that is no yes or no, and nothing that says there is nothing to do.
func namesChoice(b reads.Branch) bool {
	value := strings.ToLower(strings.TrimSpace(b.Comparison.Value()))
	return b.Literal && b.Comparison.Operator() == split.EqualTo && value != "" &&
		!words.IsYesOrNo(value) && !words.IsTrue(value) && !words.IsFalse(value) && !words.IsNothing(value) && !words.NamesStop(value)
}
