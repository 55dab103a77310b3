package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
)

// reportSameWords reports the steps that tell what a question asks, or what is told right after them, word for word.
func reportSameWords(p *lint.Pass) {
	for _, s := range answers.SameWordings.Of(p) {
		how := "%s tells word for word what %s asks; was it forgotten in the copy?"
		if s.Next {
			how = "%s says word for word what %s says right after it; was it forgotten in the copy?"
		}
		p.Reportf(effects.Prompt(s.Tells), how, s.Tells.Label(), s.Other.Label()).
			As(finding.Note).Relate(effects.PlaceOfPrompt(s.Other), "the other text").Identify(s.Tells.Label())
	}
}
