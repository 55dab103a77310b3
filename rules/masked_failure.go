package rules

import (
	"sync"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/twins"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "masked-failure", Title: "A failure is told as something else",
		Group: finding.Paths, Severity: finding.Note, Varies: "warning for a payment that was not made or is made twice, for a booking or its end that failed and is told as done, and where success is told as a failure or a failure kept as a success",
		Doc: `Finds a request or a Function whose failure a person cannot tell from an answer:

- success and failure lead to the same last word ("your order is stored"), so the
  failure is confirmed as a success, after an answer, or where the message that began the
  execution is passed on and the word says so or promises that somebody will see to it;
- the failure leads to the same question as a wrong answer, or back to the one whose answer
  the request takes: while the service is down, the person is asked again and again, and
  never told why.

- the only request of a flow leads to the same place when it works and when it fails, and
  nothing reads what comes back, though a person's answer led to it; or, where there are
  several requests, one that is given the answer does (one finding a flow);

- one that is given an answer, after a word of thanks, ends either way; so does one that alone
  passes on what was chosen, for which the caller was thanked before it;

- the failure leads to the word that tells of a wrong choice in a menu ("not a valid
  option"), so an outage is told as that;

- silence at a question leads to the word that an answer of the service that says no leads
  to, so who said nothing is told that nothing was found;

- silence at the first question leads to the word that thanks for the answer ("thank you for your
  feedback"), at once or by what fits no branch;

- what fits no branch leads to a word of thanks, though branches take all that is offered and nothing else
  reads the answer (once a flow);

- whatever a service answers but some bad word ("cancelled", "expired") is told as good news, also
  nothing, or a word that is new (once a flow);

- the failure leads to the split on what the service answers, which then finds nothing and
  tells of a wrong choice, or that there is nothing;

- the failure of one that is given an answer leads, as its success does, to the split on what it brings,
  which finds nothing and goes on to the next question as if it had been told so;

- the failure of the second of two requests that store an answer is told as that of the first, which has
  stored its part by then;

- the failure of a look-up of the person leads where newcomers sign up, or to the step that says, keeps or passes
  on that nobody was found ("new", verified = false), once a flow each;

- the failure leads to the same word as an answer of the service that says no ("we
  have no such booking"), so an outage is told as that; or to words that say so ("that is not
  a valid number", "you have no appointments"). Those of several requests that lead to the
  same word are one finding;

- the failure of one that is given an answer, or the number of the person, leads to the last text, of whatever
  words, to which its answer that says no leads ("join us to get access"), or that of the hours to the text that all is closed;

- the failure leads to a word of its own, or that for a good answer of the service, which says that it
  was done ("your order is placed");

- the failure of the request after a payment leads back to the payment, which was made: a warning.

- a text that comes when the request has failed gives a number, or a no, as the default for what
  it would have brought ("your balance is 0").

- a message says that it was done ("you have been registered") before the request that does it,
  and when that message cannot be sent the request is skipped;

- a call that nobody answers leads to the request for what somebody chooses ("press 2 to reject"),
  and nothing tells the two apart;

- when a request that was chosen from a menu fails, one hears an earlier menu again and nothing else,
  while its success is told; or it leads back there either way, and nothing reads what came back;

- a payment that was not made leads to thanks for it, or to the same request as one that was
  made, while nothing reads what came of it: a warning. One that leads to the same last word, which
  says more than goodbye and nothing of a failure, is a note.

- only the failure of a request leads to a text that is that of another step, or its beginning, and says nothing of
  a failure: a note;

- a queue whose end leads, as its failures do, to the text that nobody can take the call, also after a talk (once a flow);

- success leads to a text which says that it failed, and the failure to one that does not: a warning; so does a message
  that is sent;

- the failure leads to what reads the answer, and nothing reads it on any way from the success: a warning;

- a step that was chosen leads to a text which says that it was done ("your card has been blocked") also when it fails;

- a message that is sent leads to the apology to which failures of others lead, and goes on when it is not sent: a warning;
- "we have sent you a text" is what a caller hears also when the message cannot be sent (once a flow);

- a step that is only for the failure keeps a word for success (status = "saved"), or hands it on: a warning; as a
  note one that both lead to does, where it is the word for what the request was to do;

- what fits no branch of a split on what a service answers is told as done, as one good answer is, while another
  answer leads elsewhere (once a flow);

- a request, a Function or a subflow that nothing else does the work of leads to a text which says that it was done
  ("your appointment has been booked") when it works and when it fails: a warning where it is named after a booking, a payment or an end.

A text that refuses somebody ("we do not know you") is told where it ends there, not where it asks for something; and
not where it names the cause ("at this time", "our system"), or lets people say whether they are new.

A last word that itself tells the two apart, in Liquid, is left alone, and so is one after a mark for the talk, one after which
somebody comes to speak to, and a step
whose success goes on to more, that does not come right after a person's answer, or whose
name says that it only keeps a record (log, track, audit), unless it is given the answer and the
last word says that this was stored, or it is all that is done before a word that no more messages come.

Where both ways of a step lead to one text which says that it was done, the first 64 such steps of a flow are looked at.

Lead the failure to a message of its own and to an end, or count the attempts. Where a service
fails for such an answer only, that may be what is meant.`,
	},
	Check: func(p *lint.Pass) {
		var lost []*flow.Transition
		read := sync.OnceValue(func() map[string]bool { return storedBy(p.Flow) })
		wrong := wrongChoices(p)
		var assumed *finding.Diagnostic
		denied, confirmed, stamped := &denials{}, confirmations{}, twins.StampedOn(p.Document)
		for _, w := range p.Flow.Widgets {
			worked, failed := mayMask(p, w, stamped)
			if failed == nil {
				continue
			}
			assumed = reportAssumed(p, w, failed, assumed)
			to := effects.PastSetting(failed)
			if effects.PastSetting(worked) == nil || to == nil {
				if endsAfterSetting(worked) && endsAfterSetting(failed) && losesAnswerAtEnd(p, w, read) {
					lost = append(lost, failed)
				}
				continue
			}
			if reportContraryWays(p, worked, failed) {
				continue
			}
			alike := effects.PastIdle(p.Flow, worked) == effects.PastIdle(p.Flow, failed)
			if m := wrong[to]; m != nil && !alike && to != m.Otherwise.From {
				p.Reportf(failed.NextNode, "%s of %s leads to %s, as a wrong answer to %s does; give the outage a message of its own",
					words.Quote(failed.Event), w.Label(), to.Label(), m.Question.Label())
			} else if told := blankTold(p, w, failed); told != nil {
				p.Reportf(failed.NextNode, "when %s fails (%s), %s finds nothing and leads to %s; give the outage a message of its own",
					w.Label(), words.Quote(failed.Event), to.Label(), told.Label()).Relate(told, "what is told then")
			} else if !alike && tellsDone(p, failed) {
				confirmed.report(p, failed)
			} else if !alike {
				checkAnother(p, w, worked, failed, denied)
			} else if checkOnward(p, w, worked, failed); checkSame(p, w, failed, read) {
				lost = append(lost, failed)
			}
		}
		reportLostAnswers(p, lost)
		reportUntoldOutcome(p, read)
		reportSentEnds(p)
		reportSilence(p)
		reportSilentThanks(p)
		reportElseThanked(p)
		reportElseGood(p)
		reportTalkedInVain(p)
		reportElseDone(p)
		reportExchangedSending(p)
		reportTooSoon(p)
		reportThankedFirst(p, read)
		reportTakenForChoice(p)
		checkPayments(p, read)
		reportPaidAgain(p)
		reportNewcomer(p)
		reportTakenForNew(p)
		reportHalfDone(p)
		reportCopied(p)
		reportStamped(p, stamped)
		reportSentAnyway(p)
		reportEither(p)
	},
})

// mayMask returns the two ways out of a silent step that may fail; nil where it has none, or what is kept after its
// failure is told.
func mayMask(
	p *lint.Pass, w *flow.Widget, stamped map[*flow.Widget]twins.Stamped,
) (worked, failed *flow.Transition) {
	worked, failed = w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
	_, told := stamped[w]
	if told || worked == nil || w.Facts.Dialog != schemas.DialogSilent || !p.Flow.Reachable(w) {
		return nil, nil
	}
	return worked, failed
}

// losesAnswerAtEnd reports whether the last step of a flow loses an answer when it fails, and nobody waits.
func losesAnswerAtEnd(p *lint.Pass, w *flow.Widget, read func() map[string]bool) bool {
	return losesAnswer(p, w, read) && values.Waiting.Of(p)[w.Index] == 0
}
