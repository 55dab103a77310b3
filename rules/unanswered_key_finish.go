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
	"studiolint/lint/twins"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkFinish reports the key that ends the input where a menu of single keys offers it for
// something. Pressed alone it is no key at all, so where silence leads on, that is how it
// is taken: unless only a last word comes then, or what is to be heard again does not.
func checkFinish(p *lint.Pass, m *answers.Menu) {
	silence := m.Question.OnKind(schemas.KindTimeout)
	leadsOn := silence != nil && m.Leads(silence) != nil
	if m.Spoken || len(m.Offers) < 2 || !m.SingleKeys() || leadsOn && m.Back(silence) {
		return
	}
	for _, o := range m.Offers {
		if o.By != m.Question || !answers.EndsInput(m.Question, o.Answer) || m.Takes(o.Answer) || o.Purpose() == "" || offer.Finishes(o.Purpose()) {
			continue
		}
		switch {
		case !leadsOn:
			p.Reportf(m.Question, "%s offers %s, but that key ends the input and is no part of it, so no branch can take it, and after silence nothing comes; choose another finish_on_key",
				m.Question.Label(), words.Quote(o.Answer))
		case o.Restarts() && effects.ActOf(m.Leads(silence)) != effects.Anything:
			p.Reportf(m.Question, "%s offers %s%s, but that key ends the input, as silence, and leads to %s; choose another finish_on_key",
				m.Question.Label(), words.Quote(o.Answer), quotedPurpose(o), m.Leads(silence).Label()).Relate(silence.NextNode, "where silence leads")
		case !effects.IsLastWord(m.Leads(silence)):
		case !offer.EndsCall(o.Purpose()) && !tellsOf(m.Leads(silence), o):
			p.Reportf(m.Question, "%s offers %s%s, but that key ends the input, as silence, and only %s comes; choose another finish_on_key",
				m.Question.Label(), words.Quote(o.Answer), quotedPurpose(o), m.Leads(silence).Label()).Relate(silence.NextNode, "where silence leads")
		}
	}
}

// tellsOf reports whether what is told has a word of what an answer is offered for, or may.
func tellsOf(w *flow.Widget, o answers.Offer) bool {
	text := effects.Prompt(w).Text()
	told := words.In(text)
	return liquid.HasMarkup(text) || text == "" || slices.ContainsFunc(words.In(o.Purpose()), func(word string) bool {
		return !words.IsSmall(word) && twins.Named(word, told) != ""
	})
}

// quotedPurpose returns what an answer is offered for in quotes, after a blank.
func quotedPurpose(o answers.Offer) string {
	return " " + words.Quote(strings.Trim(o.Purpose(), " ,"))
}
