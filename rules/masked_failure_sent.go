package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportSentAnyway reports the messages of which callers are told that they were sent also when they were not: once.
func reportSentAnyway(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, s := range answers.SentAnyways(p.Document) {
		if d != nil {
			d.Also(s.Failed.PlaceOfNext(),
				"so it is with "+s.Message.Label())
			continue
		}
		d = p.Reportf(s.Failed.PlaceOfNext(), "%s leads to %s, which says %s, also when it is not sent; lead %s elsewhere",
			s.Message.Label(), s.Told.Label(), words.Quote(s.Words), words.Quote(s.Failed.Event)).
			Relate(effects.PlaceOfPrompt(s.Told), "what is told").Identify(s.Message.Label())
	}
}
