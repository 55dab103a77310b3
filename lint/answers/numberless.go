package answers

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
)

// A Numberless is a question without a number in its text or its branches, after which, when an
// answer fits none, a text asks for the number of one.
type Numberless struct {
	Menu *Menu
	Told *flow.Widget
	Said string
}

// Numberlesses are those of a flow.
var Numberlesses = lint.NewFact(func(d *project.Document) (all []Numberless) {
	menus := Menus.Of(d)
	for i := range menus {
		m := &menus[i]
		if m.Otherwise == nil || m.Otherwise.Meant == nil || effects.ActOf(m.Otherwise.Meant) != effects.Tells {
			continue
		}
		told := m.Otherwise.Meant
		said, ok := offer.AsksForItsNumber(effects.Prompt(told).Text())
		if !ok || !m.Fixed || !m.Again() || strings.ContainsAny(effects.Prompt(m.Question).Text(), "0123456789") || m.hasNumber() {
			continue
		}
		all = append(all, Numberless{m, told, said})
	}
	return all
})

// hasNumber reports whether a menu offers or takes a number, or may.
func (m *Menu) hasNumber() bool {
	const digits = "1234567890"
	for _, o := range m.Offers {
		if strings.ContainsAny(o.Answer, digits) {
			return true
		}
	}
	for _, b := range m.Branches {
		if strings.ContainsAny(b.Comparison.Value(), digits) {
			return true
		}
		for i := range digits {
			if b.Comparison.Holds(digits[i:i+1]) != split.No {
				return true
			}
		}
	}
	return mayTakeNumber(m.Branches)
}

// mayTakeNumber reports whether some branch takes anything.
func mayTakeNumber(branches []reads.Branch) bool {
	for _, b := range branches {
		if b.Comparison.Holds("elm tree 12") != split.No {
			return true
		}
	}
	return false
}
