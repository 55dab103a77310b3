package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportListedCodes reports two conditions of one label of the author's own, in splits on different answers, that
// list codes which are not the same: once.
func reportListedCodes(p *lint.Pass) {
	first := map[string]reads.Branch{}
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || !p.Flow.Reachable(w) {
			continue
		}
		for _, b := range reads.Branches.Of(p)[w.Index] {
			if !b.Literal || !listsCodes(b) {
				continue
			}
			label := strings.ToLower(b.Condition.OwnLabel())
			if label == "" {
				continue
			}
			other, seen := first[label]
			if !seen {
				first[label] = b
				continue
			}
			mine, _ := b.Comparison.Texts()
			theirs, _ := other.Comparison.Texts()
			missing := slices.DeleteFunc(slices.Clone(mine), func(text string) bool { return slices.Contains(theirs, text) })
			lacking, by := other, missing
			if len(missing) == 0 {
				by = slices.DeleteFunc(slices.Clone(theirs), func(text string) bool { return slices.Contains(mine, text) })
				lacking = b
			}
			if len(by) == 0 || other.Transition.From == w {
				continue
			}
			const most = 3
			p.Reportf(lacking, "%s stands at two lists of codes, and %s is in one alone; write the same codes into both",
				words.Quote(b.Condition.Label()), words.List(by[:min(len(by), most)])).As(finding.Note).
				Relate(other, "one list").Relate(b, "the other")
			return
		}
	}
}

// listsCodes reports whether a branch takes nothing but numbers of several digits.
func listsCodes(b reads.Branch) bool {
	const digits = 4
	if value := b.Comparison.Value(); len(value) < digits || value[0] < '0' || value[0] > '9' {
		return false // as most, and cheaply
	}
	texts, ok := b.Comparison.Texts()
	return ok && len(texts) > 0 && !slices.ContainsFunc(texts, func(text string) bool {
		return len(text) < digits || strings.Trim(text, "0123456789") != ""
	})
}
