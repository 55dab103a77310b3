package rules

import (
	"slices"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/reads"
)

// isCode reports whether a branch leads on by codes that stand in it, of a few digits at least.
func isCode(b reads.Branch) bool {
	operator, value := b.Comparison.Operator(), b.Comparison.Value()
	const few = 3
	if !b.Literal || b.Transition.Meant == nil || len(value) < few || strings.Trim(value, "0123456789, ") != "" {
		return false
	}
	return operator == "equal_to" || operator == "matches_any_of" && len(b.Comparison.Entries()) > 0 && len(b.Comparison.Entries()[0]) >= few
}

// masterAt returns the branch beside a fixed code that takes a person on to the same place by the code that a step of
// the flow has made or fetched; nil when there is none. The fixed one is then left from a trial.
func masterAt(f *flow.Flow, b *reads.Branch, all []reads.Branch) *reads.Branch {
	if b.Comparison.Operator() != "equal_to" || !isCode(*b) {
		return nil
	}
	i := slices.IndexFunc(all, func(other reads.Branch) bool {
		if other.Literal || other.Subject != b.Subject || other.Transition.Meant != b.Transition.Meant || other.Comparison.Operator() != "equal_to" {
			return false
		}
		t := f.TemplateAt(other.Condition.Value)
		return t != nil && len(t.Refs()) == 1 && strings.HasPrefix(strings.TrimSpace(t.Text), "{{")
	})
	if i < 0 {
		return nil
	}
	return &all[i]
}
