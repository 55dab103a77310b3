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

// reportTapped reports the choices that a split tests by what stands behind the button or the entry of a
// list, and of which only the label is kept or passed on: once a flow.
func reportTapped(p *lint.Pass) {
	var d *finding.Diagnostic
	var seen []*flow.Widget // questions
	for _, r := range p.Flow.Refs() {
		w := r.Widget
		if !w.Facts.Split || r.Transition == nil {
			continue
		}
		v := reads.Value(p.Flow, r)
		question := reads.Widget(p.Flow, r)
		if question == nil || v == nil || v.Holds != schemas.HoldsButton || slices.Contains(seen, question) || !p.Flow.Reachable(w) {
			continue
		}
		seen = append(seen, question)
		label, ok := labelKept(p.Flow, question, w)
		switch {
		case !ok:
		case d == nil:
			d = p.Reportf(label.Place(), "%s keeps the label that was tapped at %s, but %s tests what stands behind it (%s): labels change; keep that",
				label.Widget.Label(), question.Label(), w.Label(), v.Name).As(finding.Note).Relate(r.Place(), "what is tested").Identify(label.Widget.Label())
		default:
			d.Also(label.Place(), "so does "+label.Widget.Label())
		}
	}
}

// labelKept returns what keeps or passes on the text of an answer after a split, when nothing does so with
// what stands behind it.
func labelKept(f *flow.Flow, question, by *flow.Widget) (label flow.Ref, ok bool) {
	all := f.OutputRefs(question.Name)
	if slices.ContainsFunc(all, func(r flow.Ref) bool {
		v := reads.About(f, r)
		return !r.Widget.Facts.Split && (v == nil || v.Holds.Tapped())
	}) {
		return flow.Ref{}, false
	}
	i := slices.IndexFunc(all, func(r flow.Ref) bool {
		act := effects.ActOf(r.Widget)
		return (act == effects.Requests || act == effects.Sets) && reads.About(f, r).Holds == schemas.HoldsReply && f.CanPrecede(by, r.Widget)
	})
	if i < 0 {
		return flow.Ref{}, false
	}
	return all[i], true
}
