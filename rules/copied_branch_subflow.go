package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/twins"
	"studiolint/lint/words"
)

// reportSameSubflows reports of each split the branches of their own that run one subflow with the same parameters, by
// widgets whose names share no word, and tell of its success in words of their own: it cannot be both.
func reportSameSubflows(p *lint.Pass, split *flow.Widget) {
	const most = 40 // branches that are compared
	var steps []*flow.Widget
	for _, t := range split.Transitions[:min(len(split.Transitions), most)] {
		w := effects.PastSetting(t)
		if w == nil || w.Facts.Subflow == nil || w != t.Meant && readsVariable(p.Flow, w) || effects.OnlyInto(w) == nil || w.Incomplete || successTold(w) == "" {
			continue
		}
		own := words.In(w.Name)
		i := slices.IndexFunc(steps, func(first *flow.Widget) bool {
			return first != w && twins.AreAlike(first, w) && successTold(first) != successTold(w) && !slices.ContainsFunc(words.In(first.Name), func(word string) bool { return twins.Named(word, own) != "" })
		})
		steps = append(steps, w)
		called := w.Property(w.Facts.Subflow.Flow)
		if i < 0 || !shape.IsLiteral(p, called) {
			continue
		}
		first := steps[i]
		p.Reportf(called, "%s runs the subflow that %s runs on another branch, with the same parameters, and each tells of another success: a copy? write the subflow that belongs there",
			w.Label(), first.Label()).As(finding.Note).Relate(first.Property(first.Facts.Subflow.Flow), "the other").Identify(w.Label())
	}
}

// successTold returns what is told right after a step that worked; "" for nothing.
func successTold(w *flow.Widget) string {
	next := effects.Next(w.Onward(), effects.Tells)
	if next == nil {
		return ""
	}
	return effects.Prompt(next).Text()
}

// readsVariable reports whether a widget is given a variable: what is set right before it may make it another one.
func readsVariable(f *flow.Flow, w *flow.Widget) bool {
	return slices.ContainsFunc(f.TemplatesOf(w), func(t *flow.Template) bool {
		return slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { _, ok := reads.VariableOf(f, r); return ok })
	})
}
