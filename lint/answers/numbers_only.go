package answers

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// NumbersOnly returns a number of a menu by message and the word beside it, when the menu takes the numbers
// of its choices and none of their words, and what fits no branch goes on in silence to a step that does
// something; both "" otherwise.
func (m *Menu) NumbersOnly() (number, word string) {
	const fewest, most, longest = 2, 6, 3
	if m.Question.Needs() != schemas.NeedsMessage || m.Otherwise == nil || m.Otherwise.Meant == nil ||
		len(m.Offers) < fewest || len(m.Offers) > most {
		return "", ""
	}
	to := m.Leads(m.Otherwise)
	if to == nil {
		return "", ""
	}
	switch effects.ActOf(to) {
	case effects.Sets, effects.Requests, effects.HandsOver:
	default:
		return "", ""
	}
	for _, o := range m.Offers {
		if !o.IsKey() {
			return "", ""
		}
		label := labelOf(o)
		n := len(words.In(label))
		if n == 0 || n > longest || words.IsYesOrNo(label) || strings.Contains(label, "{{") ||
			!m.Takes(o.Answer) || m.Takes(label) {
			return "", ""
		}
		if number == "" {
			number, word = o.Answer, label
		}
	}
	if m.isGiven(to) || m.Again() {
		return "", ""
	}
	return number, word
}

// Choices are the numbered choices that the question of a menu lists, also where no mark parts number and text.
func (m *Menu) Choices() []Offer {
	var all []Offer
	for _, o := range m.Offers {
		if o.By == m.Question && o.IsKey() {
			all = append(all, o)
		}
	}
	if len(m.Offers) == 0 {
		for _, o := range offer.BareList(effects.Prompt(m.Question).Text()) {
			all = append(all, Offer{o, m.Question})
		}
	}
	return all
}

// labelOf is what stands beside the number of a choice.
func labelOf(o Offer) string {
	return offer.Thing(strings.Trim(o.Purpose(), " *_.,:;-\t\n)"))
}

// takesWords reports whether a branch of a menu takes a list with more than numbers.
func (m *Menu) takesWords() bool {
	return slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
		return b.Literal && slices.ContainsFunc(b.Comparison.Entries(), func(text string) bool { return strings.Trim(text, "0123456789") != "" })
	})
}

// OnlyInShort returns a choice of a menu by message as it stands there, and the first word of it, when the menu takes
// the numbers of its choices and the first words of two and more, none of them whole, and tells what fits no branch
// that it is wrong; both "" otherwise.
func (m *Menu) OnlyInShort() (label, word string) {
	const fewest, most, longest = 2, 9, 3
	if m.Question.Needs() != schemas.NeedsMessage || m.Otherwise == nil || m.Otherwise.Meant == nil || !m.takesWords() {
		return "", ""
	}
	choices := m.Choices()
	if len(choices) < fewest || len(choices) > most || len(m.Offers) > len(choices) {
		return "", ""
	}
	if told := effects.Next(m.Otherwise, effects.Tells, effects.Asks); told == nil ||
		!offer.SaysWrong(effects.Prompt(told).Text()) && !offer.WantsValid(effects.Prompt(told).Text()) {
		return "", ""
	}
	short := 0
	for _, o := range choices {
		whole := labelOf(o)
		parts := words.In(whole)
		if len(parts) < 2 || len(parts) > longest || !m.Takes(o.Answer) || m.Takes(whole) {
			return "", ""
		}
		if m.Takes(parts[0]) {
			if short++; short == 1 {
				label, word = whole, parts[0]
			}
		}
	}
	if short < fewest {
		return "", ""
	}
	return label, word
}
