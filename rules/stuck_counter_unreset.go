package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/loops"
	"studiolint/lint/words"
)

// reportUnreset reports the counters that nothing sets back before their question is asked in another round: once.
func reportUnreset(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, u := range loops.Unresets.Of(p) {
		if d == nil {
			d = p.Reportf(u.Exit, "after too many slips one can come to %s again, and nothing sets %s back: the next slip is one too many at once; set it to 0 on the way",
				u.Question.Label(), words.Quote(u.Key)).As(finding.Note).Identify(u.Key).Along(finding.Steps(u.Path, u.Question))
		} else {
			d.Also(u.Exit, "so it is with "+words.Quote(u.Key))
		}
	}
}
