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
		what := "lets " + words.Quote(l.Passed) + " pass"
		switch {
		case l.Asked:
			what = "does not take " + words.Quote(l.Refused)
		case l.Passed == "":
			what = "leads " + words.Quote(l.Refused) + " there, too"
		case l.Refused != "":
			what += ", and leads " + words.Quote(l.Refused) + " there"
		}
		p.Reportf(l.Branch.Place(), "%s says %s, but %s %s; correct the condition, or the text",
			l.By.Label(), words.Quote(l.Limit.Said), l.Branch.Words(), what).
			As(finding.Warning).Relate(effects.PlaceOfPrompt(l.By), "the text")
	}
}
