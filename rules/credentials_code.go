package rules

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
)

// isCode reports whether a branch leads on by codes that stand in it, of a few digits at least.
func isCode(b reads.Branch) bool {
	const few = 3
	if !b.Literal || b.Transition.Meant == nil || len(b.Comparison.Value()) < few {
		return false
	}
	texts, ok := b.Comparison.Texts()
	return ok && len(texts) > 0 && len(texts[0]) >= few && !slices.ContainsFunc(texts, func(text string) bool {
		return strings.Trim(text, "0123456789") != ""
	})
}

// masterAt returns the branch beside a fixed code that takes a person on to the same place by the code that a step of
// the flow has made or fetched; nil when there is none. The fixed one is then left from a trial.
func masterAt(f *flow.Flow, b *reads.Branch, all []reads.Branch) *reads.Branch {
	if !isCode(*b) {
		return nil
	}
	i := slices.IndexFunc(all, func(other reads.Branch) bool {
		if other.Literal || other.Subject != b.Subject || effects.PastIdle(f, other.Transition) != effects.PastIdle(f,
			b.Transition) || other.Comparison.Operator() != split.EqualTo {
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
