package answers

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/reads"
)

// A WrongKey is a key from 1 to 9 that a branch takes and no text offers, where one that is offered fits no branch: one of
// the two is a slip. So it is where none of those offered fits.
type WrongKey struct {
	Taken   string
	By      reads.Branch
	Offered []Offer
}

// WrongKey returns that of a menu whose texts and branches agree on all other keys, or on none; nil for another one. So it
// is where the question's own text alone does not agree, which offers more than one key, whatever is told beside it or
// filled in.
func (m *Menu) WrongKey(of lint.Subject) *WrongKey {
	if m.Spoken || len(m.Offers) == 0 {
		return nil
	}
	wrong := m.wrongKey(of, false)
	if wrong == nil && !strings.Contains(effects.Prompt(m.Question).Text(), "{%") {
		wrong = m.wrongKey(of, true)
	}
	return wrong
}

// wrongKey is WrongKey for all texts, or for that of the question.
func (m *Menu) wrongKey(of lint.Subject, own bool) *WrongKey {
	const several = 2
	var keys [10]bool // that some text offers
	count := 0
	wrong := &WrongKey{}
	for _, o := range m.Offers {
		if !IsDigit(o.Answer) || own && o.By != m.Question {
			continue
		}
		count++
		keys[o.Answer[0]-'0'] = true
		if !m.Takes(o.Answer) {
			wrong.Offered = append(wrong.Offered, o)
		}
	}
	missing := len(wrong.Offered)
	if missing != 1 && (missing == 0 || missing < count) || own && count < several || !own && !m.Fixed {
		return nil
	}
	if m.JudgesKeys(of) || !wrong.take(m.Branches, &keys) {
		return nil
	}
	return wrong
}

// take sets the one key of some branches that is not among those that are offered, and reports whether there is one.
func (k *WrongKey) take(branches []reads.Branch, offered *[10]bool) bool {
	for _, b := range branches {
		texts, known := b.Comparison.Beginnings()
		if !known {
			return false
		}
		for _, text := range texts {
			if !IsDigit(text) || offered[text[0]-'0'] || text == k.Taken {
				continue
			}
			if k.Taken != "" {
				return false
			}
			k.Taken, k.By = text, b
		}
	}
	return k.Taken != ""
}

// IsDigit reports whether an answer is one key from 1 to 9: 0, * and # are often good for something that no prompt offers.
func IsDigit(answer string) bool { return len(answer) == 1 && answer >= "1" && answer <= "9" }
