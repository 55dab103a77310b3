package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// reportNegatives reports the splits that check a written number by its upper end alone, ask again when it
// is too large, and let it through otherwise: a number below nothing passes, too. Once a flow.
func reportNegatives(p *lint.Pass, told []reads.Branch) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || w.Incomplete {
			continue
		}
		all := reads.Branches.Of(p)[w.Index]
		if len(all) != 1 || all[0].Comparison.Operator() != split.LessThan || len(w.Transitions) != 2 || isAmong(told, all[0]) || !p.Flow.Reachable(w) {
			continue
		}
		question, ok := negativeTaken(p.Flow, all[0], w.OnKind(schemas.KindNoMatch))
		switch {
		case !ok:
		case d == nil:
			d = p.Reportf(all[0], "%s takes whatever is less than that, and so -5 as well, as an answer to %s; ask greater_than -1 first",
				w.Label(), question.Label()).As(finding.Note).Relate(question, "the question").Identify(w.Label())
		default:
			d.Also(all[0], "so does "+w.Label())
		}
	}
}

// negativeTaken returns the question whose written answer a branch takes by its upper end alone, and
// whether the answer is used then and asked for again otherwise.
func negativeTaken(f *flow.Flow, b reads.Branch, otherwise *flow.Transition) (question *flow.Widget, ok bool) {
	r, read := reads.TestedAnswer(f, b.Condition)
	if !read || otherwise == nil || otherwise.Meant == nil || b.Transition.Meant == nil ||
		r.Liquid.HasFilter(liquid.FilterSize, liquid.FilterDate, liquid.FilterSplit, liquid.FilterSlice) {
		return nil, false
	}
	question = reads.Widget(f, r)
	about := reads.Value(f, r)
	if question == nil || about == nil || about.Holds != schemas.HoldsReply ||
		otherwise.Meant != question && !f.CanPrecede(otherwise.Meant, question) {
		return nil, false
	}
	path, used := r.Reference.String(), false
	for _, other := range f.OutputRefs(question.Name) {
		if other.Reference.String() != path || other.Widget == b.Transition.From {
			continue
		}
		switch effects.ActOf(other.Widget) {
		case effects.Splits:
			return nil, false // it looks at the answer, too
		case effects.Requests, effects.RunsFlow, effects.Sets:
			used = used || other.Widget == b.Transition.Meant || f.CanPrecede(b.Transition.Meant, other.Widget)
		}
	}
	return question, used && !slices.ContainsFunc(effects.Into(question), func(t *flow.Transition) bool { return t.From == b.Transition.Meant })
}
