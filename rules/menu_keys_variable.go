package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/literal"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// takesKeptKey reports whether a question does not say for how many keys it waits, while all that its split takes is a
// variable which holds one key, always the same.
func takesKeptKey(p *lint.Pass, w *flow.Widget) bool {
	keys := w.Facts.KeyEntry
	if keys == nil || w.Property(keys.Count).Exists() || shape.PropertyInstead(w, keys.Count).Exists() || !w.Properties.Exists() ||
		p.Flow.Only(w.Name) != w || len(p.Flow.ReadsOfAny()) > 0 || !p.Flow.Reachable(w) {
		return false
	}
	pressed, _ := answers.InTwoWays(w)
	by := effects.PastIdle(p.Flow, pressed)
	if by == nil || !by.Facts.Split || by.Incomplete || offer.AsksNumber(effects.ToldBefore(w)) {
		return false
	}
	if slices.ContainsFunc(p.Flow.OutputRefs(w.Name), func(r flow.Ref) bool {
		output := w.Facts.Outputs.Key(r.Name(2))
		return output == nil || !output.Speech && effects.IsAnswer(w, output) && r.Widget != by
	}) {
		return false
	}
	return takesOnlyKept(p, by)
}

// takesOnlyKept reports whether a split has branches, and all are for a key that a variable holds.
func takesOnlyKept(p *lint.Pass, w *flow.Widget) bool {
	branches := 0
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch {
			continue
		}
		all := reads.BranchesOf(p, t)
		if len(all) == 0 || len(all) < len(t.Conditions) || slices.ContainsFunc(all, func(b reads.Branch) bool { return !isKeptKey(p.Flow, b) }) {
			return false
		}
		branches++
	}
	return branches > 0
}

// isKeptKey reports whether a branch is for what a variable holds, which is set once, to one key.
func isKeptKey(f *flow.Flow, b reads.Branch) bool {
	t := f.TemplateAt(b.Condition.Value)
	if t == nil || len(t.Refs()) != 1 || b.Comparison.Operator() != split.EqualTo {
		return false
	}
	r := t.Refs()[0]
	filters, printed := reads.Printed(r)
	key, ok := reads.VariableOf(f, r)
	if !printed || len(filters) > 0 || !ok || strings.TrimSpace(t.Text) != t.Liquid.Markup[r.Markup].In(t.Text) {
		return false
	}
	v := f.Variable(key)
	if v == nil || len(v.Writes) != 1 {
		return false
	}
	return literal.IsKey(strings.TrimSpace(v.Writes[0].Value.Text()))
}
