package answers

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// Labelled returns the number of a list by which a yes or a no is taken, and the word beside it, when
// whoever writes that word is asked again, or the flow ends, and no text says that it is the number to be
// written; both "" when there is none.
func (m *Menu) Labelled() (number, word string) {
	if m.Question.Needs() != schemas.NeedsMessage {
		return "", ""
	}
	labels := 0
	for _, o := range m.Offers {
		label := strings.Trim(o.After, " *_.\t")
		if !o.Listed || o.By != m.Question || !o.IsKey() || !words.IsYesOrNo(label) {
			continue
		}
		if m.Takes(label) || !m.Takes(o.Answer) {
			return "", ""
		}
		if labels++; number == "" {
			number, word = o.Answer, label
		}
	}
	if labels != 2 || len(m.Offers) != 2 || !m.Again() && !m.EndsAtSlip() || m.asksForNumber(m.Question) ||
		slices.ContainsFunc(slices.Collect(m.Told()), m.asksForNumber) {
		return "", ""
	}
	return number, word
}

// EndsAtSlip reports whether the flow ends at once with what fits no branch.
func (m *Menu) EndsAtSlip() bool { return m.Otherwise != nil && m.Otherwise.Ends() }

// asksForNumber reports whether a text says that one of the numbers is to be written.
func (m *Menu) asksForNumber(w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	if w != m.Question && len(offer.In(text)) > 0 {
		return true
	}
	return offer.SpeaksOfNumber(text)
}
