package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "wait-as-pause", Title: "A wait for an answer that is meant as a pause",
		Group: finding.Paths, Severity: finding.Note,
		Doc: `Finds a Send & Wait For Reply that waits less than half a minute, asks nothing and whose
answer nothing reads: it is a pause between two messages. What the person happens to write
in it is taken for the answer and lost, where another message would begin or go on with the
conversation; and where only "timeout" leads on, it ends the execution.

A question, however short, is left alone, and so is a wait whose answer is read.

Studio has no pause. Send one message, or let a Function wait.`,
	},
	Check: func(p *lint.Pass) {
		const short = 30 // seconds
		for _, w := range p.Flow.Widgets {
			answer := effects.Raised(w, schemas.ByReply)
			if answer == nil || !answers.Unread.Of(p)[w.Index] && w.On(answer.Name) != nil && w.On(answer.Name).Meant != nil {
				continue
			}
			seconds, known := effects.Waits(w)
			late := w.OnKind(schemas.KindTimeout)
			prompt := effects.Prompt(w)
			if !known || seconds >= short || late == nil || late.Meant == nil || !prompt.Exists() || !p.Flow.Reachable(w) {
				continue
			}
			if text := prompt.Text(); len(offer.In(text)) > 0 || offer.SeemsToAsk(text) || readsAnswer(p.Flow, w) {
				continue
			}
			p.Reportf(w, "%s waits %s for an answer that it asks nobody for, as a pause: what a person writes in that time is lost; send one message instead",
				w.Label(), words.Plural(seconds, "second"))
		}
	},
})

// readsAnswer reports whether some template reads the answer to a question, or may.
func readsAnswer(f *flow.Flow, w *flow.Widget) bool {
	return reads.Stored(f, w, func(key string) bool {
		output := w.Facts.Outputs.Key(key)
		return output == nil || effects.IsAnswer(w, output)
	})
}
