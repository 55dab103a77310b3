package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
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

It also finds a split that counts silence on a call or wrong answers and, when there were too
many, ends without a word: the caller hears the line go dead, whoever wrote waits. What a subflow leaves to
its parent is left alone.

On an incoming call it finds a request right after an answer of which the caller hears when it
fails, and nothing when it works; and a message that is sent to him instead of a word on the line.

And it finds an incoming call that is never spoken to: whatever works, the caller hears
nothing and is hung up on. A Function that answers with TwiML does not speak; Add TwiML
Redirect does.

And it finds what only tells that an answer to a menu is wrong ("not a valid choice"), or one that a request has looked
up, says neither goodbye nor what to do, and is the last that is heard.

An answer that ends the execution at once is left alone, unless it is asked for something and
other questions of the flow lead on, or, on an incoming call, nothing reads it. So is a split that sorts answers (unhandled-no-match),
but for branches of a chat that lead to steps after which nothing is said: once a flow, and
by itself where only a wrong answer hears something. A Function that sends the word itself
may be what is meant. STOP and START are answered by Twilio.

And it finds a message that callers leave (Record Voicemail) after which the call ends
without a word, where the flow has a last word elsewhere or the caller is told by which key to
end, and nothing thanks before the beep. It is left alone where the flow goes on in the same way
when the caller hangs up.

And it finds a branch for an answer that only sets variables, which a parent may read, in a flow that
can also begin without one: then nobody reads them, and the person hears nothing.

Say thank you after success, and something else after a failure.`,
	},
	Check: func(p *lint.Pass) {
		unheard := values.Unheard.Of(p)
		told := map[*flow.Widget]bool{}
		for t := range p.Flow.Transitions() {
			if t.Facts.Kind != schemas.KindInput || t.Meant == nil || t.Meant.Facts.Split || !p.Flow.Reachable(t.From) {
				continue
			}
			if w := t.Meant; unheard[w.Index] && !told[w] && !goesOnAtParent(p.Flow) {
				told[w] = true
				p.Reportf(w, "%s takes what a person answers to %s (%s), and it ends without a word, well or badly; say which",
					w.Label(), t.From.Label(), words.Quote(t.Event))
			}
		}
		reportGivenUp(p)
		reportSilentCall(p)
		reportTaken(p, told)
		reportEnding(p)
		reportOnlyWrong(p)
		reportRecorded(p)
		reportOnlyFailure(p)
		reportLeftToParent(p)
	},
})

// reportGivenUp reports the splits that count attempts and hang up without a word when there
// were too many: once.
func reportGivenUp(p *lint.Pass) {
	all := values.GivesUp.Of(p)
	if len(all) == 0 {
		return
	}
	routes := p.Flow.Routes(func(*flow.Transition) bool { return true })
	var d *finding.Diagnostic
	for _, g := range all {
		w := g.End.From
		switch {
		case !routes.Reach(w):
		case d == nil:
			on := "was silent"
			if g.After.Facts.Kind == schemas.KindNoMatch {
				on = "chose wrongly"
			}
			how := "ends without a word for"
			if p.Flow.MayHaveCall(w) && !values.InChat(p.Flow, w) {
				how = "hangs up without a word on"
			}
			d = p.Reportf(g.End, "%s %s whoever %s too often (%s); say goodbye first", w.Label(), how, on, values.Unsaid(g.End)).
				Relate(g.After, "what is counted").Identify(w.Label())
		default:
			d.Also(g.End, "so does "+w.Label())
		}
	}
}
