package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// ofOneAnswer reports whether of two paths the one is the body of an answer and the other a member of it: both
// may be tested by one split.
func ofOneAnswer(a, b []string) bool {
	if len(a) != 1 || len(b) != 1 {
		return false
	}
	body, member := a[0], b[0]
	if !strings.HasSuffix(body, ".body") {
		body, member = member, body
	}
	of, ok := strings.CutSuffix(body, ".body")
	return ok && strings.HasPrefix(of, "widgets.") && strings.HasPrefix(member, of+".parsed.")
}

// checkTaken reports a condition on a member of an answer after one that looks for the same word in all of
// the answer, and leads to the same place: it decides nothing. One a split.
func checkTaken(p *lint.Pass, w *flow.Widget) {
	var before []reads.Branch // that look through a body
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch || len(t.Conditions) != 1 {
			continue
		}
		for _, b := range reads.BranchesOf(p, t) {
			r, ok := reads.OnlyRead(p.Flow, b.Condition)
			switch {
			case !ok || !b.Literal:
			case b.Comparison.Operator() == split.Contains && reads.ResponseText(p.Flow, r) != nil:
				before = append(before, b)
			case b.Comparison.Operator() == split.EqualTo && reads.InResponse(p.Flow, r) != nil:
				if first := lookedFor(p, before, b, r); first != nil {
					p.Reportf(b, "%s decides nothing: %s has looked for %s in all of the answer before; take one away",
						words.Quote(reads.Path(r)), w.Label(), words.Quote(b.Condition.Value.Text())).As(finding.Note).Relate(*first, "the condition before")
					return
				}
			}
		}
	}
}

// lookedFor returns the branch among some that takes all that another one would take.
func lookedFor(p *lint.Pass, before []reads.Branch, b reads.Branch, r flow.Ref) *reads.Branch {
	const most = 50
	for i := range before[:min(len(before), most)] {
		first := &before[i]
		body, _ := reads.OnlyRead(p.Flow, first.Condition)
		alike := first.Transition.Next == b.Transition.Next || effects.PastIdle(p.Flow, first.Transition) == effects.PastIdle(p.Flow, b.Transition)
		if alike && body.Name(1) == r.Name(1) &&
			first.Comparison.Value() != "" && strings.Contains(b.Comparison.Value(), first.Comparison.Value()) {
			return first
		}
	}
	return nil
}
