package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// checkCopiedText reports the first text that is the same on two branches and names the team that one of them is for
// ("our sales team"): on the other one it was copied, and not corrected. It reports true when there is one.
func checkCopiedText(p *lint.Pass, all []meaning) bool {
	const most = 12 // branches that are compared
	all = all[:min(len(all), most)]
	for i := range all {
		for j := range all {
			a, b := &all[i], &all[j]
			if i == j || effects.PastIdle(p.Flow, a.branch.Transition) == effects.PastIdle(p.Flow,
				b.branch.Transition) || !offer.MayNameTeam(firstText(p.Flow, a)) {
				continue
			}
			own, other := a.tells(b), b.tells(a)
			if len(own) == 0 || len(other) == 0 {
				continue
			}
			onA := courseOf(p, a.branch.Transition, courseOf(p, b.branch.Transition, nil).widgets)
			onB := courseOf(p, b.branch.Transition, courseOf(p, a.branch.Transition, nil).widgets)
			for k := range min(len(onA.widgets), len(onB.widgets)) {
				first, second := onA.widgets[k], onB.widgets[k]
				n := effects.Prompt(second)
				if first.Facts != second.Facts || n.Text() == "" || effects.Prompt(first).Text() != n.Text() {
					continue
				}
				word := offer.TeamOf(n.Text(), own)
				if word == "" || offer.TeamOf(n.Text(), other) != "" {
					continue
				}
				p.Reportf(n, "%s says %s, as %s does, but one comes there by %s%s: a text that was copied? correct it",
					second.Label(), words.Quote(word), first.Label(), b.branch.Words(),
					b.as(other[0])).Relate(b.branch.Transition.NextNode, "the branch").As(finding.Note)
				return true
			}
		}
	}
	return false
}

// firstText returns the texts that come first on a branch, one after the other.
func firstText(f *flow.Flow, m *meaning) string {
	var all strings.Builder
	const far = 4
	w := effects.PastIdle(f, m.branch.Transition)
	for range far {
		if w == nil {
			break
		}
		all.WriteString(effects.Prompt(w).Text() + "\n")
		w = effects.PastIdle(f, w.Onward())
	}
	return all.String()
}
