package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
)

// checkCrossed looks for two branches that lead to the widgets named after one another, or one
// that leads to a widget named after another branch. It reports true when there are such.
func checkCrossed(p *lint.Pass, w *flow.Widget, branches []reads.Branch) bool {
	const most = 40 // branches that are compared
	branches = branches[:min(len(branches), most)]
	if len(branches) < 2 {
		return false
	}
	all := make([]meaning, 0, len(branches))
	for _, b := range branches {
		if b.Transition.To != nil && b.Literal {
			all = append(all, meaningOf(p, b))
		}
	}
	for i := range all {
		all[i].leadOn(all)
	}
	for i, a := range all {
		for _, b := range all[i+1:] {
			ofB, ofA := a.crosses(b), b.crosses(a)
			if ofB == "" || ofA == "" {
				continue
			}
			p.Reportf(a.branch.Transition.NextNode, "%s%s leads to %s, and %s%s to %s: the names say the reverse; exchange the two if that is not meant",
				a.branch.Words(), a.as(ofA), a.target(), b.branch.Words(), b.as(ofB), b.target()).
				Relate(b.branch.Transition.NextNode, "the other branch").As(finding.Warning)
			return true
		}
	}
	return checkMisled(p, all) || checkSwapped(p, all) || checkAstray(p, all) || checkToldChoice(p, all) || checkCopiedText(p, all)
}

// checkMisled looks for a branch that leads to a widget named after another branch, though there
// is one that is named in the same way after its own word, and is reached otherwise.
func checkMisled(p *lint.Pass, all []meaning) bool {
	for i, a := range all {
		for j, b := range all {
			other := ""
			if i != j {
				other = a.crosses(b)
			}
			if other == "" {
				continue
			}
			if own, word := a.ownWidget(p, other); own != nil {
				p.Reportf(a.branch.Transition.NextNode, "%s%s leads to %s, which is named after %s%s; lead it to %s if that is not meant",
					a.branch.Words(), a.as(word), a.target(), b.branch.Words(), b.as(other), own.Label()).
					Relate(own, "the one that is named after it").As(finding.Warning)
				return true
			}
		}
	}
	return false
}
