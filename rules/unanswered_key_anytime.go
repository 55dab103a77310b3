package rules

import (
	"slices"
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
		without := slices.DeleteFunc(slices.Clone(a.Without), func(m *answers.Menu) bool { return offersInVain(p, m, a.Answer) })
		if len(without) == 0 {
			continue
		}
		first := without[0]
		d := p.Reportf(first.Split, "%s says that %s is good at any time, but %s does not take it, as %s does; add the branch",
			a.By.Label(), words.Quote(strings.ToUpper(a.Answer)), first.Split.Label(), a.Takes.Transition.From.Label()).
			Relate(a.By, "where it is said").Relate(a.Takes, "a branch that takes it").Identify(a.Answer)
		for _, m := range without[1:] {
			d.Also(m.Split, "nor does "+m.Split.Label())
		}
	}
	return all
}

// offersInVain reports whether a menu offers an answer of its own in vain, which is told of that menu.
func offersInVain(p *lint.Pass, m *answers.Menu, answer string) bool {
	if !slices.ContainsFunc(m.Offers, func(o answers.Offer) bool { return o.By == m.Question && strings.EqualFold(o.Answer, answer) }) {
		return false
	}
	missing, _ := inVain(p, m)
	return !isQuiz(m) && slices.ContainsFunc(missing, func(other string) bool { return strings.EqualFold(other, answer) })
}
