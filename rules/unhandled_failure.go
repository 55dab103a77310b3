package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/values"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unhandled-failure", Title: "A failure ends the execution",
		Group: finding.Paths, Severity: finding.Note,
		Varies: "warning for an HTTP request after which a caller would hear something, and for a caller who gets into no queue",
		Doc: `Finds a widget that goes on when it works and ends the execution when it fails:
the call is dropped, the chat falls silent, and nobody is told. On a call a failed
HTTP request is a warning when the caller would have heard or reached something
after it. The others of a flow are one finding, since one apology serves all of them.

In a chat, while somebody waits for a word, a failure that leads to steps that say nothing
ends as silently: a variable, a record that is kept (log, audit), a request that is made
also when all goes well. A request for the failure alone is taken for its handling.

It also finds a Send to Flex or Enqueue Call that ends on failedToEnqueue: there is
no task, or the queue is full, and the customer waits for an agent who will never
come. A call also ends on callFailure, an error of Twilio's: it is named beside the other, and is
a note where it alone leads nowhere. All of a flow are one finding: a warning on a call, and where the flow handles
such a failure elsewhere, since then this one was forgotten; else a note. One to which only another failure leads is
listed beside them, and so is a message before an agent.

Nothing is asked of a widget that itself only handles a failure or is retired, of one
that has two transitions for an event, nor of one whose failure leaves nobody to talk to: a message that could not be sent, a call or
conversation that did not come about. Messages that end when they cannot be sent are
one note a flow, where a request, an agent or another flow comes right after them (on a call also
where the caller is asked or told more, and is cut off): that is then left undone, for the sake of a word; so are those that only tell a server of it
while somebody waits for the agent. A pause (a request to …/delay) is nothing to be done, nor
is a request that only serves what the same person is told or asked next.

A Run Subflow that ends either way is a note when it fails so: all that the person was to
hear was in the other flow. So is a request or a Function that ends either way, when somebody
has written and was told nothing, in a flow that speaks to people: it sends the answer itself,
or nobody does; and so is one, in a flow that says nothing, that passes a message on. And so is an Add TwiML Redirect that ends either way, and puts values into the query of its
address as they are: a blank in one may make none of it.

In a subflow that asks people itself, requests that end so are one note: its parent goes
on as if they had worked.

A message, a request or a call that a split may pass by (who has not opted in gets none) shows that what
comes after it does not need it: where its failure ends the execution all the same, that is one note.

And it finds work that comes only after what is said on a call that the flow has made, and does not
need it: a hang-up ends the execution there. That is one note a flow.

Lead the failure to an apology, another way to reach somebody, or a second
attempt that is counted.`,
	},
	Check: func(p *lint.Pass) {
		normal := p.Flow.Routes(func(t *flow.Transition) bool { return t.Facts.Kind != schemas.KindFailure })
		var gone []lostCall
		var silent silentFailures
		passed := optionals(p, normal, works)
		round := stepsOf(passed)
		for _, w := range p.Flow.Widgets {
			if !w.Facts.Known() || w.Facts.Retired != nil || w.Repeats() || w.Facts.Needs == schemas.NeedsMessage ||
				w.Facts.Creates != nil || !normal.Reach(w) {
				continue
			}
			open, lost, goesOn := failuresOf(p, w)
			switch {
			case lost != nil:
				if l := (lostCall{at: lost, call: onCall(p.Flow, w, normal)}); l.call || !values.Reported(p.Document, lost) {
					if l.call {
						l.other = open
					}
					gone = append(gone, l)
				}
			case open != nil && w.Facts.MayLose() && onCall(p.Flow, w, normal):
				gone = append(gone, lostCall{at: open, call: true})
			case round[w]: // reportOptionals
			case open != nil && (goesOn || carriesOutTransfer(w)):
				silent.report(p, open, normal)
			}
		}
		silent.tell(p, normal)
		if len(gone) > 0 {
			reportLost(p, gone, normal)
		}
		reportCutOff(p, normal)
		reportOptionals(p, passed, normal)
		reportUndone(p, normal, round)
		reportLast(p, normal)
		reportForwarded(p, normal)
		reportInSubflow(p, normal)
		reportBehindCall(p, normal)
	},
})
