package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportSilentMore reports the questions by message, whether there is anything else, after whose silence the next one
// is sent as after a yes: once.
func reportSilentMore(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, s := range answers.SilentMores(p.Document) {
		by := s.Silence.From
		if d != nil {
			d.Also(s.Silence.PlaceOfNext(), "so does "+by.Label())
			continue
		}
		d = p.Reportf(s.Silence.PlaceOfNext(), "%s leads silence (%s) to %s, as a yes does: who needs nothing else gets that question; lead it to %s",
			by.Label(), words.Quote(s.Silence.Event), s.To.Label(), reads.Target(s.No)).As(finding.Note).Identify(by.Label())
	}
}
