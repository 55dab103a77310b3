package rules

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/split"
)

// reportLetters reports the branches of a split on a person's words that look for a single letter
// anywhere: once a split.
func reportLetters(p *lint.Pass, all []reads.Branch) {
	var d *finding.Diagnostic
	for i, b := range all[:min(len(all), split.Max)] {
		letter, size := utf8.DecodeRuneInString(b.Comparison.Value())
		if size == 0 || size != len(b.Comparison.Value()) || !unicode.Is(unicode.Latin, letter) ||
			b.Comparison.Operator() != split.Contains || !b.Literal {
			continue
		}
		switch {
		case !isOfWords(p, b) || slices.ContainsFunc(all[i+1:], func(later reads.Branch) bool {
			return later.Literal && later.Subject == b.Subject && later.Comparison.Implies(b.Comparison)
		}): // shadowed-condition tells which one that it takes was meant
		case d == nil:
			d = p.Reportf(b, "%s takes every answer with that letter in it; list the answers that are meant with matches_any_of", b.Words()).As(finding.Note)
		default:
			d.Also(b, "so does "+b.Words())
		}
	}
}

// isOfWords reports whether a branch tests what a person wrote or said, and not keys.
func isOfWords(p *lint.Pass, b reads.Branch) bool {
	r, ok := reads.TestedAnswer(p.Flow, b.Condition)
	if !ok || !reads.IsAnswer(p.Flow, r) {
		return false
	}
	v, asked := reads.Value(p.Flow, r), reads.Widget(p.Flow, r)
	return v != nil && asked != nil && (asked.Facts.KeyEntry == nil || v.Speech)
}
