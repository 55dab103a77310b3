package rules

import (
	"studiolint/lint"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// checkExpression looks for a regular expression that an operator compares with as it stands. It
// reports whether there is one.
func checkExpression(p *lint.Pass, b reads.Branch, value string) bool {
	if !split.IsExpression(value) {
		return false
	}
	name := b.Condition.Operator
	d := p.Reportf(b, "%s takes the regular expression %s letter for letter, and no answer is that; use regex", name, words.Quote(value))
	if name == split.EqualTo {
		d.SuggestName(false, split.Regex, b.Condition.Node.Get("type").SetText(split.Regex))
	}
	return true
}
