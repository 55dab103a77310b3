package answers

import (
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// NumbersOnly returns a number of a menu by message and the word beside it, when the menu takes the numbers
// of its choices and none of their words, and what fits no branch goes on in silence to a step that does
// something; both "" otherwise.
func (m *Menu) NumbersOnly() (number, word string) {
	const fewest, most, longest = 2, 6, 3
	if m.Question.Needs() != schemas.NeedsMessage || m.Otherwise == nil || m.Otherwise.Meant == nil || len(m.Offers) < fewest || len(m.Offers) > most {
		return "", ""
	}
	switch effects.ActOf(m.Otherwise.Meant) {
	case effects.Sets, effects.Requests, effects.HandsOver:
	default:
		return "", ""
	}
	for _, o := range m.Offers {
		if !o.IsKey() {
			return "", ""
		}
		label := strings.Trim(o.Purpose(), " *_.,:;-\t\n)")
		if _, rest, ok := strings.Cut(label, "for "); ok {
			label = rest
		}
		label = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(label, " and"), " or"), " ,")
		if n := len(words.In(label)); n == 0 || n > longest || offer.IsPlain(label) || !m.Takes(o.Answer) || m.Takes(label) {
			return "", ""
		}
		if number == "" {
			number, word = o.Answer, label
		}
	}
	if m.isGiven(m.Otherwise.Meant) || m.Again() {
		return "", ""
	}
	return number, word
}
