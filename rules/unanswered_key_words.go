package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportWordless reports the questions by message that take a key alone, while a like one takes the
// word that it stands for, too: once.
func reportWordless(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range answers.Wordlesses.Of(p) {
		if d == nil {
			d = p.Reportf(w.Menu.Split, "%s takes %s for %s and not the word, as %s does; people write both: add it",
				w.Menu.Split.Label(), words.Quote(w.Key), words.Quote(w.Word), w.Takes.Transition.From.Label()).
				Relate(w.Takes, "the branch that takes both").Relate(w.Menu.Question, "the question").Identify(w.Word)
		} else {
			d.Also(w.Menu.Split, "so it is with "+words.Quote(w.Word)+" of "+w.Menu.Split.Label())
		}
	}
}
