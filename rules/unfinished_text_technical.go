package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportTechnical reports the texts for a person that print the answer of a request which has failed,
// where one comes by failures alone: once.
func reportTechnical(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !effects.IsTold(w) || !effects.AfterFailures(w) {
			continue
		}
		r, by := technical(p.Flow, w)
		switch {
		case by == nil || !p.Flow.Reachable(w) || effects.HeardBy(p.Flow, w) != effects.Contact:
		case d == nil:
			d = p.Reportf(r.Place(), "%s tells a person what %s answered when it failed (%s), which only developers understand; say what to do",
				w.Label(), by.Label(), words.Quote(reads.Path(r))).Identify(w.Label())
		default:
			d.Also(r.Place(), "so does "+w.Label())
		}
	}
}

// technical returns what a text prints of the answer of a request after whose failure alone it comes.
func technical(f *flow.Flow, w *flow.Widget) (flow.Ref, *flow.Widget) {
	t := f.TemplateAt(effects.Prompt(w))
	if t == nil || t.Literal {
		return flow.Ref{}, nil
	}
	for _, r := range t.Refs() {
		by, v := reads.Widget(f, r), reads.Value(f, r)
		if by == nil || v == nil || v.Holds != schemas.HoldsResponseBody && v.Holds != schemas.HoldsResponseStatus {
			continue
		}
		if _, printed := reads.Printed(r); printed && slices.ContainsFunc(by.Transitions, func(t *flow.Transition) bool { return effects.LeadsTo(t, w) }) {
			return r, by
		}
	}
	return flow.Ref{}, nil
}
