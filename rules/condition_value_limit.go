package rules

import (
	"strconv"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// reportLimits reports the branches that are taken only above a limit, and lead to a text which tells what was
// tested as a part of that limit ("4 of 3"): once.
func reportLimits(p *lint.Pass) {
	var d *finding.Diagnostic
	for b := range reads.EachBranch(p) {
		w := b.Transition.From
		limit, r, ok := pastLimit(p.Flow, b)
		switch {
		case !ok || !p.Flow.Reachable(w):
		case d == nil:
			d = p.Reportf(b, "greater_than %d holds from %d on, and %s then tells %d of %d; write greater_than %d",
				limit, limit+1, r.Widget.Label(), limit+1, limit, limit-1).Relate(r.Place(), "where it is told").Identify(w.Label())
		default:
			d.Also(b, "so it is in "+w.Label()+" with "+words.Quote(strconv.Itoa(limit)))
		}
	}
}

// pastLimit returns the limit above which a branch leads to a text that tells what was tested as so many of no
// more than that, and where it does.
func pastLimit(f *flow.Flow, b reads.Branch) (limit int, at flow.Ref, ok bool) {
	const many = 20 // of what a text prints
	if !b.Literal || b.Condition.Operator != split.GreaterThan {
		return 0, flow.Ref{}, false
	}
	limit, err := strconv.Atoi(b.Comparison.Value())
	path, told := numberTested(f, b), effects.Next(b.Transition, effects.Tells, effects.Asks)
	if err != nil || limit < 1 || path == "" || told == nil {
		return 0, flow.Ref{}, false
	}
	text := f.TemplateAt(effects.Prompt(told))
	if text == nil || text.Literal || len(text.Refs()) > many {
		return 0, flow.Ref{}, false
	}
	for _, r := range text.Refs() {
		filters, printed := reads.Printed(r)
		if !printed || len(filters) > 0 || r.Reference.String() != path {
			continue
		}
		if n, counted := offer.OutOf(text.Text[text.Liquid.Markup[r.Markup].End:]); counted && n == limit {
			return limit, r, true
		}
	}
	return 0, flow.Ref{}, false
}

// numberTested returns the path that a branch compares as it stands; "" for any other. Of what the flow counts
// itself, in a variable, prompt-mismatch tells.
func numberTested(f *flow.Flow, b reads.Branch) string {
	r, ok := reads.OnlyRead(f, b.Condition)
	if !ok {
		return ""
	}
	if _, counter := reads.VariableOf(f, r); counter {
		return ""
	}
	if filters, printed := reads.Printed(r); !printed || len(filters) > 0 {
		return ""
	}
	return r.Reference.String()
}
