package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/twins"
	"studiolint/lint/words"
)

// checkAstray looks for a branch that leads to a widget named after what another branch compares
// with, or is offered for, which leads elsewhere itself. It reports true when there is one.
func checkAstray(p *lint.Pass, all []meaning) bool {
	for i := range all {
		a := &all[i]
		if len(a.words) == 0 || a.crossesNone(all) {
			continue
		}
		for j := range all {
			word, certain := a.astray(p, &all[j])
			if i == j || word == "" || sharedAfter(a, all, word) || asksAgain(p, a) {
				continue
			}
			d := p.Reportf(a.branch.Transition.NextNode, "%s leads to %s, which is named after %s%s; lead it elsewhere if that is not meant",
				a.branch.Words(), a.target(), all[j].branch.Words(), all[j].as(word)).
				Relate(all[j].branch.Transition.NextNode, "where that leads").As(finding.Note)
			if certain {
				d.As(finding.Warning)
			}
			return true
		}
	}
	return false
}

// asksAgain reports whether a branch leads back to the question that was answered, as a key to hear
// the menu again does.
func asksAgain(p *lint.Pass, m *meaning) bool {
	asked := reads.Asked(p.Flow, m.branch.Transition.From)
	return asked != nil && (m.to == asked || m.branch.Transition.Meant == asked)
}

// crossesNone is a cheap question: whether no word of the widget's name is one of another branch.
func (m *meaning) crossesNone(all []meaning) bool {
	return !slices.ContainsFunc(m.name, func(part string) bool {
		return slices.ContainsFunc(all, func(other meaning) bool { return twins.Named(part, other.words) != "" })
	})
}

// astray returns the word of another branch after which the widget is named to which this one
// leads, and whether that is beyond doubt, as after the contrary answer; "" for none.
func (m *meaning) astray(p *lint.Pass, other *meaning) (word string, certain bool) {
	word = m.crosses(*other)
	if word == "" || twins.Named(word, other.name) != "" {
		return "", false
	}
	last := m.name[len(m.name)-1]
	if contraryTo(m.branch, last) {
		return last, slices.Contains(wanted(other.branch), last)
	}
	if len(word) > 2 && !words.IsCommonName(word) && slices.Contains(valueWords(other.branch), word) {
		return word, false
	}
	if m.isOfferedName(p, other) {
		return word, false
	}
	return "", false
}

// contraryTo reports whether a branch is for one answer of two, and a word is the other.
func contraryTo(b reads.Branch, word string) bool {
	texts := wanted(b)
	return len(texts) > 0 && !slices.ContainsFunc(texts, func(text string) bool { return !words.AreOpposites(text, word) })
}

// valueWords returns the words of what a branch compares with.
func valueWords(b reads.Branch) []string {
	texts := wanted(b)
	if len(texts) == 0 && b.Comparison.Operator() == split.StartsWith {
		texts = []string{b.Comparison.Value()}
	}
	return words.In(strings.Join(texts, " "))
}

// isOfferedName reports whether the name of the widget to which a branch leads says what the
// prompt offers another branch for, and nothing else: opening_hours, "for our opening hours".
func (m *meaning) isOfferedName(p *lint.Pass, other *meaning) bool {
	purposes := answers.Purposes.Of(p)
	if slices.ContainsFunc(purposes[m.branch.Transition], words.EndsInPronoun) {
		return false // "NEW to open a ticket or STATUS to check one": both are of tickets
	}
	return slices.ContainsFunc(purposes[other.branch.Transition], func(purpose string) bool {
		offered, telling := words.In(purpose), false
		for _, part := range m.name {
			switch {
			case words.IsSmall(part) || words.IsCommonName(part) || words.IsHandOver(part):
			case len(part) < 4 || twins.Named(part, offered) == "":
				return false
			default:
				telling = true
			}
		}
		return telling
	})
}

// sharedAfter reports whether another branch that leads to the same widget has a word of its name.
func sharedAfter(m *meaning, all []meaning, word string) bool {
	return slices.ContainsFunc(all, func(other meaning) bool {
		return other.to == m.to && twins.Named(word, other.words) != ""
	})
}
