package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportJoined reports the texts in one language to which a shared step leads people who were spoken to in another one,
// though there is the same text in that: once.
func reportJoined(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, j := range answers.Joins.Of(p) {
		switch {
		case isMisread(p, j.Text, j.Own):
		case d == nil:
			d = p.Reportf(j.By, "%s says %s, also to those who heard %s before: their ways join in %s; part them there, and lead them to %s",
				j.Text.Label(), words.TongueName(j.Own), words.TongueName(j.Other), j.By.From.Label(), j.Twin.Label()).
				As(finding.Note).Relate(j.Twin, "the same in the other language").Identify(j.Text.Label())
		default:
			d.Also(j.By, "so it is with "+j.Text.Label())
		}
	}
}
