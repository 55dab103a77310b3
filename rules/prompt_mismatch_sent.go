package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportSentTooLate reports the texts which say that a message was sent before it is, so that they are wrong when it
// cannot be: once.
func reportSentTooLate(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, s := range answers.SentTooLate(p.Document) {
		if d != nil {
			d.Also(effects.Prompt(s.Told), "so does "+s.Told.Label())
			continue
		}
		d = p.Reportf(effects.Prompt(s.Told),
			"%s says %s before %s sends it, and so also when it cannot be sent; say it after that",
			s.Told.Label(), words.Quote(s.Words), s.Message.Label()).
			Relate(s.Message, "what sends it").Identify(s.Told.Label())
	}
}
