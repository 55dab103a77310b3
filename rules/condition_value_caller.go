package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/literal"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkOwnStatus reports a comparison of how the caller's own call stands with what becomes of a call
// that is connected to it, and whether it is one.
func checkOwnStatus(p *lint.Pass, b reads.Branch, r flow.Ref) bool {
	by := reads.Widget(p.Flow, r)
	if by == nil || by.Facts.Transfer == nil || by.Facts.Transfer.Own == "" || r.Name(2) != by.Facts.Transfer.Own {
		return false
	}
	texts, ok := b.Comparison.Texts()
	if !ok || !slices.ContainsFunc(texts, func(text string) bool { return slices.Contains(by.Facts.Transfer.Missed, text) }) {
		return false
	}
	result := strings.TrimSuffix(reads.Path(r), by.Facts.Transfer.Own) + by.Facts.Transfer.Result
	p.Reportf(b, "%s says how the caller's own call stands, which is not %s, so this branch is never taken; test %s",
		reads.Path(r), words.Quote(texts[0]), result).Relate(by, "the call")
	return true
}

// checkCaller reports a comparison of the number of a caller or writer, which begins with + and its country
// code, with one that is written otherwise.
func checkCaller(p *lint.Pass, b reads.Branch, r flow.Ref) {
	v := reads.Value(p.Flow, reads.Kept(p.Flow, r))
	if v == nil || !v.Address || v.Confidence == schemas.Low {
		return
	}
	texts, ok := b.Comparison.Texts()
	if !ok || b.Comparison.Operator() == split.Regex {
		return
	}
	if filters, printed := reads.Printed(r); !printed || !reads.KeepText(filters) {
		return
	}
	var wrong []string
	for _, text := range texts {
		if literal.IsNotE164(text) {
			wrong = append(wrong, text)
		}
	}
	switch {
	case len(wrong) == 0:
	case len(wrong) == len(texts):
		p.Reportf(b, "%s has a + and a country code, so it is never %s: this branch is never taken; write it like +15005550006",
			reads.Path(r), words.Quote(wrong[0]))
	default:
		p.Reportf(b, "%s has a + and a country code, so it is never %s: nobody is found by that; write it like +15005550006",
			reads.Path(r), words.Quote(wrong[0]))
	}
}
