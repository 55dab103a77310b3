package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportMerged reports the splits of a loop that go round as long as the answer of a request has a member, where that
// keeps the members of an earlier round which a later answer leaves out: once.
func reportMerged(p *lint.Pass) {
	for _, loop := range p.Flow.Loops() {
		if len(loop.Widgets) < 2 || !slices.ContainsFunc(loop.Widgets, merges) {
			continue
		}
		for _, w := range loop.Widgets {
			if !w.Facts.Split {
				continue
			}
			r, by, there := presenceTested(p.Flow, w)
			if there == nil || by == nil || !merges(by) || !loop.Has(by) || there.Meant == nil || !loop.Has(there.Meant) || !p.Flow.Reachable(w) {
				continue
			}
			p.Reportf(there, "once %s has brought %s it stays where a later answer leaves it out, and %s goes round again; answer it blank then",
				by.Label(), words.Quote(r.Name(len(r.Segments)-1)), w.Label()).As(finding.Note).Relate(by,
				"running it again merges what it brings").Identify(w.Label())
			return
		}
	}
}

// merges reports whether a widget that runs again keeps the members of what it has brought before.
func merges(w *flow.Widget) bool {
	return w.Facts.Request != nil && slices.ContainsFunc(w.Facts.Outputs.Keys, func(v schemas.Variable) bool { return v.Merged })
}

// presenceTested returns the member of an answer of which a split tests nothing but whether it is there, whose answer
// it is, and the transition that is taken when it is.
func presenceTested(f *flow.Flow, w *flow.Widget) (r flow.Ref, by *flow.Widget, there *flow.Transition) {
	branches := 0
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch {
			continue
		}
		if branches++; branches > 1 || len(t.Conditions) != 1 {
			return r, nil, nil
		}
		c := t.Conditions[0]
		test := f.TemplateAt(c.Arguments.At(0))
		if test == nil || len(test.Refs()) != 1 || !reads.IsAll(test.Refs()[0]) {
			return r, nil, nil
		}
		r = test.Refs()[0]
		if by = reads.InResponse(f, r); by == nil || len(r.Segments) < 4 {
			return r, nil, nil
		}
		switch c.Operator {
		case split.IsNotBlank:
			there = t
		case split.IsBlank:
			there = w.OnKind(schemas.KindNoMatch)
		}
	}
	return r, by, there
}
