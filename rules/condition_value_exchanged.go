package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// reportDateOrders reports the questions for a date that say whether its day or its month comes first, while the
// regular expressions of their split take it the other way about alone: once a flow.
func reportDateOrders(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, m := range answers.Menus.Of(p) {
		if !slices.ContainsFunc(m.Branches, isRegex) {
			continue
		}
		asked, exchanged, said := offer.DateOrders(effects.Prompt(m.Question).Text())
		at := takesOnlyExchanged(m, asked, exchanged)
		switch {
		case at == nil:
		case d == nil:
			d = p.Reportf(at.Condition.Value, "%s asks for %s, but %s takes day and month the other way about: %s fits, and %s does not; correct one of them",
				m.Question.Label(), words.Quote(said), m.Split.Label(), words.Quote(exchanged[0]),
				words.Quote(asked[0])).
				As(finding.Warning).
				Relate(effects.PlaceOfPrompt(m.Question), "what is asked for").Identify(m.Split.Label())
		default:
			d.Also(at.Condition.Value, "so it is here")
		}
	}
}

// isRegex reports whether a branch looks at the form of a text.
func isRegex(b reads.Branch) bool { return b.Comparison.Operator() == split.Regex }

// takesOnlyExchanged returns the branch that takes a date with day and month exchanged, when none takes one as it is
// asked for, nor may; nil when there is none.
func takesOnlyExchanged(m *answers.Menu, asked, exchanged []string) (at *reads.Branch) {
	for i := range m.Branches {
		b := &m.Branches[i]
		if !b.Literal {
			return nil
		}
		for j := range asked {
			if b.Comparison.Holds(asked[j]) != split.No {
				return nil
			}
			if at == nil && isRegex(*b) && b.Comparison.Holds(exchanged[j]) == split.Yes {
				at, asked[0], exchanged[0] = b, asked[j], exchanged[j]
			}
		}
	}
	return at
}
