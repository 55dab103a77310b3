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

// A subflowBranch is a branch that runs a subflow and tells of its success.
type subflowBranch struct {
	by   *flow.Widget
	told string
	name []string // the words of the widget's name
}

// isCopyOf reports whether a branch runs the subflow of another one with the same parameters, by a widget whose name
// shares no word with that one's, and tells of another success.
func (b subflowBranch) isCopyOf(first subflowBranch) bool {
	return b.by != first.by && b.told != first.told && twins.AreAlike(b.by, first.by) &&
		!slices.ContainsFunc(first.name, func(word string) bool { return twins.Named(word, b.name) != "" })
}

// reportSameSubflows reports of each split the branches of their own that run one subflow with the same parameters, by
// widgets whose names share no word, and tell of its success in words of their own: it cannot be both.
func reportSameSubflows(p *lint.Pass, split *flow.Widget) {
	const most = 40 // branches that are compared
	var branches []subflowBranch
	for _, t := range split.Transitions[:min(len(split.Transitions), most)] {
		w := effects.PastSetting(t)
		if w == nil || w.Facts.Subflow == nil || w.Incomplete {
			continue
		}
		told := successTold(w)
		// What is set right before the step may make it another one.
		if told == "" || w != t.Meant && reads.AnyVariable(p.Flow, w) || effects.OnlyInto(w) == nil {
			continue
		}
		b := subflowBranch{w, told, words.In(w.Name)}
		i := slices.IndexFunc(branches, b.isCopyOf)
		branches = append(branches, b)
		called := w.Property(w.Facts.Subflow.Flow)
		if i < 0 || !shape.IsLiteral(p, called) {
			continue
		}
		first := branches[i].by
		p.Reportf(called, "%s runs the subflow that %s runs on another branch, with the same parameters, and each tells of another success: a copy? write the subflow that belongs there",
			w.Label(), first.Label()).As(finding.Note).
			Relate(first.Property(first.Facts.Subflow.Flow), "the other").Identify(w.Label())
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
