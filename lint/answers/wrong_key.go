package answers

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/literal"
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
	missing, count := 0, 0
	for _, o := range m.Offers {
		if !literal.IsDigit(o.Answer) || own && o.By != m.Question {
			continue
		}
		count++
		keys[o.Answer[0]-'0'] = true
		if !m.Takes(o.Answer) {
			missing++
		}
	}
	if missing != 1 && (missing == 0 || missing < count) || own && count < several || !own && !m.Fixed || m.JudgesKeys(of) {
		return nil
	}
	taken, by := "", -1
	for i, b := range m.Branches {
		texts, known := b.Comparison.Beginnings()
		if !known {
			return nil
		}
		for _, text := range texts {
			if !literal.IsDigit(text) || keys[text[0]-'0'] || text == taken {
				continue
			}
			if taken != "" {
				return nil
			}
			taken, by = text, i
		}
	}
	if taken == "" {
		return nil
	}
	wrong := &WrongKey{Taken: taken, By: m.Branches[by]}
	for _, o := range m.Offers {
		if literal.IsDigit(o.Answer) && (!own || o.By == m.Question) && !m.Takes(o.Answer) {
			wrong.Offered = append(wrong.Offered, o)
		}
	}
	return wrong
}
