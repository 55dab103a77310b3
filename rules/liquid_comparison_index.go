package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportIndexes reports the answers that a split takes in letters of any case, and that are taken as
// they were written for the name of a member, which is in letters of one case: once a flow.
func reportIndexes(p *lint.Pass) {
	var d *finding.Diagnostic
	var told []string
	for _, r := range p.Flow.Refs() {
		if r.Use != liquid.UseIndex || slices.Contains(told, r.Reference.String()) || !p.Flow.Reachable(r.Widget) {
			continue
		}
		v := reads.Value(p.Flow, r)
		if v == nil || v.Holds != schemas.HoldsReply {
			continue
		}
		by, ok := loosely(p, r)
		switch {
		case !ok:
		case d == nil:
			told = append(told, r.Reference.String())
			d = p.Reportf(r.Place(), "%s looks for %s as written, but %s takes it in any letters: in others it finds nothing; use it | strip, and in one case",
				r.Widget.Label(), reads.Path(r), by.Transition.From.Label()).As(finding.Note).Relate(by,
				words.Quote(by.Condition.Operator)+" does not tell letters apart")
		case !d.Full():
			told = append(told, r.Reference.String())
			d.Relate(r.Place(), "so does "+r.Widget.Label())
		}
	}
}

// loosely returns the branch by which a split takes, in letters of any case, what a reference reads.
func loosely(p *lint.Pass, r flow.Ref) (reads.Branch, bool) {
	path := r.Reference.String()
	for _, other := range p.Flow.OutputRefs(r.Name(1)) {
		if !other.Widget.Facts.Split || other.Transition == nil || other.Reference.String() != path || !p.Flow.CanPrecede(other.Widget, r.Widget) {
			continue
		}
		for _, b := range reads.BranchesOf(p, other.Transition) {
			if !split.Names(b.Comparison.Operator()) {
				continue
			}
			if value := b.Comparison.Value(); !b.Literal || strings.ToUpper(value) != strings.ToLower(value) {
				return b, true
			}
		}
	}
	return reads.Branch{}, false
}
