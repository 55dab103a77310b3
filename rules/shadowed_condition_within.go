package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// maxTried is before how many branches the texts of an expression are tried.
const maxTried = 20

// reportWithin reports an expression all of whose texts an earlier branch seems to take
// elsewhere.
func reportWithin(p *lint.Pass, b reads.Branch, earlier []reads.Branch) bool {
	for _, e := range earlier {
		if e.Transition.Next == b.Transition.Next {
			continue
		}
		if example, ok := b.Comparison.SeemsWithin(e.Comparison); ok {
			cure := "put it first"
			if _, mutual := e.Comparison.SeemsWithin(b.Comparison); mutual {
				cure = "both take the same; remove one"
			}
			p.Reportf(b, "%s (to %s) seems never to be reached: %s before it (to %s) takes every such text that was tried, as %s; %s",
				b.Words(), reads.Target(b.Transition), e.Words(), reads.Target(e.Transition), words.Quote(example), cure).
				As(finding.Note).Relate(e, "the earlier condition")
			return true
		}
	}
	return false
}

// reportEntries reports entries of a list that an earlier branch takes elsewhere.
func reportEntries(p *lint.Pass, b reads.Branch, earlier []reads.Branch) {
	if b.Comparison.Operator() != split.MatchesAnyOf {
		return
	}
	for _, e := range earlier {
		if e.Transition.Next == b.Transition.Next {
			continue
		}
		var taken []string
		for _, text := range b.Comparison.Entries() {
			if e.Comparison.Holds(text) == split.Yes {
				taken = append(taken, text)
			}
		}
		if len(taken) > 0 {
			p.Reportf(b, "%s never leads to %s: %s before it takes it; leave it in one of the two",
				words.List(taken), reads.Target(b.Transition), e.Words()+" (to "+reads.Target(e.Transition)+")").
				Relate(e, "the earlier condition")
			return
		}
	}
}
