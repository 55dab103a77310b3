package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// reportButtons reports what reads which button was tapped for an answer, while a split decides by
// the text of the same answer, which people may also type: once.
func reportButtons(p *lint.Pass) {
	var d *finding.Diagnostic
	var deciding map[*flow.Widget]*flow.Widget
	for _, r := range p.Flow.Refs() {
		question, ok := buttonOf(p.Flow, r)
		if !ok || r.Widget.Facts.Split || reads.Tested.Of(p).Has(r) || reads.Tested.Of(p).Conditional(r) ||
			reads.Alternative(r) || readsReply(p.Flow, r.Template, question) || !p.Flow.Reachable(r.Widget) {
			continue
		}
		if deciding == nil {
			deciding = decidedByText(p.Flow)
		}
		by := deciding[question]
		switch {
		case by == nil || !p.Flow.CanPrecede(by, r.Widget):
		case d == nil:
			d = p.Reportf(r.Place(), "%s reads the button tapped at %s, blank when people type, as %s lets them; read inbound.Body",
				r.Widget.Label(), question.Label(), by.Label()).
				As(finding.Note).Identify(r.Widget.Label()).Relate(by, "what decides")
		default:
			d.Also(r.Place(), "so does "+reads.Path(r))
		}
	}
}

// buttonOf returns the question of which a reference reads the button that was tapped.
func buttonOf(f *flow.Flow, r flow.Ref) (*flow.Widget, bool) {
	if r.Name(0) != "widgets" || len(r.Segments) <= flow.ValueDepth {
		return nil, false
	}
	v := reads.About(f, r)
	w := reads.Widget(f, r)
	return w, w != nil && v != nil && v.Holds.Tapped()
}

// readsReply reports whether a template reads the text of the answer to a question.
func readsReply(f *flow.Flow, t *flow.Template, question *flow.Widget) bool {
	return slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool {
		v := reads.About(f, r)
		return v != nil && v.Holds == schemas.HoldsReply && reads.Widget(f, r) == question
	})
}

// decidedByText returns, of each question, a split on the text of its answer, when none looks at the
// button.
func decidedByText(f *flow.Flow) map[*flow.Widget]*flow.Widget {
	by := map[*flow.Widget]*flow.Widget{}
	var looked []*flow.Widget
	for _, w := range f.Widgets {
		if !w.Facts.Split {
			continue
		}
		for _, r := range reads.Compared(f, w) {
			v := reads.About(f, r)
			if question, ok := buttonOf(f, r); ok {
				looked = append(looked, question)
			} else if question := reads.Widget(f, r); question != nil && v != nil && v.Holds == schemas.HoldsReply && by[question] == nil {
				by[question] = w
			}
		}
	}
	for _, w := range looked {
		delete(by, w)
	}
	return by
}
