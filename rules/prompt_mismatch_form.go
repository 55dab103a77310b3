package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportOtherForms reports the words after a wrong answer that name another number of digits, or another form of a
// date, than the question to which they lead back: once.
func reportOtherForms(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, o := range answers.OtherForms(p) {
		n := effects.Prompt(o.Told)
		switch {
		case d != nil:
			d.Also(n, "so does "+o.Told.Label())
		case o.Count:
			d = p.Reportf(n, "%s says %s after a wrong answer, but %s takes %s %s; say the same", o.Told.Label(), words.Quote(o.Says), o.Question.Label(),
				o.Question.Property(o.Question.Facts.KeyEntry.Count).Raw(), "keys").
				Relate(effects.PlaceOfPrompt(o.Question), "the question")
		default:
			d = p.Reportf(n, "%s says %s after a wrong answer, but %s asks for %s; say the same", o.Told.Label(), words.Quote(o.Says), o.Question.Label(),
				words.Quote(o.Asked)).Relate(effects.PlaceOfPrompt(o.Question), "the question")
		}
	}
}
