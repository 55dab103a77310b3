package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// reportDeafTo reports the questions that lead on when somebody speaks, to what reads only the
// keys: once.
func reportDeafTo(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, t := range answers.Deaf(p.Document) {
		switch {
		case shape.MayRead(p, t.From):
		case d == nil:
			d = p.Reportf(t, "%s goes on with what is said (%s), but %s reads only the keys: that is lost; read it, or ask again",
				t.From.Label(), words.Quote(t.Event), t.Meant.Label()).As(finding.Note).Identify(t.From.Label())
		default:
			d.Also(t, "so does "+t.From.Label())
		}
	}
}
