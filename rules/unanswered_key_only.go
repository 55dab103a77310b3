package rules

import (
	"slices"
	"strings"
	"unicode"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportSecretWord reports an open question by message that goes on only for a word which no text names, and
// bids farewell to whoever writes anything else: one a flow.
func reportSecretWord(p *lint.Pass) {
	const most = 20 // questions whose words are looked for in all texts
	tried := 0
	for _, m := range answers.Menus.Of(p) {
		last := farewellToOthers(p, m)
		if last == nil || len(m.Offers) > 0 || !m.Fixed || !offer.AsksAnything(effects.Prompt(m.Question).Text()) {
			continue
		}
		if tried++; tried > most {
			return
		}
		if wanted := secretWords(p, m); len(wanted) > 0 {
			p.Reportf(m.Question, "%s names no answer, and only %s leads on: whoever writes anything else is told %s; name it, or look for the word with contains",
				m.Question.Label(), words.List(wanted), last.Label()).Relate(m.Split, "the split on the answer").Relate(last, "what the others are told")
			return
		}
	}
}

// farewellToOthers returns the last word that whoever writes what fits no branch of a menu by message gets, when
// it does not say that the answer was wrong; else nil.
func farewellToOthers(p *lint.Pass, m *answers.Menu) *flow.Widget {
	if m.Question.Needs() != schemas.NeedsMessage || m.Otherwise == nil {
		return nil
	}
	last := effects.Next(m.Otherwise, effects.Tells)
	if last == nil || !reads.FixedWord(last) || slices.ContainsFunc(last.Transitions,
		func(t *flow.Transition) bool { return !values.EndsUnheard(p, t) }) ||
		offer.SaysWrong(effects.Prompt(last).Text()) {
		return nil
	}
	return last
}

// secretWords returns the words that a menu takes, when they are one or two, and no text of the flow has one.
func secretWords(p *lint.Pass, m *answers.Menu) (wanted []string) {
	const most = 2
	for _, b := range m.Branches {
		texts, ok := b.Comparison.Texts()
		if !ok || len(texts) > most || len(wanted) == most || slices.ContainsFunc(texts, func(text string) bool { return isCommonWord(text) || told(p, text) }) {
			return nil
		}
		wanted = append(wanted, texts[0])
	}
	return wanted
}

// isCommonWord reports whether a word is short, a number, or one that Twilio knows: people may write that.
func isCommonWord(text string) bool {
	return len(text) < len("yes")+1 || schemas.IsForTwilio(text) || strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' })
}
