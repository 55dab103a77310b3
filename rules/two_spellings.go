package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/twins"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "two-spellings", Title: "One name is written in two ways",
		Group: finding.Values, Severity: finding.Note,
		Doc: `Finds names that a flow hands to others in two spellings:

- a queue is "support" here and "Support" or "suport" there: calls wait in two queues;
- a task or a request has "department": "sales" here and "Sales" there, or in a short form
  or misspelt: what tests it, as a workflow does, takes one of the two;
- a host is api.harbour.example here and api.harbuor.example there;
- a parameter is called customer_email here and custmer_email there: one of the two is not read; so it is with
  employeeID and employeeId that are sent to one address;
- a branch that takes "yes", "y" or "si" hands over or keeps the answer as it was written, and the one for
  "no" hands over a fixed "no".

A request that gives one of its values under another name than the others of the same address, which give the like of it,
is a warning where these are several or the names differ in nothing but capitals and marks (customer_id and customerId);
members of JSON count as well. So is, as a note, one that gives a variable under a name one letter away from that under
which several others to the same host give it.

They differ in capitals, in the marks between words, or in one word, which one of them misspells or
abbreviates. Left alone are plurals, names with different numbers, texts for people, and flows in
which many names differ so.

It also finds an answer of which one branch takes numbers and words for the same choices ("1, 2, yes, no"), and
which is handed on as it was written: what gets it has to know both. Once a flow.

As a note, once a flow, it finds the key of a menu that is handed on under the name of a variable in which its branches
keep a word for it (payment_method: 1, beside "cash").

Write the name alike everywhere.`,
	},
	Check: func(p *lint.Pass) {
		reportHosts(p)
		reportRaw(p)
		reportRenamedKeys(p)
		reportOtherKey(p)
		reportKeyForWord(p)
		for _, s := range twins.Spelt(p.Document) {
			rare, usual := s.Rare, s.Usual
			as := ""
			if rare.Of != "" {
				as = " as " + words.Quote(rare.Of)
			}
			p.Reportf(&rare, "%s hands over %s%s, but %s has %s: to others these are two; write both alike",
				rare.Widget.Label(), words.Quote(rare.Text), as, usual.Widget.Label(), words.Quote(usual.Text)).Relate(&usual, "the other spelling")
		}
		reportMixedAnswers(p)
	},
})
