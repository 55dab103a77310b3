package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// reportParts reports the branches of a split on a person's words that look for a short word
// that is a part of others, which no branch before takes.
func reportParts(p *lint.Pass, all []reads.Branch) {
	var d *finding.Diagnostic
	for i, b := range all[:min(len(all), split.Max)] {
		longer := heldIn(b.Comparison.Value())
		if len(longer) == 0 || b.Comparison.Operator() != split.Contains || !b.Literal || slices.ContainsFunc(all[i+1:], func(later reads.Branch) bool {
			return later.Literal && later.Subject == b.Subject && later.Comparison.Implies(b.Comparison)
		}) {
			continue // shadowed-condition tells which one that it takes was meant
		}
		r, ok := reads.TestedAnswer(p.Flow, b.Condition)
		if !ok || !reads.IsAnswer(p.Flow, r) {
			continue
		}
		if v := reads.About(p.Flow, r); v != nil && v.Holds.Tapped() {
			continue // what a button sends is written by its author
		}
		rest := slices.DeleteFunc(slices.Clone(longer), func(word string) bool {
			return slices.ContainsFunc(all[:i], func(e reads.Branch) bool {
				return e.Literal && e.Subject == b.Subject && e.Comparison.Holds(word) == split.Yes
			}) || isTakenBefore(p, b, word)
		})
		switch {
		case len(rest) == 0:
		case d == nil:
			d = reportPart(p, b, rest)
		default:
			d.Also(b, "so does "+b.Words())
		}
	}
}

// isTakenBefore reports whether a split that may come before that of a branch takes a word of what both test.
func isTakenBefore(p *lint.Pass, b reads.Branch, word string) bool {
	for i, branches := range reads.Branches.Of(p) {
		w := p.Flow.Widgets[i]
		if w != b.Transition.From && slices.ContainsFunc(branches, func(e reads.Branch) bool {
			return e.Literal && e.Subject == b.Subject && e.Comparison.Holds(word) == split.Yes
		}) && p.Flow.CanPrecede(w, b.Transition.From) {
			return true
		}
	}
	return false
}

// heldIn returns what people answer that has a word in it and means something else.
func heldIn(word string) []string {
	longer := words.HeldIn(word)
	if negated := words.Negated(word); negated != "" {
		longer = append(slices.Clone(longer), negated)
	}
	return longer
}

func reportPart(p *lint.Pass, b reads.Branch, parts []string) *finding.Diagnostic {
	if negated := words.Negated(b.Comparison.Value()); negated != "" && slices.Contains(parts, negated) {
		return p.Reportf(b, "%s takes %s too, so whoever refuses is taken to agree; let a branch for refusals come before it, such as the regex (?i).*\\b(not|don['’]t)\\b.*",
			b.Words(), words.List(parts)).As(finding.Note)
	}
	return p.Reportf(b, "%s takes %s too, as it looks for letters and not for a word; for the word write %s",
		b.Words(), words.List(parts), split.WholeWord(b.Comparison.Value())).As(finding.Note)
}
