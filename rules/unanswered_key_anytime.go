package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/words"
)

// reportAnytimes reports the questions that do not take an answer which a text says is good at any
// time, while another one does: once an answer. It returns what it has told of.
func reportAnytimes(p *lint.Pass) []answers.Anytime {
	all := answers.Anytimes.Of(p)
	for _, a := range all {
		first := a.Without[0]
		d := p.Reportf(first.Split, "%s says that %s is good at any time, but %s does not take it, as %s does; add the branch",
			a.By.Label(), words.Quote(strings.ToUpper(a.Answer)), first.Split.Label(), a.Takes.Transition.From.Label()).
			Relate(a.By, "where it is said").Relate(a.Takes, "a branch that takes it").Identify(a.Answer)
		for _, m := range a.Without[1:] {
			d.Also(m.Split, "nor does "+m.Split.Label())
		}
	}
	return all
}
