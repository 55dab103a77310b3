package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "one-way-split", Title: "A split that decides nothing",
		Group: finding.Splits, Severity: finding.Note, Varies: "warning for a split without any branch",
		Doc: `Finds a Split Based On widget all of whose branches lead to the same widget, or all
of which end the execution: it decides nothing. Often one of the branches was to
lead elsewhere and was never connected.

A split without a single "match" is a warning: it goes to "noMatch" whatever it is
given, so that every answer counts as a wrong one; where that is open, too, the execution
ends there.

Add the missing branches or connect them, or remove the widget.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			switch {
			case !w.Facts.Split || w.Incomplete || !p.Flow.Reachable(w):
			case !slices.ContainsFunc(w.Transitions, isBranch):
				reportNoBranch(p, w)
			case len(w.Transitions) > 1 && !answers.IsOverruled(p, w): // lost-choice
				checkOneWay(p, w)
			}
		}
	},
})

// isBranch reports whether a transition of a split is a branch, or may be meant as
// one.
func isBranch(t *flow.Transition) bool { return t.Facts.Kind != schemas.KindNoMatch }

func reportNoBranch(p *lint.Pass, w *flow.Widget) {
	otherwise := w.OnKind(schemas.KindNoMatch)
	switch {
	case otherwise == nil:
		p.Reportf(w, "%s has no branch and no \"noMatch\", so the execution is stuck here (81005); add a \"match\" with a condition for each answer", w.Label()).As(finding.Warning)
	case otherwise.Next != "":
		p.Reportf(w, "%s has no branch, so it always goes to %s (\"noMatch\"); add a \"match\" for each answer, or remove it", w.Label(), words.Quote(otherwise.Next)).As(finding.Warning)
	case otherwise.Ends():
		p.Reportf(w, "%s has no branch, and \"noMatch\" is open, too, so it always ends; add a \"match\" for each answer and connect \"noMatch\"", w.Label()).As(finding.Warning)
	}
}

func checkOneWay(p *lint.Pass, w *flow.Widget) {
	first := w.Transitions[0]
	for _, t := range w.Transitions {
		if t.Next != first.Next || t.Next == "" && !t.Ends() || shape.IsPlaceholder(p, t.NextNode) {
			return
		}
	}
	if first.Next == "" {
		p.Reportf(w, "every branch of %s ends, so it decides nothing; connect them, or remove it", w.Label())
		return
	}
	p.Reportf(w, "every branch of %s leads to %s, so it decides nothing; connect its branches, or remove it", w.Label(), words.Quote(first.Next))
}
