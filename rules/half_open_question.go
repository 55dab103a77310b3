package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "half-open-question", Title: "An answer that a question does not take",
		Group: finding.Paths, Severity: finding.Note,
		Doc: `Finds a Gather Input On Call that leads on when the caller answers in one way, and not when
he answers in the other:

- "speech" leads on and "keypress" does not, while the prompt speaks of keys or asks for a number
  of several digits: a key that is pressed is lost;
- "keypress" leads on and "speech" does not, while the prompt invites the caller to speak, asks what people
  say as a rule ("what is your birthday?") without a word of keys or numbers, or the widget is told what to listen for (hints): what a widget listens for follows the events that
  lead on, so nobody listens.

Elsewhere an open event is left alone, as the editor makes it: nobody presses a key who was asked to speak,
and without "speech" keys are all that is listened for.

Those of a flow are one finding. Lead the other event to the same place, or back to the
question.`,
	},
	Check: func(p *lint.Pass) {
		var d *finding.Diagnostic
		for _, w := range p.Flow.Widgets {
			open, other := answers.HalfOpen(w)
			if open == nil || !p.Flow.Reachable(w) {
				continue
			}
			lost := "a key that is pressed is lost"
			if spoken := effects.Raised(w, schemas.BySpeech); open.Event == spoken.Name {
				lost = "nobody listens to what is said"
			}
			if d == nil {
				d = p.Reportf(open, "%s goes on after %s, but not after %s: %s; connect it, or ask again",
					w.Label(), words.Quote(other.Event), words.Quote(open.Event), lost)
			} else {
				d.Also(open, "at "+w.Label()+" "+lost)
			}
		}
	},
})
