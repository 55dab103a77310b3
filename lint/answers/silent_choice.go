package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A SilentChoice is a menu whose silence, or a question that could not be sent, leads where an answer leads that is
// offered for consent, or for something that is then done.
type SilentChoice struct {
	Silence *flow.Transition
	Branch  reads.Branch
	Answer  string
	Spared  string // the answer by which it would be left as it is; "" where none is offered, or leads there, too
}

// SilentChoices are those of a flow, one a menu.
var SilentChoices = lint.NewFact(func(d *project.Document) (all []SilentChoice) {
	for _, m := range Menus.Of(d) {
		for _, t := range m.Question.Transitions {
			if t.Facts.Kind != schemas.KindTimeout && t.Facts.Kind != schemas.KindFailure {
				continue
			}
			if s, ok := m.silentChoice(t); ok {
				all = append(all, s)
				break
			}
		}
	}
	return all
})

func (m *Menu) silentChoice(silence *flow.Transition) (SilentChoice, bool) {
	to := effects.PastSetting(silence)
	if to == nil || to == m.Question {
		return SilentChoice{}, false
	}
	i := slices.IndexFunc(m.Branches, func(b reads.Branch) bool { return effects.PastSetting(b.Transition) == to })
	if i < 0 {
		return SilentChoice{}, false
	}
	spared := m.spared(to)
	if spared == "" && !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return effects.PastSetting(b.Transition) != to }) {
		return SilentChoice{}, false
	}
	answer, ok := m.commits(&m.Branches[i], to)
	if !ok && spared != "" {
		answer, ok = m.commitsBeside(&m.Branches[i], to)
	}
	return SilentChoice{silence, m.Branches[i], answer, spared}, ok
}

// spared returns the answer by which something is left as it is, where that leads elsewhere than to a widget; "" for none.
func (m *Menu) spared(to *flow.Widget) string {
	no, by := m.sparing("")
	if by == nil || effects.PastSetting(by) == to {
		return ""
	}
	return no
}

// commitsBeside is commits for a branch beside one by which everything is left as it is: then the verb tells what is done.
func (m *Menu) commitsBeside(b *reads.Branch, to *flow.Widget) (string, bool) {
	if m.tellsOfSilence() {
		return "", false
	}
	yes, by := m.doing()
	return yes, by != nil && by.Transition == b.Transition && does(to)
}

// tellsOfSilence reports whether a question says what comes without an answer.
func (m *Menu) tellsOfSilence() bool {
	text := effects.ToldBefore(m.Question)
	return offer.TellsToHold(text) != "" || offer.OffersRest(text) || offer.GoesOnUnanswered(text) || offer.SaysOfSilence(text)
}

// commits returns the answer for which a branch of a menu is offered, when that is consent, or something that is
// done there; false where the prompt says what comes without an answer.
func (m *Menu) commits(b *reads.Branch, to *flow.Widget) (string, bool) {
	if m.tellsOfSilence() {
		return "", false
	}
	done := isDoneAt(to)
	for _, o := range m.Offers {
		if o.By == m.Question && (o.IsKey() || m.Question.Facts.KeyEntry == nil) && isTakenBy(m.takenBy(o.Answer), *b) &&
			(offer.Consents(o.Purpose()) || done && (offer.Commits(o.Action()) || isNamedAfter(after(to, effects.Tells), o.Purpose()))) {
			return o.Answer, true
		}
	}
	if yes, no := m.branchOf(words.IsPlainYes), m.branchOf(words.IsPlainNo); done && yes != nil && no != nil && yes.Transition == b.Transition {
		return yes.Comparison.Value(), true
	}
	return "", false
}

// isDoneAt reports whether a widget, or what comes after words, is a request that does something, or says itself that
// something was done.
func isDoneAt(to *flow.Widget) bool {
	if reads.FixedWord(to) && offer.Confirms(effects.Prompt(to).Text()) {
		return true
	}
	done := after(to, effects.Tells)
	return done != nil && effects.ActOf(done) == effects.Requests && !words.KeepsRecord(done.Name) && !words.Notifies(done.Name)
}

// isNamedAfter reports whether a request is named after what an answer is offered for, by its verb: block_card, "to block
// the card". What only fetches something does nothing that one has to choose.
func isNamedAfter(request *flow.Widget, purpose string) bool {
	const shortest = 4 // letters of a verb that stands in no other text by chance
	if request == nil || effects.ActOf(request) != effects.Requests || effects.LooksUp(request) {
		return false
	}
	name := words.In(request.Name)
	said := words.In(purpose)
	return len(name) > 1 && len(name[0]) >= shortest && slices.Contains(said, name[0]) &&
		words.Overlap(name[1:], said)
}

func isTakenBy(first *reads.Branch, b reads.Branch) bool {
	return first != nil && first.Transition == b.Transition
}
