package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unfinished-text", Title: "A text that is not ready to be sent",
		Group: finding.Values, Severity: finding.Note, Varies: "warning for the name of a text, for letters of another encoding, and for a tag that no voice knows",
		Doc: `Finds what is said or sent and ends with a colon ("Your code is:"), when nothing is said,
sent or asked after it, or only a goodbye: the value that was to follow was forgotten. So it
was after a label on a line of its own, below a line that ends with a colon, too.

It also finds what is said or sent and was to be replaced first: a text that is nothing but the
name of one (office_closed_message), of a widget or of a variable, and letters as a web page
writes them (l&#39;heure). Of the answer of a request that has failed, its status or its text, which is
sent to the person, it tells once a flow; and so it does of an ID where a name or a time is to stand ("your
appointment is on {{widgets.book.parsed.id}}").

It finds sentences in which something is missing ("call us at .", "call us at or write", "Hello , welcome"), which
break off where nothing follows ("please visit"), and in which a small word stands twice, or for a
key ("press to to hear it"); a list of one thing that ends with "and so on"; and the words of
developers ("the widget failed", "not yet implemented") that are sent or said to the person. On calls
it finds tags for the voice (SSML) that are not closed, or were never opened, and, as a warning, tags that no voice knows
(<Pause/>, <br>, <break time="2"/> without a unit), that Twilio does not hand on (<amazon:effect>), or that a basic voice is to
read, which knows none; <emphasis> for a voice of the neural kind is a note. And it finds messages
that speak of a link or of buttons ("click the link below") and have none, nor a picture or a
template beside the text, while no message around brings one: once a flow.

So it does of the address of a service that the flow calls, which is sent to a person, and, once a flow, of a message that
is nothing but what the person has just written, or ends with it without saying what it is.

Of a figure or a date that a text tells as one's own and that is no Liquid ("your balance is $350", "your last order
was on 1 October 2020") it says so, once a flow; and in a message of a key that is written onto the word before it (press1).
A note of what is still to be done (TODO, FIXME, TBD in capitals) in such a text, or in the
description of the flow, is told, once a flow. It finds quotes without
the other one, or right after a word (Reply"1"), a line that begins in small letters after a full stop when all others do not, an example
of letters that are not offered, and a first sentence that was said right before.

An address that is mistyped so that it leads nowhere (htps://, www.harbour,com, …@gmial.com) is told, once
a flow. So are long texts by SMS that need twice as many parts for “ or ’ alone.

And it finds a line break that is written as a backslash and a letter (\n) in the text itself, so that
people read those: once a flow.

Letters that were written as UTF-8 and read as something else (gÃ¼ltig, itâ€™s) are told once a flow, and so are the marks of
Markdown (**bold**, [words](address)) in what is said or sent by WhatsApp, which nobody makes anything of.

Left alone are questions ("Your name:"), what has a picture or a recording beside the text,
and texts after which another message, a question or an agent comes; names that are sent to
somebody else than the person, and letters of a web page in quotes.

Write the value after the colon, as {{widgets.NAME.parsed.code}}, or end the sentence; write
the text, and the letter itself.`,
	},
	Check: func(p *lint.Pass) {
		told := map[string]*finding.Diagnostic{}
		reportMarkup(p)
		reportTechnical(p)
		reportToldIDs(p)
		reportRough(p)
		reportNoLink(p)
		reportOwnFigures(p)
		reportBackslashes(p)
		reportToDo(p)
		reportSigns(p)
		reportMarks(p)
		reportMistypedLinks(p)
		reportMangled(p)
		reportMarkdown(p)
		reportEndpoints(p)
		reportEchoed(p)
		for _, w := range p.Flow.Widgets {
			checkUnreplaced(p, w)
			if effects.IsTold(w) {
				checkSentence(p, w, told)
			}
			if effects.ActOf(w) != effects.Tells || w.Incomplete || !slices.ContainsFunc(w.Facts.Content, func(name string) bool { return mayBreakOff(w.Property(name).Text()) }) {
				continue
			}
			prompt := effects.Prompt(w)
			text := strings.TrimSpace(prompt.Text())
			if len(effects.Says(w)) != 1 || !p.Flow.Reachable(w) {
				continue
			}
			if label := emptyLabel(text); label != "" {
				p.Reportf(prompt, "%s has %s on a line of its own, and nothing after it; write what was to come, or take it away", w.Label(), words.Quote(label))
			} else if breaksOff(text) && !hearsMore(p, w) {
				p.Reportf(prompt, "%s ends with %s, and nothing follows; write what was to come, or end the sentence", w.Label(), words.Quote(lastWords(text)))
			} else if next := partsWith(w); breaksOff(text) && next != nil {
				p.Reportf(prompt, "%s ends with %s, and %s, which comes next, only says goodbye; write what was to come, or end the sentence",
					w.Label(), words.Quote(lastWords(text)), next.Label()).Relate(next, "what comes next")
			}
		}
	},
})
