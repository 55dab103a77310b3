package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportDeafTo reports the questions that lead on when somebody speaks, to what reads only the
// keys, or the reverse: once.
func reportDeafTo(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, t := range answers.Deaf(p.Document) {
		what, only := "what is said", "the keys"
		if keys := effects.Raised(t.From, schemas.ByKeys); keys != nil && keys.Name == t.Raised() {
			what, only = "what is keyed in", "what is said"
		}
		switch {
		case shape.MayRead(p, t.From):
		case d == nil:
			d = p.Reportf(t, "%s goes on with %s (%s), but %s reads only %s: that is lost; read it, or ask again",
				t.From.Label(), what, words.Quote(t.Event), effects.PastIdle(p.Flow, t).Label(), only).As(finding.Note).Identify(t.From.Label())
		default:
			d.Also(t, "so does "+t.From.Label())
		}
	}
}
