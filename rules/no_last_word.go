package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "no-last-word", Title: "A person answers and hears nothing more",
		Group: finding.Paths, Severity: finding.Note,
		Doc: `Finds an answer of a person, keys, speech or a message, after which nothing is said,
sent or asked any more, whatever happens: it is stored or passed on, and the execution
ends. On a call the caller is cut off, in a chat the person does not know whether
anybody has read it; and a failure to store it looks the same.

An answer that ends the execution at once is left alone, and so is a split that sorts
answers (unhandled-no-match).

Say thank you after success, and something else after a failure.`,
	},
	Check: func(p *lint.Pass) {
		unheard := values.Unheard.Of(p)
		told := map[int]bool{}
		for t := range p.Flow.Transitions() {
			if t.Facts.Kind != schemas.KindInput || t.Meant == nil || t.Meant.Facts.Split || !p.Flow.Reachable(t.From) {
				continue
			}
			if w := t.Meant; unheard[w.Index] && !told[w.Index] {
				told[w.Index] = true
				p.Reportf(w, "%s takes what a person answers to %s (%s), and it ends without a word, well or badly; say which",
					w.Label(), t.From.Label(), words.Quote(t.Event))
			}
		}
	},
})
