package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// reportExchanged reports the menus of languages of which a branch leads to a text in another
// language that is offered: once.
func reportExchanged(p *lint.Pass, tongues []string) {
	for _, m := range answers.AllMenus.Of(p) {
		if reportExchangedIn(p, m, tongues) {
			return
		}
	}
}

func reportExchangedIn(p *lint.Pass, m *answers.Menu, tongues []string) bool {
	if !words.NamesAnyTongue(effects.Prompt(m.Question).Text()) {
		return false
	}
	for _, o := range m.Offers {
		offered := words.OnlyTongue(o.Purpose())
		if offered == "" {
			continue
		}
		for _, b := range m.Branches {
			to := b.Transition.Meant
			if b.Comparison.Holds(strings.ToLower(o.Answer)) != split.Yes || to == nil {
				continue
			}
			said := tongues[to.Index]
			if said == "" || said == offered || isMisread(p, to, said) || words.NamesAnyTongue(effects.Prompt(to).Text()) ||
				!slices.ContainsFunc(m.Offers, func(other answers.Offer) bool { return words.OnlyTongue(other.Purpose()) == said }) {
				break // the first branch that takes it
			}
			p.Reportf(b.Transition.NextNode, "%s offers %s for %s, and %s, which comes then, is %s; exchange the branches",
				m.Question.Label(), words.Quote(o.Answer), words.TongueName(offered), to.Label(),
				words.TongueName(said)).As(finding.Note).Relate(m.Question, "the menu").Relate(to, "the text")
			return true
		}
	}
	return false
}
