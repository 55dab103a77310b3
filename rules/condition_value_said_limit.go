package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportSaidLimits reports the branches for numbers that draw a limit elsewhere than the text says to which they lead.
func reportSaidLimits(p *lint.Pass) {
	for _, l := range answers.Limiteds.Of(p) {
		what := "does not take " + words.Quote(l.Refused)
		if !l.Asked {
			what = "leads " + waysOf(l)
		}
		p.Reportf(l.Branch.Place(), "%s says %s, but %s %s; correct the condition, or the text",
			l.By.Label(), words.Quote(l.Limit.Said), l.Branch.Words(), what).
			Identify(l.By.Label(), l.Limit.Said, l.Branch.Words()).
			As(finding.Warning).Relate(effects.PlaceOfPrompt(l.By), "the text")
	}
}

// waysOf tells where numbers on both sides of a limit lead: "17" to "ok", and "18" to "too_young".
func waysOf(l answers.Limited) string {
	refused := words.Quote(l.Refused) + " to " + l.By.Label()
	if l.Passed == "" {
		return refused + ", too"
	}
	passed := words.Quote(l.Passed) + " to " + l.Past.Label()
	if l.Refused == "" {
		return passed
	}
	return passed + ", and " + refused
}
