package rules

import (
	"strconv"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportUnstripped reports the branches that ask how long a message is as it was written, with the blank that
// phones put after a word: once.
func reportUnstripped(p *lint.Pass) {
	var d *finding.Diagnostic
	for b := range reads.EachBranch(p) {
		w := b.Transition.From
		r, ok := lengthOf(p.Flow, b)
		switch {
		case !ok || !p.Flow.Reachable(w):
		case d == nil:
			d = p.Reportf(r.Place(), "%s counts the blanks around %s, too, and phones add one after a word; write | strip | size",
				w.Label(), words.Shorten(reads.Path(r))).As(finding.Note).Identify(w.Label())
		default:
			d.Also(r.Place(), "so does "+w.Label())
		}
	}
}

// lengthOf returns what somebody wrote whose length, as it stands, a branch compares for equality with a number of
// letters.
func lengthOf(f *flow.Flow, b reads.Branch) (flow.Ref, bool) {
	if op := b.Condition.Operator; !b.Literal || op != split.EqualTo && op != split.NotEqualTo && op != split.MatchesAnyOf {
		return flow.Ref{}, false
	}
	t := f.TemplateAt(b.Condition.Arguments.At(0))
	if t == nil || !t.Liquid.HasFilter(liquid.FilterSize) || len(t.Refs()) != 1 {
		return flow.Ref{}, false
	}
	if n, err := strconv.Atoi(b.Comparison.Value()); err != nil && b.Condition.Operator != split.MatchesAnyOf || err == nil && n < 1 {
		return flow.Ref{}, false
	}
	r := t.Refs()[0]
	filters, ok := reads.Printed(r)
	v := reads.Value(f, r)
	if !ok || v == nil || v.Holds != schemas.HoldsReply || filters[len(filters)-1].Name != liquid.FilterSize {
		return flow.Ref{}, false
	}
	// What else is done to the text first may take the blanks away, too.
	return r, reads.OnlyAlter(filters[:len(filters)-1], schemas.AltersCase)
}
