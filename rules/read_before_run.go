package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/values"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "read-before-run", Title: "A template reads what has not been stored yet",
		Group: finding.Liquid, Severity: finding.Warning, Varies: "note when only some paths miss it, or when the widget was left by another event",
		Doc: `Follows the ways through the flow to each place that reads a widget's output or a
variable. Finds

* a widget that cannot have run before: it comes later, lies on another branch, or
  nothing leads to it; a widget that reads its own output and cannot run twice, or a question that prints it
  where what was entered at the question before it is meant;
* a split on the answer to a question to which one comes by that split alone, where the first round is told to
  be a wrong answer, or, as a note, counts as one;
* once a flow, a question whose failure leads to the split on its answer, though nobody got it, where that does
  not ask whether there is one;
* flow.variables.NAME where none of the widgets that set it can have run before;
* as a note, a widget that stores nothing, or not this key, on the events by which one
  comes here: the reply on "timeout", the keys pressed on "speech"; right after it also where an
  earlier round may have stored something;
* as a note, once for each widget that reads, the widgets that some paths pass by, or, in a
  text for a person, one that some path leaves by an event on which it does not store the key;
* as a note, a text for a person, a URL, or a number or SID that is nothing else, with flow.variables.NAME
  where some path leads past every widget that sets it;
* as a note, once a flow, which button was tapped (ButtonText, ButtonPayload), where a split decides by the
  text of the same answer: who types it taps none;
* as a note, once for each request, a text for a person (also by a variable), a recipient or a URL with what the
  request brings (but not its error) where one comes when it has failed; and once for a flow, such
  a value that is the whole of a message, a number or an address, and that nothing tests. What the splits on the path test is held against each other,
  so that a path that no execution takes does not count;
* as a note, once a flow, what one request has brought with that of another as its default, where one may run the
  one, come round, and run the other: what is read is the old one still;
* as a note, once a flow, a loop that goes round as long as the answer of a Run Function has a member (parsed.error
  is not blank): running it again merges what it brings, so what a later answer leaves out stays;
* as a note, once a flow, a member that is all of a message and is not tested, while a split asks whether the member of
  that name is there in what another request brings;
* as a note, once a flow, a greeting with the name that a look-up by the person's number brings, where anybody may
  call or write, nothing tests before whether there is one, and a look-up that fails has no text of its own; or that
  name in a text which comes only where a split says that nobody was found;
* as a note, once a flow, a text with what a request looks up for an account or order number that a person has entered,
  where nothing tests whether it was found, nor says that it was not;
* a text for a person, a recipient, a URL, or a variable that is set to nothing else, with what a split has found blank
  on every way there: its two ways are exchanged; so it is with a request that is given nothing else, while who has it
  is asked again, or told that there is none;
* as a note, once for each request, a subflow that is given a variable which is set from its answer alone, and is run
  also when it has failed;
* as a note, a message that is nothing but the words of an answer (parsed.message), also when the request
  has failed, or when another member of the answer is blank, and that ends when it cannot be sent.

Nothing fails: the value is blank, and a split takes noMatch.

Read the widget that did run, or lead every path through it. What a template tests
with if, gives a default, or prints right beside another output is left alone; so are
the first round of a loop, where each way to what stores it leads over what reads it (unless nothing
else is in the message, which then is none), and what is gathered in a loop, widgets that cannot be reached, and a widget that only some paths pass by where it is
read in one branch of an if, unless or case: the condition may tell the paths apart. So is a
request that several questions lead to in silence, or that collects the answers of ways of which
one excludes the other: it is to store what was answered. So is an answer that a request is given as a
note, a comment or a reason: people may leave that out. And so is, on some paths, what | to_json prints: null says
openly that there is nothing, unless what has run there instead is handed on by another widget under the same name.`,
	},
	Check: func(p *lint.Pass) {
		if start := p.Flow.Begin(); start != nil && !start.Facts.Starts {
			return // with what an execution begins is not known
		}
		c := orderChecker{lost: len(p.Flow.Unfollowable()) > 0, unread: shape.UnreadKeys.Of(p), Pass: p, tested: reads.Tested.Of(p),
			held: values.Held.Of(p), unsetReads: map[string]*finding.Diagnostic{},
			setters: map[*flow.Variable]*flow.Some{}}
		for _, r := range p.Flow.Refs() {
			if !p.Flow.Reachable(r.Widget) || r.Broken || c.emptied(r) {
				continue
			}
			if key, ok := r.Variable(); ok {
				c.variable(r, key)
			} else if w := reads.Widget(p.Flow, r); w != nil {
				c.output(r, w)
			}
		}
		c.reportPassed()
		reportButtons(p)
		reportUnreceived(p)
		reportFirstWins(p)
		reportMerged(p)
	},
})

// output looks at an output of a widget.
func (c *orderChecker) output(r flow.Ref, w *flow.Widget) {
	f := c.Flow
	facts := w.Facts
	switch {
	case facts.Known() && facts.Outputs.Closed && len(facts.Outputs.Keys) == 0 && facts.Outputs.From == "":
		return // it stores nothing: unknown-output
	case reads.ComesLater(r, w), reads.Misspelt(f, r):
		return // it never stores that: unknown-output, too
	case c.mayBeRound(w, r.Widget):
	case !f.CanPrecede(w, r.Widget):
		c.never(r, w)
	case w == r.Widget: // from the round before
		c.own(r, w)
	case facts.Known() && !c.lost && (c.blank(r, w, facts) || c.unstored(r, w)):
	default:
		if !c.some(r, w) && !c.sometimes(r, w) && !c.failed(r, w) && !c.wholeBlank(r, w) {
			c.unchecked(r, w)
			c.greets(r, w)
			c.lookedUp(r, w)
			c.nobody(r, w)
		}
	}
}
