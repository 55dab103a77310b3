package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "condition-value", Title: "A condition compares with something its operator cannot use",
		Group: finding.Splits, Severity: finding.Warning, Fix: finding.SometimesFix,
		Varies: "note for a recognised text that must be equal, for a regular expression without any special character, for a short word that is a part of others, for a word that is taken only misspelt, and for values compared with two kinds of thing",
		Doc: `Finds values of conditions that do not fit the operator, so that the branch is not
taken when it should be:

- less_than and greater_than want a number: a time of day is compared by is_before_time and is_after_time;
- times are HH:MM on the 24 hour clock, dates YYYY-MM-DD, with leading zeros;
- matches_any_of wants entries between commas, not on lines; equal_to and contains want one text,
  so a list in them is compared as it stands (as a note, entries of a list with the commas of
  another script between them, which part nothing);
- a regular expression is written without slashes around it and must match the
  whole text: a part of it needs .* before and after. It is Java's (the class
  Pattern of java.util.regex), and what Java refuses never matches;
- any other operator compares with an expression ([0-9]{5}) letter for letter.

- an output of Twilio's that is one of a few words is compared with another: a
  DialCallStatus is no-answer, never no_answer; AnsweredBy is machine_start with one machine_detection,
  and machine_end_beep with the other;
- how the caller's own call stands (CallStatus) is compared with what becomes of a call that is connected
  to it, busy or no-answer, or, while the caller waits
  on the line still, completed: that is in DialCallStatus;
- the number of a caller or writer, which has a + and a country code, is compared with one that is
  written otherwise, 4152308142 or (415) 230-8142;
- a variable that the flow sets to a few fixed texts, "en" and "es", is compared with none of
  them;
- the status of a response is compared with 404 where one comes only after "success", which it
  is below 400, or with 200 only after a failure;
- a value with a quote at one end only is compared quote and all;
- the prompt offers an answer that no branch takes, and a branch takes it with a slip (yse), in
  quotes, or together with another one (yes or y);
- what is tested is a whole object, as {{widgets.NAME.parsed}}, or a list, which comes out as
  {name=value}: no word is equal to that. With contains, which finds a word anywhere in it,
  in names too, that is a note;
- the key that ends what a caller enters (#, unless finish_on_key is another) is never
  part of the keys, so a branch on it is never taken; neither is one on keys that are
  words ("yes", "one"), that no keys of a phone fit (\d{2}/\d{2}), or that are more than the question
  waits for ("10" with number_of_digits 1).

As a note it finds a value in quotes, "null" or "undefined" for what a request brings, which is blank
where it is null, so that it counts as there when it is not equal to that; a class of numbers in a regular expression ([0-10] is 0 or 1); a regular expression for how an answer begins (yes\b), though it must match all of it; a text that is tested for is_blank after a question for a picture, beside which one may
write (or where the picture of a message is used that has no text); and a list that names one entry twice or has one comma too many, a media type compared with a single kind of picture (image/jpeg) while others
fit no branch, and one value that is compared with true or false and with a number, in one
split or in two, any text (is_not_blank) where the prompt lists the answers and others are to be asked
again, and an answer that is less_than a number beside words, where its length seems to be
meant.

As a note, once for each split, it finds a branch on a person's words that contains a
short one: "no" is also in "now" and "know", "agree" in "disagree", and "interested" in "not interested". Where those have a branch before it, it is
left alone. So is told one that contains a single letter.

A speech result may end in a full stop or a question mark ("Yes."), or be a word for a number
(one), and is then not equal to what is compared; nor is one without it equal to a word that is written with it. That
is a note, once for each split: use contains, or for a short word a regex, which knows its accents.

A range of numbers that a text names ("a number from 1 to 100"), of which a branch refuses the
first or the last, or beside which it takes others, is told, too: a note when none is refused.

So is a branch on the size of a number whose other way leads to a text with another limit ("you must be 18 or older"
with greater_than 18): a warning, also where the question itself names the limit. Limits of time, of attempts and of
digits are left alone.

A keyed number that is compared by its size where how many digits it has is meant (greater_than 4
for a zip code of five digits, less_than 10000 for a PIN of four, contains 10) is a note, once a flow. So is a
question for a number of the caller's own (of a card, a birthday) of which one entry alone is taken, and the
length (size) of a message as it was written, blanks around it and all. A branch that is taken above a
limit only, while the text after it tells what was tested as one of so many ({{…}} of 3 where it is
greater_than 3), is a warning.

A branch on a part of the time ("now" | date: "%a") that never comes out so is never taken:
"Saturday" for %a, 0 for %u, "9" for %H; and a list of days that has 7 for Sunday of %w, or 0 of %u. So it is, by way of a variable, too; and a time of the
12 hour clock (%I), or one with the month for the minutes (%H:%m), is told where it is compared as one.

A number that is compared with one that an output never comes to (Confidence, which is 0 to 1, with 60)
is told, and so is an expression that refuses every e-mail address where the prompt asks for one (@).

A written number that only less_than checks, where a larger one is asked for again, is a note, once a flow: -5
passes, too.

A question that says in what form the answer is to be, so many digits or a date (MM/DD/YYYY), or whose word after a
refusal does, while the regular expressions of its split refuse each answer of that form, is a warning; so is one that
wants dashes, or none, where they take the number only the other way.

A branch for a number that does not take it in a form in which all its sisters take theirs ("1." and "3.", and 2 alone)
is a note, once a flow.

A branch for more than one picture (NumMedia greater_than 1), where the question asks for one and nothing
else takes it, is a note, once a flow.

Entries of a list with one quote (yes”) or without the comma between two (Non. NON.) are a note, once a
flow. A word that a branch takes only misspelt (farenheit), so that who spells it right fits none, is told.

A template that takes a picture only where the message has no text is a note, once a flow: one may write
beside it.

Days spread over one year in a list (holidays) with which today is compared are a note: none of them comes in the next.

Two more are notes: a split that tells by a blank text whether a question by message has been
asked yet in a round (a picture has no text, either), and one that is equal to true and otherwise
sends what it tested ("false") to the person.

A split that asks whether something is blank which is true or false, by its name (isOpen) or because the flow compares
it with true elsewhere, is a note, or a warning in the latter case, once a flow: false is not blank either. So is one
that asks whether there is any answer, or for the status 200 after success, as if that said that somebody was found.

A question for a date that says whether its day or its month comes first (DD/MM/YYYY), while the regular expressions
take it the other way about alone, is a warning. An expression whose dot takes any character where one of an amount that
is shown ("12.50") or of an address of mail is meant is a note, once a flow.

Values with Liquid, and those that a deployment step fills in, are not looked at.`,
	},
	Check: func(p *lint.Pass) {
		ranges := reportRanges(p)
		reportSaidLimits(p)
		var listed *finding.Diagnostic
		parts := partSearch{p: p}
		for _, w := range p.Flow.Widgets {
			if !w.Facts.Split {
				continue
			}
			var equal, stopped []reads.Branch // to a speech result, without a full stop or with one
			for _, b := range reads.Branches.Of(p)[w.Index] {
				if b.Literal {
					listed = checkEntries(p, b, listed)
					if !isAmong(ranges, b) {
						checkBranchValue(p, b)
					}
					switch bare, stop := equalsSpeech(p, b); {
					case bare:
						equal = append(equal, b)
					case stop:
						stopped = append(stopped, b)
					}
				}
			}
			checkUntested(p, w)
			reportSpeech(p, equal, reads.Branches.Of(p)[w.Index])
			reportFullStops(p, stopped, reads.Branches.Of(p)[w.Index])
			checkAnswers(p, reads.Branches.Of(p)[w.Index])
			checkPicture(p, reads.Branches.Of(p)[w.Index])
			checkHasRun(p, reads.Branches.Of(p)[w.Index])
			reportWhole(p, reads.Branches.Of(p)[w.Index])
			parts.report(reads.Branches.Of(p)[w.Index])
			reportLetters(p, reads.Branches.Of(p)[w.Index])
			checkTimeParts(p, w)
			checkDayNumbers(p, w)
			reportNoAddress(p, w)
		}
		reportSizes(p)
		reportUnstripped(p)
		reportLimits(p)
		reportSingle(p)
		checkKinds(p)
		reportAnything(p)
		reportOtherCommas(p)
		reportSlips(p)
		reportRespelt(p)
		reportMistyped(p)
		reportCaptioned(p)
		reportOnePicture(p)
		reportSisters(p)
		reportForms(p)
		reportDashes(p)
		reportNegatives(p, ranges)
		reportOpen(p)
		reportTruths(p)
		reportThere(p)
		reportLoose(p)
		reportDateOrders(p)
	},
})
