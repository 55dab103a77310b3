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
	"studiolint/lint/words"
)

// checkUnnumbered reports a question by message that lists words to choose from, while all that its branches take is the
// numbers of them, which no text names.
func checkUnnumbered(p *lint.Pass, m *answers.Menu) {
	if m.Question.Facts.KeyEntry != nil || m.Spoken || len(m.Branches) < 2 || !m.SingleKeys() || !takesNumbersOf(m) {
		return
	}
	text := effects.Prompt(m.Question).Text()
	if text == "" || liquid.HasMarkup(text) || len(effects.Says(m.Question)) != 1 || len(m.Offers) > 0 ||
		strings.ContainsAny(effects.AttributesOf(m.Question).Text(), "[:") || // which may hold options
		mayNameNumber(p, m) {
		return
	}
	for _, list := range offer.WordLists(text) {
		if len(list) < len(m.Branches) || slices.Contains(list, "") || slices.ContainsFunc(list, m.Takes) {
			continue
		}
		p.Reportf(m.Question, "%s lists %s, but %s takes numbers alone, which no text names: whoever writes one of these words fits no branch; name the numbers, or take the words",
			m.Question.Label(), words.List(list), m.Split.Label()).Relate(m.Split, "the split on the answer")
		return
	}
}

// takesNumbersOf reports whether the branches of a menu take 1, 2 and so on, each one.
func takesNumbersOf(m *answers.Menu) bool {
	for i := range m.Branches {
		if !m.TakesByName(string(rune('1' + i))) {
			return false
		}
	}
	return true
}

// mayNameNumber reports whether what is said before a question, or when an answer fits no branch, may name numbers: there is
// one, or it is not known.
func mayNameNumber(p *lint.Pass, m *answers.Menu) bool {
	may := func(w *flow.Widget) bool {
		if w == nil || effects.ActOf(w) != effects.Tells {
			return false
		}
		text := effects.Prompt(w).Text()
		return text == "" || strings.ContainsAny(text, "0123456789{")
	}
	if strings.ContainsAny(effects.Prompt(m.Question).Text(), "0123456789") ||
		may(effects.PastIdle(p.Flow, m.Otherwise)) {
		return true
	}
	for _, t := range effects.Into(m.Question) {
		if may(t.From) || effects.ActOf(t.From) == effects.Requests {
			return true
		}
	}
	return false
}
