package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// An Overruled is an answer by which something is to be left as it is, and that leads where the answer leads by which
// it is done.
type Overruled struct {
	Menu *Menu
	By   *flow.Transition // by which the no leads there
	No   string           // the answer
	Yes  string           // the answer by which it is done
	Deed *flow.Widget     // to which both lead
}

// Overrulings are those of a flow after which nothing tells the two apart any more, one a menu.
var Overrulings = lint.NewFact(func(d *project.Document) (all []Overruled) {
	for _, m := range AllMenus.Of(d) {
		if !m.meets() || !known.Of(d).ok || readBeside(m.flow, m) {
			continue
		}
		if o, ok := m.overruled(); ok {
			all = append(all, o)
		}
	}
	return all
})

// IsOverruled reports whether a split is that of one of them.
func IsOverruled(of lint.Subject, w *flow.Widget) bool {
	return slices.ContainsFunc(Overrulings.Of(of), func(o Overruled) bool { return o.Menu.Split == w })
}

// meets reports whether two ways of a menu lead to one place, where something is done.
func (m *Menu) meets() bool {
	for i := range m.Branches {
		to := m.Leads(m.Branches[i].Transition)
		if to != nil && (m.Otherwise != nil && m.Leads(m.Otherwise) == to || slices.ContainsFunc(m.Branches[i+1:],
			func(b reads.Branch) bool { return m.Leads(b.Transition) == to })) && does(to) {
			return true
		}
	}
	return false
}

// overruled returns the answer to a question that is overruled by it.
func (m *Menu) overruled() (Overruled, bool) {
	yes, choice := m.doing()
	if choice == nil {
		return Overruled{}, false
	}
	o := Overruled{Menu: m, Yes: yes, Deed: m.Leads(choice.Transition)}
	o.No, o.By = m.sparing(yes)
	return o, o.By != nil && m.Leads(o.By) == o.Deed
}

// doing returns the answer that a question offers for something that is done there and then, and its branch.
func (m *Menu) doing() (yes string, by *reads.Branch) {
	asked := effects.Prompt(m.Question).Text()
	for _, o := range m.Offers {
		b := m.takenBy(o.Answer)
		if b == nil || !m.isAnswer(o) || offer.LeavesAsItIs(o.Purpose()) || offer.Declines(o.Purpose()) {
			continue
		}
		to := m.Leads(b.Transition)
		if does(to) && (words.IsPlainYes(strings.ToLower(o.Answer)) || offer.Agrees(o.Purpose()) ||
			offer.Commits(o.Action()) || isToldBy(after(to, effects.Tells), o.Purpose())) {
			return o.Answer, b
		}
	}
	if b := m.branchOf(words.IsPlainYes); b != nil && does(m.Leads(b.Transition)) &&
		(offer.AsksToConfirm(asked) || isToldBy(after(m.Leads(b.Transition), effects.Tells), asked)) {
		return b.Comparison.Value(), b
	}
	return "", nil
}

// sparing returns the answer that a question offers to leave everything as it is, and where it leads; nil where it
// offers none.
func (m *Menu) sparing(yes string) (no string, by *flow.Transition) {
	for _, o := range m.Offers {
		if o.Answer == yes || !m.isAnswer(o) || !words.IsPlainNo(strings.ToLower(o.Answer)) && !offer.LeavesAsItIs(o.Purpose()) && !offer.Declines(o.Purpose()) {
			continue
		}
		if b := m.takenBy(o.Answer); b != nil {
			return o.Answer, b.Transition
		}
		if !m.Takes(o.Answer) {
			return o.Answer, m.Otherwise
		}
	}
	if b := m.branchOf(words.IsPlainNo); b != nil {
		return b.Comparison.Value(), b.Transition
	}
	return "", nil
}

// OffersNo reports whether a question has an answer by which everything is left as it is.
func (m *Menu) OffersNo() bool {
	_, by := m.sparing("")
	return by != nil
}

// isAnswer reports whether an offer is one of the question itself, by a key, or by a word where those are taken.
func (m *Menu) isAnswer(o Offer) bool {
	return o.By == m.Question && (o.IsKey() || m.Question.Facts.KeyEntry == nil || m.Spoken)
}

// does reports whether a widget, or what comes after words, does something: what only looks something up does not.
func does(to *flow.Widget) bool {
	if to == nil || !isDoneAt(to) {
		return false
	}
	request := after(to, effects.Tells)
	return request == nil || request.Facts.Request == nil || !effects.LooksUp(request)
}

// isToldBy reports whether a text speaks of what a request is named after, by its verb: block_card, "to block it".
func isToldBy(request *flow.Widget, text string) bool {
	return request != nil && effects.ActOf(request) == effects.Requests && words.SharesVerb(request.Name, text)
}
