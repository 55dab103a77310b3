package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/split"
	"studiolint/lint/twins"
	"studiolint/lint/words"
)

// checkHints reports the words that a question listens for, when some of them are taken and others
// only make that it is asked again.
func checkHints(p *lint.Pass, m *answers.Menu) {
	if !m.Spoken || m.Question.Facts.Speech == nil {
		return
	}
	n := m.Question.Property(m.Question.Facts.Speech.Hints)
	if liquid.HasMarkup(n.Text()) || strings.Contains(n.Text(), "$") { // a class of words, such as $DAY
		return
	}
	var missing []string
	taken := 0
	for hint := range strings.SplitSeq(n.Text(), ",") {
		hint = strings.TrimSpace(hint)
		switch fits := fitsBranch(m, strings.ToLower(hint)); {
		case hint == "":
		case fits == split.Yes:
			taken++
		case fits == split.Unsure:
			return
		default:
			missing = append(missing, hint)
		}
	}
	switch {
	case taken == 0 && len(missing) > 1 && areForeign(p, m, missing):
		p.Reportf(n, "%s listens for %s, which neither its text names nor a branch of %s takes; write the words that it asks for",
			m.Question.Label(), words.List(missing), m.Split.Label()).Relate(m.Split, "the split on the answer")
	case taken > 0 && len(missing) > 0 && m.Again():
		p.Reportf(n, "%s listens for %s, which no branch of %s takes, so whoever says it is asked again; add a branch",
			m.Question.Label(), words.List(missing), m.Split.Label()).Relate(m.Split, "the split on the answer")
	}
}

// areForeign reports whether none of the words that a question listens for has anything to do with it:
// what is said, what its branches are for, and nothing but those reads the answer.
func areForeign(p *lint.Pass, m *answers.Menu, hints []string) bool {
	if !m.Fixed || m.Otherwise != nil && m.Otherwise.Meant != nil && effects.ActOf(m.Otherwise.Meant) != effects.Tells && !m.Again() {
		return false
	}
	if slices.ContainsFunc(p.Flow.OutputRefs(m.Question.Name), func(r flow.Ref) bool { return !r.Widget.Facts.Split }) {
		return false // perhaps it takes other words
	}
	known := words.In(effects.ToldBefore(m.Question))
	for _, b := range m.Branches {
		known = append(known, words.In(b.Condition.Value.Text())...)
		known = append(known, words.In(b.Condition.Label())...)
	}
	for _, word := range known {
		known = append(known, words.Translations(word)...)
	}
	return !slices.ContainsFunc(hints, func(hint string) bool {
		all := words.In(hint)
		return len(all) == 0 || slices.ContainsFunc(all, func(word string) bool {
			return offer.Count(word) >= 0 || twins.Named(word, known) != ""
		})
	})
}

// fitsBranch reports whether an answer fits some branch of a menu.
func fitsBranch(m *answers.Menu, answer string) split.Answer {
	fits := split.No
	for _, b := range m.Branches {
		switch b.Comparison.Holds(answer) {
		case split.Yes:
			return split.Yes
		case split.No:
		default:
			fits = split.Unsure
		}
	}
	return fits
}
