package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportTwoThings reports the questions for two things of a person, to which one answer comes that is kept or passed
// on as one of them: once.
func reportTwoThings(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Facts.TakesMessage || p.Flow.Only(w.Name) != w || !p.Flow.Reachable(w) {
			continue
		}
		n := effects.Prompt(w)
		things := offer.TwoThings(n.Text())
		if len(things) == 0 || liquid.HasTags(n.Text()) {
			continue
		}
		taken, key := keptAsOne(p.Flow, w, things)
		if taken == nil {
			continue
		}
		if d == nil {
			d = p.Reportf(n, "%s asks for %s and %s at once, but there is one answer, and %s gets all of it as %s; ask one after the other",
				w.Label(), words.Quote(things[0].Words), words.Quote(things[1].Words), taken.Label(),
				words.Quote(key)).As(finding.Note).Relate(taken,
				"what takes it for one of them").Identify(w.Label())
		} else {
			d.Also(n, "so does "+w.Label())
		}
	}
}

// keptAsOne returns what keeps or passes on the whole answer to a question as one of the things that it asks for, and the
// name of that; nil when nothing does, or when something may take the answer apart.
func keptAsOne(f *flow.Flow, w *flow.Widget, things []offer.Asked) (by *flow.Widget, key string) {
	for _, r := range f.OutputRefs(w.Name) {
		if !reads.IsAnswer(f, r) {
			continue
		}
		filters, printed := reads.Printed(r)
		if !printed || !reads.OnlyAlter(filters, schemas.AltersMissing, schemas.AltersCase, schemas.AltersBlanks, schemas.AltersBreaks, schemas.AltersSigns) {
			return nil, ""
		}
		name := reads.KeyOf(r)
		if name == "" {
			name = reads.FieldOf(r)
		}
		switch {
		case slices.ContainsFunc(things, func(t offer.Asked) bool { return t.Named(name) }):
			if by == nil {
				by, key = r.Widget, name
			}
		case effects.ActOf(r.Widget) == effects.Requests, effects.ActOf(r.Widget) == effects.RunsFlow:
			return nil, ""
		}
	}
	return by, key
}
