package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportOwnQuestions reports the steps that are given what a question said instead of what was answered:
// once.
func reportOwnQuestions(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, r := range p.Flow.Refs() {
		if r.Root() != "widgets" || r.Name(2) != "outbound" || r.Name(3) != "Body" || !givesOn(r.Widget) {
			continue
		}
		asked := reads.Widget(p.Flow, r)
		if asked == nil || asked.Facts.Needs != schemas.NeedsMessage || asked.OnKind(schemas.KindInput) == nil || offer.NamesQuestion(reads.KeyOf(r)) || !p.Flow.Reachable(r.Widget) {
			continue
		}
		if slices.ContainsFunc(p.Flow.TemplatesOf(r.Widget), func(t *flow.Template) bool {
			return slices.ContainsFunc(t.Refs(), func(other flow.Ref) bool { return other.Name(1) == asked.Name && other.Name(2) == "inbound" })
		}) {
			continue // the question beside its answer
		}
		switch {
		case d == nil:
			d = p.Reportf(r, "%s gets %s, which is what %s said, and not the answer; read widgets.%s.inbound.Body",
				r.Widget.Label(), reads.Path(r), asked.Label(), words.Shorten(asked.Name)).As(finding.Note).Identify(r.Widget.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(r, "so does "+r.Widget.Label())
		}
	}
}

// givesOn reports whether a widget does something with a value other than to say it.
func givesOn(w *flow.Widget) bool {
	switch effects.ActOf(w) {
	case effects.Requests, effects.Sets, effects.Splits, effects.HandsOver:
		return true
	}
	return false
}
