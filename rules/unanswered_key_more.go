package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// checkWithMore reports the words after which people are told to write more, while the branch
// takes the word alone: once.
func checkWithMore(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, a := range answers.Arguments.Of(p) {
		switch word := words.Quote(strings.ToUpper(a.Word)); {
		case d == nil:
			d = p.Reportf(a.Branch, "%s tells people to write more after %s, but %s takes the word alone, so it fits nothing; compare by starts_with",
				a.By.Label(), word, a.Branch.Transition.From.Label()).As(finding.Warning).Relate(a.By, "where it is told").Identify(a.Word)
		default:
			d.Also(a.Branch, "so it is with "+word)
		}
	}
}
