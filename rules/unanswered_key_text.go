package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkTextOnAnswer reports a text right after a question that takes any answer but one for
// the other one.
func checkTextOnAnswer(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells {
			continue
		}
		n := effects.Prompt(w)
		if !liquid.HasTags(n.Text()) || !p.Flow.Reachable(w) {
			continue
		}
		r, answer, ok := onOneAnswer(p.Flow.TemplateAt(n))
		if !ok {
			continue
		}
		q := reads.Widget(p.Flow, r)
		if q == nil || !answers.Asks(q) || !slices.ContainsFunc(effects.Into(w),
			func(t *flow.Transition) bool { return t.From == q && t.Facts.Kind == schemas.KindInput }) ||
			isTested(p, q) {
			continue
		}
		p.Reportf(n, "%s takes any answer to %s but %s for the other one: a wrong key gets that word, too; test the answer in a split, and ask again",
			w.Label(), q.Label(), words.Quote(answer)).Relate(q, "the question")
	}
}

// isTested reports whether a split tests what a question has stored.
func isTested(p *lint.Pass, q *flow.Widget) bool {
	return slices.ContainsFunc(p.Flow.OutputRefs(q.Name), func(r flow.Ref) bool { return r.Widget.Facts.Split })
}

// onOneAnswer returns what a text reads that decides by one answer alone, and says something for all others.
func onOneAnswer(t *flow.Template) (r flow.Ref, answer string, ok bool) {
	const tags = 3 // if, else, endif
	if t == nil || len(t.Liquid.Tags) != tags || len(t.Liquid.References) == 0 {
		return r, "", false
	}
	opening, otherwise, end := &t.Liquid.Tags[0], &t.Liquid.Tags[1], &t.Liquid.Tags[2]
	if opening.Name != "if" || otherwise.Name != "else" || strings.TrimSpace(t.Text[otherwise.End:end.Start]) == "" || len(opening.Arguments) != 1 {
		return r, "", false
	}
	terms := opening.Arguments[0].Terms
	if len(terms) != 2 || terms[1].Op != liquid.Equal || terms[0].Kind != liquid.ReferenceOperand || len(terms[0].Filters) > 0 {
		return r, "", false
	}
	answer, ok = terms[1].Quoted(t.Text)
	return flow.Ref{Template: t, Reference: &t.Liquid.References[terms[0].Ref]}, answer, ok
}
