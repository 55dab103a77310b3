package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "condition-label", Title: "A branch says something else than it does",
		Group: finding.Splits, Severity: finding.Note, Varies: "warning for two branches that are crossed",
		Doc: `Finds branches of a split whose names contradict them:

- the label of a condition ("If value equal_to 1", as Twilio's editor writes it) names
  another operator or another value than the condition has: the editor shows the label,
  and whoever reads the flow there reads what no longer holds;
- two branches lead to the widgets named after one another: "sales" to the widget
  support, "support" to the widget sales. What a branch stands for is told by its value, by
  a label of its author's own, and by the prompt ("for sales, press 1"), also in another
  language ("ventas"). This is a warning;
- two branches lead to what the other one stands for, by the queue, the attribute, the variable or
  the names behind them ("support" for sales, "sales" for support): a warning; by what is said there
  alone it is a note;
- a branch leads to call_support, which is named after another one, though there is a
  call_sales, to which others lead, and it is for sales: a warning, too;
- a branch leads where another one does, to what is for that one by its name or its words ("billing" to support_queue,
  as "support"), while billing_queue has none: a warning;
- a branch leads to say_paid, which is named after another one that leads elsewhere: a note, and
  a warning when "no" leads to a widget whose name ends in yes;
- "open" leads to a text that says that nobody is there, and whatever else puts the caller through, or the
  reverse: a warning;
- the key for an emergency leads to a recording, of which nobody is told to learn at once, and others put
  the caller through;
- the key to leave a message puts the caller through, and the key to speak to somebody takes a
  message: a warning;
- two menus offer the same, in one language or in two, and lead crosswise: support and
  billing changed places in the one and not in the other. This is a warning;
- a branch leads to a text which speaks of another branch's choice ("you selected sales"), or of its team, as
  the same text there does ("our sales team");
- two branches for a thing and its contrary, open and closed, yes and no, lead to the same,
  while what fits neither leads elsewhere, and nothing else reads which of the two it was. It
  is a warning when the widget is named after one of them;
- a branch for a state leads to a widget that is named after the contrary and says so: isOpen is
  true, and the caller hears from closed_message that nobody is there. This is a warning; so is what is good
  when it is true (matched, not of a list of blocked numbers) and leads to an error which refuses, while false leads on;
- a branch for an answer that a text offers leads to one that says that there is none such ("not a valid option") or that nothing was answered,
  or one labelled "Valid code" to what asks for a valid one, and all else does not: a warning;
- a split asks whether something was found, is valid, open, available or the like, and leads to a text that
  says no when it is, and to one that does not when it is not. This is a warning; so it is with whatever the text names
  by the same word ("pending");
- a branch for a service's no (not_found, or false for what is valid) leads to a text which says that it was done ("your
  order is confirmed"): a note;
- a branch for who cancels leads to a request or a variable that says "confirmed";
- the yes to "would you like to leave a message?" leads past it, and the no to it;
- who says yes to "anything else?" is told goodbye and who says no begins anew, or who says yes is told that nothing was
  done, and the no leads to the request that does it: a warning;
- so it is with the keys of a call that a prompt offers to agree and not to;
- large numbers lead to what is named after the small ones (low, detractor), and small ones to high; so do those of a rating
  to bad, and good: a note;
- a label of the author's own says the contrary of the value ("Closed" for open), names another
  key ("User pressed 2" for 1) or the answer of another branch,
  begins with the path of another widget than the one that is tested, or names what the
  condition lets through all but ("Cancel" of not_equal_to "cancel"), or the numbers on the other side of its own ("hour >= 9"
  of less_than 9);
- one label of the author's own stands at two lists of codes that differ, in splits on different answers
  ("used codes"): a note, once a flow;
- the value says "Is Not Blank", as Twilio's editor writes it, and the operator is is_blank.

The labels of a flow are one finding. Any other label in words of the author's own is left alone, and so are one whose value is among
those of the condition, values that Liquid fills in, and a branch that leads to a widget whose
name says nothing of any branch.

Write the label anew, or exchange where the two branches lead.`,
	},
	Check: func(p *lint.Pass) {
		var crossed []*flow.Widget // splits that are told of
		var labels *finding.Diagnostic
		for _, w := range p.Flow.Widgets {
			if !w.Facts.Split {
				continue
			}
			branches := reads.Branches.Of(p)[w.Index]
			labels = checkLabels(p, w, labels)
			if checkCrossed(p, w, branches) {
				crossed = append(crossed, w)
			} else if !checkReverse(p, branches) && !checkGoodToBad(p, branches) && !checkToldVerdict(p, w, branches) &&
				!checkDenied(p, branches) && !checkRejected(p, w, branches) && !checkScale(p, w, branches) {
				checkOpenClosed(p, branches)
			}
			checkOpposites(p, w, branches)
		}
		reportLedTogether(p, crossed)
		reportContrary(p)
		reportMinds(p)
		reportListedCodes(p)
		reportReversedOffers(p, crossed)
		reportEmergencies(p)
		for _, s := range answers.Swaps.Of(p) {
			to := s.Instead.Transition
			if slices.Contains(crossed, s.First.Split) || slices.Contains(crossed, to.From) {
				continue
			}
			crossed = append(crossed, to.From)
			p.Reportf(to.NextNode, "%s (%s) leads to %s, but what %s offers for the same to %s; exchange it with %s",
				s.Instead.Words(), s.For, reads.Target(to), s.First.Question.Label(), reads.Target(s.In.Transition), s.Other.Words()).
				Relate(s.In.Transition.NextNode, "where the other menu leads for it").Relate(s.Other.Transition.NextNode, "the other branch").As(finding.Warning)
		}
	},
})
