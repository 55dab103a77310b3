package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportRanges reports the branches that take other numbers than a text names: "from 1 to 100",
// and 100 is refused. Of single keys that lack a branch unanswered-key tells.
func reportRanges(p *lint.Pass) (told []reads.Branch) {
	for _, o := range answers.OutsideBounds.Of(p) {
		refused := slices.DeleteFunc(slices.Clone(o.Refused), func(n string) bool { return !o.Judged() && len(n) < 2 && isOffered(o.Menu, n) })
		if len(refused)+len(o.Taken) == 0 {
			continue
		}
		var does []string
		if len(refused) > 0 {
			verb := "refuses "
			if o.Lost {
				verb = "has no branch for "
			}
			does = append(does, verb+words.List(refused))
		}
		if len(o.Taken) > 0 {
			does = append(does, "takes "+words.List(o.Taken))
		}
		told = append(told, o.Branch)
		d := p.Reportf(o.Branch, "%s names %s, but %s %s; correct the condition, or the text",
			o.By.Label(), words.Quote(o.Said), o.Menu.Split.Label(), strings.Join(does, " and ")).Relate(o.By, "the text").As(finding.Note)
		if len(refused) > 0 && !o.Lost {
			d.As(finding.Warning)
		}
	}
	return told
}

// isOffered reports whether an answer is one that a menu offers.
func isOffered(m *answers.Menu, answer string) bool {
	return slices.ContainsFunc(m.Offers, func(o answers.Offer) bool { return o.Answer == answer })
}

// isAmong reports whether a branch is one of some.
func isAmong(list []reads.Branch, b reads.Branch) bool {
	return slices.ContainsFunc(list, func(other reads.Branch) bool { return other.Transition == b.Transition })
}
