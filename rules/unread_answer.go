package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unread-answer", Title: "A question whose answer nothing reads",
		Group: finding.Paths, Severity: finding.Warning,
		Varies: "note when most questions of the flow are so, for the detection of answering machines, and for what a request fetches",
		Doc: `Finds a question (keys, speech or a message) whose answer no split, variable, request or
text of the flow reads: whatever a person answers, the flow goes on in the same way.
The split or the parameter for it was forgotten, or reads another widget.

It also finds a message that invites something new ("or reply with your new photo") while
only a split reads the answer, and does not ask for it again.

Left alone is what is meant so: "press any key", "reply MORE for more" and most prompts
that name a single answer; a question whose answer and whose silence lead to the same
place, unless a message offers several answers, or it asks whether one agrees; a chat that goes on to Flex, where an agent
sees it (but not "shall an agent help you?", when every answer leads there); flows that hand
their own {{flow.sid}} to somebody who can look the answers up.

When most questions of a flow are read nowhere, the answers are probably fetched from
the execution's context: that is one note. Three and more that are not are one finding.

Where keys go to a split, and whatever is said leads straight to one of its branches and is read nowhere, or the
reverse, a cough is taken for that choice. Left alone is what leads to somebody who can ask, what is invited, and what
records, ends the call or leads back to the question.

Left alone is as well what somebody learns anyway, who reads the chat, listens to the recording of the call, or has
begun the execution and fetches its answers; and an answer that corrects the one before, or is kept as the last.

An answer that only a widget reads which never runs is not read, where another one is given the
answers to three other questions.

It also finds a question of which only the address of the answer is read (inbound.To), and a request that is
given the key by which an entry is confirmed ("you entered …, press 1 if that is right"), while only texts read
the entry, or the person's own number where another one was entered and confirmed; and, as a note, once a flow, a question
whether an entry is right, whose answer is only kept
or passed on.

As a note it also finds questions for a name or a number, and lists of numbers to choose from, before a chat
goes on to Flex, of which no attribute holds the answer, also where only messages say the name again, or where a split asks only whether it is one of several, while other answers are passed on; such a question
whose answer is only said again, while a request that keeps something is given other things of the person; an answer of which it is only tested whether there is one, or, for a number of the caller's own, of
which form it is; a text that asks something, also to say or enter it, and then the call ends, if need be after a word of leave, or offers answers in a chat that ends and begins anew
with each of them; a message that asks for a name, a number or the like, after which the flow says
more, asks for something else, or makes a request with the message before it, without waiting; a question that leads on when somebody speaks, while the request or the
variable there reads only the keys, or the reverse; a question on a call that asks nothing and leads to the same place
whatever happens, or tells one to enter something and takes silence for it; one for a number, a date, an amount or an
address of mail (not "press any key") which an answer and silence leave by the same way, by message, too; a text that offers keys
before a split or a call, which take none; an outgoing call that detects answering machines while nothing
reads AnsweredBy: a machine is then spoken to like a person; a text
or split right after a request that reads what another one brings, which need not have run, while nothing
reads what this one does; and a request whose name says
that it fetches something (get_hours, lookupOrder) of which nothing reads the answer (where it fails
and other questions follow, how it ends is the answer); one after which the same is said whatever it answers, while
three and more others to its host are told of by their answers; and one that was left over from a trial (test_api, debug): it
is given nothing, and leads to the same place when it fails.

It also finds the questions whose text stands elsewhere (a content template), and after which a variable of their name is
set to the same value whatever was answered ("country": "Mexico" after gather_country).

As a note, once a flow, it finds a question by message that names one word ("reply MORE"), while a request of which nothing
is read is made whatever was answered.

Read widgets.NAME.Digits, widgets.NAME.SpeechResult or widgets.NAME.inbound.Body, or
make a message of the question. Where a Say/Play asks and a silent Gather Input after it
waits, that is a note.`,
	},
	Check: func(p *lint.Pass) {
		reportUnread(p)
		reportSingleAnswer(p)
		reportReplaced(p)
		reportFetched(p)
		reportUnheard(p)
		reportParted(p)
		reportAskedAndEnded(p)
		reportNotWaited(p)
		reportDeafTo(p)
		reportBypassed(p)
		reportAnnounced(p)
		reportSilentAnswers(p)
		reportLeftOut(p)
		reportOnlyGreeted(p)
		reportConfirmedKey(p)
		reportConfirmedValue(p)
		reportUntested(p)
		reportFixedAnswers(p)
		for _, i := range answers.Finds.Of(p) {
			p.Reportf(i.Switch, "%s asks for %s, but nothing reads widgets.%s.%s: %s; test it, or switch that off",
				i.Widget.Label(), i.Key.Name, words.Shorten(i.Widget.Name), i.Key.Name, i.Key.Unread.Why).As(finding.Note)
		}
	},
})
