package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "menu-keys", Title: "A menu loses keys, or waits for more",
		Group: finding.Values, Severity: finding.Note,
		Doc: `Finds two ways in which a menu on a call is slow:

- it asks for one key and does not say so (number_of_digits): after each key the caller
  waits until the timeout, since more could follow;
- a Say/Play reads the menu, and the Gather Input after it is silent: keys that are
  pressed while it is read are lost, and after silence the menu is not read again.

A question that takes longer input is left alone, and so is a Say/Play that offers a
single key, or a Gather Input with a prompt of its own.

Write "number_of_digits": 1, and the text of the menu into the Gather Input.`,
	},
	Check: func(p *lint.Pass) {
		for _, m := range answers.Menus.Of(p) {
			keys := m.Question.Facts.KeyEntry
			if keys != nil && !shape.PropertyInstead(m.Question, keys.Count).Exists() && !m.Question.Property(keys.Count).Exists() && oneKey(&m) {
				p.Reportf(m.Question, "%s asks for one key, but has no %s: after the key the caller waits out the timeout, as more could follow; write 1",
					m.Question.Label(), words.Quote(keys.Count))
			}
		}
		for _, w := range p.Flow.Widgets {
			checkDigit(p, w)
			if w.Facts.KeyEntry == nil || !shape.Sound(p, w.Properties) || !silentPrompt(w) || !p.Flow.Reachable(w) || w.OnKind(schemas.KindInput) == nil {
				continue
			}
			for _, t := range w.In {
				if t.From.Facts.Dialog == schemas.DialogTells && len(offer.In(effects.Prompt(t.From).Text())) > 1 {
					p.Reportf(w, "the menu is read by %s, and %s waits in silence: keys pressed while it is read are lost; move the text into %s",
						t.From.Label(), w.Label(), w.Label()).Relate(t.From, "where the menu is read")
					break
				}
			}
		}
	},
})

// checkDigit looks at a question for a number of one digit.
func checkDigit(p *lint.Pass, w *flow.Widget) {
	keys := w.Facts.KeyEntry
	if keys == nil || w.Property(keys.Count).Exists() || shape.PropertyInstead(w, keys.Count).Exists() || !p.Flow.Reachable(w) || w.OnKind(schemas.KindInput) == nil {
		return
	}
	if len(offer.Range(effects.Prompt(w).Text())) > 0 {
		p.Reportf(w, "%s asks for a number of one digit, but has no %s: after the key the caller waits out the timeout, as more could follow; write 1",
			w.Label(), words.Quote(keys.Count))
	}
}

// oneKey reports whether a menu offers several keys, and all its branches take one key.
func oneKey(m *answers.Menu) bool {
	keys := 0
	for _, o := range m.Offers {
		if o.IsKey() && o.By == m.Question {
			keys++
		}
	}
	for _, b := range m.Branches {
		texts, ok := b.Comparison.Texts()
		if !ok {
			return false
		}
		for _, text := range texts {
			if len(text) != 1 {
				return false
			}
		}
	}
	return keys > 1
}

// silentPrompt reports whether a widget certainly says and plays nothing.
func silentPrompt(w *flow.Widget) bool {
	for _, name := range w.Facts.Content {
		n := w.Property(name)
		if n.Exists() && (!n.IsString() || strings.TrimSpace(n.Text()) != "") || shape.PropertyInstead(w, name).Exists() {
			return false
		}
	}
	return w.Properties.Exists()
}
