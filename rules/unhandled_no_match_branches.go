package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// unreadBranches returns how many branches of a split go on of which it cannot be read what they
// ask, or where they lead. It reports false where one may have been meant to be noMatch, or may
// take all that the others leave: those ask for two texts at least, not for yes and no.
func unreadBranches(p *lint.Pass, w *flow.Widget) (goOn int, ok bool) {
	unread := 0
	for _, t := range w.Transitions {
		switch {
		case t.Facts.Kind == schemas.KindBranch && len(t.Conditions) == 1 && len(reads.BranchesOf(p, t)) > 0:
			if t.Next == "" && !t.Ends() {
				goOn++
			}
		case t.Facts.Kind == schemas.KindBranch, !t.Facts.Known():
			if unread++; !t.Ends() {
				goOn++
			}
		}
	}
	return goOn, unread == 0 || w.OnKind(schemas.KindNoMatch) != nil && askForTexts(reads.Branches.Of(p)[w.Index])
}

// askForTexts reports whether some branches ask for several texts, which are not all there is.
func askForTexts(all []reads.Branch) bool {
	texts := map[string]bool{}
	for _, b := range all {
		value := strings.ToLower(b.Comparison.Value())
		if !split.TakesText(b.Comparison.Operator()) ||
			value == "true" || value == "false" {
			return false
		}
		texts[value] = true
	}
	return len(texts) > 1
}

// differing returns how many different branches of a split go on.
func differing(all []reads.Branch) int {
	seen := map[string]bool{}
	for _, b := range all {
		if b.Transition.Next != "" {
			seen[b.Subject+" "+b.Words()+" "+b.Transition.Next] = true
		}
	}
	return len(seen)
}

// literals returns what the branches of a split compare with, as far as the values
// are known.
func literals(all []reads.Branch) []split.Comparison {
	var known []split.Comparison
	for _, b := range all {
		if b.Literal {
			known = append(known, b.Comparison)
		}
	}
	return known
}
