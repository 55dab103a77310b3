package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unanswered-key", Title: "A prompt offers what no branch takes",
		Group: finding.Splits, Severity: finding.Note,
		Doc: `Compares what a prompt offers ("press 1 for bread, 2 for cake", "reply YES or NO") with
the branches of the split that tests the answer. It finds

- a question that is answered by yes or no, while "no" fits no branch and is asked again; so it does
  one by message for a yes alone ("to go on, reply YES"), when anything else brings it again as it is;
- a question in Spanish, say, that takes "yes" and not "sí", and does not offer "yes"; this is
  a warning;
- a word that is taken with its accent and not without it, or the other way about (si, sí), and
  one of the prompt that the branch has in the other way (ubicación, ubicacion: a warning);
- Y that is taken in a chat and "yes" is not, while what fits no branch counts as a no; N, too;
- the first words of a chat's choices are taken beside their numbers, and none of them whole ("1 Dark red", which
  "1" and "dark" choose);
- a number that is taken in a chat for a yes, and the word beside it ("1 - Yes") is not, where no
  text says that the number is to be written;
- whatever fits no branch in a chat and is kept as a refusal, as a branch for no is;
- whatever fits no branch counts as one answer among several that are offered, and leads
  neither to somebody to speak to nor to a last word, nor is it the choice of a language; to a last word where that is
  for a yes, and no gets another;
- keys and words that are offered, fit no branch, and count as a wrong answer, or end the call without a word: a
  warning, when other answers of the menu are taken;
- one key that is offered and not taken, where a branch takes just one that is not offered (1 and 2, taken are 7
  and 2): a warning, when the one that is offered leads nowhere, or is asked again;
- one that is offered in order to go back, fits no branch, and ends the execution;
- a word that a message before the question offers ("send LEAVE at any time") and that
  another split of the flow knows, but this one does not;
- a word after which people are told to write more ("MOVE: [your new address]"), while its branch
  is equal_to that word: a warning;
- a text that says one thing for one answer, and another for whatever else was pressed
  or written ({% if widgets.ask.Digits == "1" %}Approved{% else %}Rejected{% endif %}), right
  after the question and with no split on the answer;
- the words of another menu, after a wrong answer ("reply Y or N", and the question was C or R);
- an example ("e.g. ABD", "for example 10/25/2024") that is not among the letters or numbers which
  the prompt lists, or which no branch takes: a warning, where regular expressions or limits alone are tested;
- words that a question listens for ("hints") while no branch takes them, or that belong to
  another question: none of them is taken or named;
- # or * that is offered as one of several keys, though it ends the input and is no part of
  the keys, while nothing, or a last word alone, comes after silence, or what it is to repeat does not;
- a list of choices by other numbers than those that people are then told to send: a warning;
- an answer that is offered for something ("press 2 for billing") and only brings the question again: a warning;
- one answer that a text offers for two things ("press 1 for sales, 2 for support, 1 for billing"), or for both of two
  while a branch takes another key ("reply 2 for SMS and 2 for email"): a warning;
- a message after which a certain word is waited for, while it neither asks anything nor
  names one ("At the gate: Ann", and YES opens it);
- an open question by message ("how can we help you?") after which a word leads on that no text names,
  while anything else gets the last word;
- a key or a word with a branch of its own that the prompt does not name, while it names
  others, and of which no other text speaks.

Left alone is one answer that "noMatch" leads on with ("press 2 for anything else"; not
somebody to speak to, where only a last word comes), a key
that repeats the prompt, the key that ends the input, the words that Twilio answers itself
(STOP, HELP), words that people write unasked (hello, agent), branches for 0, * and #, one that leads where another one leads,
and the numbers of a list before a question that itself offers all that its branches take.

It also finds the one question by message that does not take a word (agent, menu, cancel) which
all others of the flow take; the questions that do not take a word or a key which a text says is
good at any time, while another question takes it; a word that only one of two questions with the
same answers takes ("1 for yes": 1 and yes); and, once a flow, the question without numbers after which one is
told to send the number of an answer. So it finds, once a flow, a question by message that offers two answers, or
the numbers of a range, and tests some of them by their names alone, while whatever else is written counts as
the others; and one on a call that takes any key but one for consent.

A single answer of several, and none to leave, counts as offered in vain also where it gets the last word that silence
gets, or one that says that something was wrong. And it finds the questions that offer a word, 0 or * in order to leave them
("reply MENU to go back") and whose answer nothing tests, while another question that offers it takes it: a warning.

As a note it finds the one question by message for a yes or a no that does not say so, while three others and more
do ("Reply yes/no").

Add the branch, or correct the prompt.`,
	},
	Check: func(p *lint.Pass) {
		checkExceptions(p, reportAnytimes(p))
		for _, m := range answers.AllMenus.Of(p) {
			checkForeign(p, m)
			checkMenu(p, m)
			checkHints(p, m)
			checkExample(p, m)
			checkSample(p, m)
			checkLabelled(p, m)
		}
		checkTwoLists(p)
		reportOfferedTwice(p)
		reportIdleOptions(p)
		reportBeside(p)
		reportSecretWord(p)
		reportNowhere(p)
		reportNumberless(p)
		reportWordless(p)
		reportHalfTested(p)
		reportUnnamed(p)
		checkTextOnAnswer(p)
		checkWithMore(p)
		checkLetters(p)
	},
})

// checkMenu looks at what a menu offers, and at what it takes.
func checkMenu(p *lint.Pass, m *answers.Menu) {
	if checkWrongKey(p, m) || checkVain(p, m) || reportOfferedInstead(p, m) {
		return
	}
	checkWayBack(p, m)
	checkRefused(p, m)
	checkSpelling(p, m)
	checkAbridged(p, m)
	checkTakenFor(p, m)
	checkFinish(p, m)
	checkUntoldWords(p, m)
	checkUntold(p, m)
}
