package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// checkWholeAnswers reports texts for a person with the body of an answer of which the flow reads members
// elsewhere, so that it is JSON: once for each request.
func checkWholeAnswers(p *lint.Pass) {
	told := map[*flow.Widget]*finding.Diagnostic{}
	for _, r := range p.Flow.Refs() {
		w := reads.ResponseText(p.Flow, r)
		if w == nil || !slices.Contains(r.Widget.Facts.Content, r.Property) || !p.Flow.Reachable(r.Widget) || r.Widget.Off(r.Facts) {
			continue
		}
		if filters, ok := reads.Printed(r); !ok || len(filters) > 0 {
			continue
		}
		member, ok := memberRead(p.Flow, w)
		switch {
		case !ok || !afterAnswer(p.Flow, w, r.Widget):
		case told[w] == nil:
			told[w] = p.Reportf(r.Place(), "%s shows people all the JSON that %s answers; name the member that is meant", r.Widget.Label(), w.Label()).Relate(member.Place(), "where a member is read")
		default:
			told[w].Also(r.Place(), "here too")
		}
	}
}

// memberRead returns what a flow reads of the JSON that a request brings.
func memberRead(f *flow.Flow, w *flow.Widget) (flow.Ref, bool) {
	all := f.OutputRefs(w.Name)
	i := slices.IndexFunc(all, func(r flow.Ref) bool {
		return reads.InResponse(f, r) == w && !reads.Alternative(r)
	})
	if i < 0 {
		return flow.Ref{}, false
	}
	return all[i], true
}

// afterAnswer reports whether one comes to a text when a request has worked, and not because what it
// brought could not be read: a split right before it may say so.
func afterAnswer(f *flow.Flow, w, to *flow.Widget) bool {
	if !f.CanPrecedeBy(w, func(event string) bool {
		t := w.On(event)
		return t == nil || t.Facts.Kind != schemas.KindFailure
	}, to) {
		return false
	}
	return !slices.ContainsFunc(to.In, func(t *flow.Transition) bool {
		return effects.ActOf(t.From) == effects.Splits && (t.Facts.Kind == schemas.KindNoMatch || slices.ContainsFunc(t.Conditions, func(c flow.Condition) bool { return c.Operator == "is_blank" })) &&
			slices.ContainsFunc(reads.Compared(f, t.From), func(r flow.Ref) bool { return reads.Widget(f, r) == w })
	})
}
