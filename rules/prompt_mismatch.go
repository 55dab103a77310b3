package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/liquid"
	"studiolint/lint/shape"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "prompt-mismatch", Title: "A prompt says other than what happens",
		Group: finding.Values, Severity: finding.Note, Varies: "warning for money and numbers that are certainly wrong, and where one is told the contrary of what was done",
		Doc: `Compares what a caller, or who writes, is told with how the widget is set up, and with what comes then:

- the prompt asks for a number of so many digits, or the widget is named after one
  (enter_6_digits), and number_of_digits is another: what is entered is cut off, or the caller
  waits out the timeout;
- it asks for an account number, a code or a number from 1 to 10, and number_of_digits is 1;
- it asks for a number from 1 to 5, and any key, or any text, is stored or sent on: no split tests it,
  nor what a service says of it;
- it asks for a 5-digit number, a date as MM/DD/YYYY or an e-mail address, and any text is sent on, of which
  nothing comes back, and with it those that name words for the answer ("reply YES or NO"), also alone where another question with words
  is tested and asked again;
- a request lists the choices, and any key goes on, while the flow tests the keys of its other
  questions;
- it asks for a picture or a file, and what a request gets is its address: nothing tests whether one came; or
  only the text of the answer is read;
- it says by which key one ends ("followed by the star key"), and finish_on_key is another, also # for
  want of one, or empty, so that none does;
- "leave a message after the beep", and play_beep is false;
- it allows two minutes, and max_length is less; a message, and that is ten seconds at most;
- "this call is recorded", and each call that it leads to says record: false, with nobody else who has it;
- "please try again", and nothing is asked after it;
- "we will send you a text message", and it is sent only when more was said, so that who hangs up earlier gets none
  (once a flow);
- "2 for Veggie, 10 dollars", and the price that is set for 2 is 11; "the fee is $59.99", and another
  amount is charged; "a bike for 15 dollars, press 1", and after 1 "a bike costs 18 dollars";
- the amount that is charged is by its name in cents or pence (balance_pence), or its currency is another than
  the sign of money in all texts: a warning;
- "{{…distance_km}} miles", "{{…temp_c}} °F" and "${{…amount_cents}}", as it is: a warning;
- "this costs 60 euros, reply YES", and then "50 euros were charged", or "it is free", or "charge": 40 is sent, which
  is a warning; so it is with days and hours (a pause of 30 days, "days": 60; "valid for 24 hours"), with how
  soon something comes, and with "until 3 pm";
- "call us at 555-0101" and, in the same words, 555-0111; "a visit costs 50 dollars" and 60, or 50 euros; harbor.test
  and harbour.test;
- "we have your number as {{trigger.call.To}}", which is the number that was called: a warning;
- "enter eleven digits, beginning with 1", and what is kept is +1 and those: a warning;
- "click here" or https://… that a voice reads, and "thank you for calling" in a message of a flow that
  only messages begin;
- "your appointment is confirmed" after a request that is named after cancelling it, and the reverse;
- "press 1 to confirm" after the request that pays, books or deletes it, while a yes only says that it was done;
- "this is your last attempt", or "two tries left", where as many do not come after it;
- "you have three attempts", "your three attempts are used up", or "{{…}} of 3", and the flow counts to five, or
  lets a fourth one pass;
- "your 4-digit code", and after a wrong answer "it has five digits"; so it is with MM/DD/YYYY and DD-MM-YYYY;
- "from 1 to 10", and after a wrong answer "from 1 to 5"; "press 1 for sales or 2 for support" there, and the menu
  that comes next has a third key, or the two the other way about: that is a warning;
- "press any key to speak to somebody, or hold to go back", and a key leads to "back", and silence to somebody: a warning;
- "1 is very satisfied and 5 very dissatisfied", and after 1 "we are sorry to hear that": a warning;
- "that is no valid choice" after silence, or "we did not hear anything" after a wrong key; so is a text for both, a note,
  that speaks of what was answered ("I did not understand what you said"), and in a chat any that says it was wrong;
- "I didn't catch that", where only answers that were understood lead;
- "for help, write RULES", and whoever writes that reads this very text again: a note;
- "goodbye", or "you may hang up now", and a question, a queue or a call comes after it;
- "how did we do?" in a chat right after Send to Flex, which goes on as soon as there is a task, and
  not when the agent is done;
- "your member ID followed by the PIN", which come in as one number that nothing takes apart;
- "what is your name, and your order number?", and the one answer is kept or sent on as the name: a note;
- "see the picture attached", and the message has no file, nor does the one before or after it;
- it asks for a date in so many digits, and does not say in which order they come;
- "connecting you now", and another prompt comes before the call;
- "please stay on the line", and a message is asked for, or the call ends;
- "0 to speak to an operator", and 0 leads to a last word that tells nothing of one;
- "we are connecting you", "leave a message after the beep", and nothing of the kind comes;
- "we have sent you a text", and nothing on the way there does, or only after it: where other requests are made, they
  look something up or keep a record;
- "we are connecting you", and Record Voicemail is all that comes;
- "we will call you back", "we will put it on our list", "your request has been stored", "we have sent you an e-mail", "we'll go
  ahead and cancel your appointment", "your order is cancelled", and
  nothing on any way through the flow tells anybody; what a request or a conversation began may be
  done by its other side;
- "your change is saved" after a no, where the yes leads to a request first, and then to this text: a warning;
- "nothing was ordered" right after the request that orders it has worked: a warning;
- "you will not receive any more messages", and a message or a question comes next: a warning;
- "reply C to cancel", and after that answer "your appointment has been cancelled", while no step after the
  answer tells anybody: what was looked up before the question cannot know of it;
- "somebody will get back to you" on a branch of an answer, and no step tells anybody of the person: a request
  or a conversation began it, and its other side may fetch the answer; one note a flow; so it is in a
  conversation that is handed to agents on other ways only, and on a call where silence or a key leads
  past all that tells somebody;
- "you will receive a reminder", and no message comes, nor does any request learn whom it is for;
- "reply to this message", and nothing waits, and no message starts the flow;
- "write HELLO to go on", and a message with that is answered as any other is;
- "press 1 for sales", and the question right after it begins with the same words: people hear it twice.

A prompt with Liquid that decides is left alone, and so is one that names several lengths, and
what a Function or another flow may do.

Correct the prompt or the property, or add the step.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			keys, recorder := w.Facts.KeyEntry, w.Facts.TakesMessage
			if keys == nil && !recorder || !p.Flow.Reachable(w) {
				continue
			}
			text := effects.ToldBefore(w)
			if text == "" || liquid.HasTags(text) {
				continue
			}
			if keys != nil {
				checkSaidDigits(p, w, keys, text)
			}
			if !shape.Sound(p, w.Properties) {
				continue
			}
			checkSaidFinish(p, w, text)
			if recorder {
				checkSaidBeep(p, w, text)
				checkSaidLength(p, w, text)
			}
		}
		reportTold(p)
		reportRelisted(p)
		reportPrices(p)
		reportMoney(p)
		reportMeasures(p)
		reportContradictions(p)
		reportRestated(p)
		reportOwnNumber(p)
		reportDoubledCode(p)
		reportUnrecorded(p)
		reportNobody(p)
		reportMediumMix(p)
		reportSaysContrary(p)
		reportDoneBefore(p)
		reportToldDone(p)
		reportToldUndone(p)
		reportAfterLeaving(p)
		reportKeywords(p)
		reportUnlearned(p)
		reportUntoldWays(p)
		reportTwoNumbers(p)
		reportTwoThings(p)
		reportNothingAttached(p)
		reportToldTwice(p)
		reportSentTooLate(p)
	},
})

// reportTold looks at what texts say of the answers to a question.
func reportTold(p *lint.Pass) {
	reportBroken(p)
	reportSentAtLast(p)
	reportHolding(p)
	reportTries(p)
	reportTriesSpent(p)
	reportTriesLeft(p)
	reportCause(p)
	reportUnderstood(p)
	reportUnchecked(p)
	reportUncheckedTexts(p)
	reportUnlisted(p)
	reportParting(p)
	reportNoPicture(p)
	reportEarlySurvey(p)
	reportTotals(p)
	reportMoreTalk(p)
	reportDates(p)
	reportScales(p)
	reportScaleEnds(p)
	reportKeyOrHold(p)
	reportOtherForms(p)
}
