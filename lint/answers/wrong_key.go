package answers

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/reads"
)

// WrongKey tells of a menu whose texts and branches agree on all keys from 1 to 9 but one: which key is offered
// and not taken, and which branch takes another one that is not offered. One of the two is a slip. So it is where the
// question's own text alone does not agree, which offers more than one key, whatever is told beside it or filled in.
func (m *Menu) WrongKey(of lint.Subject) (offered Offer, taken string, by reads.Branch, ok bool) {
	if m.Spoken || len(m.Offers) == 0 {
		return offered, "", by, false
	}
	offered, taken, by, ok = m.wrongKey(of, false)
	if !ok && !strings.Contains(effects.Prompt(m.Question).Text(), "{%") {
		offered, taken, by, ok = m.wrongKey(of, true)
	}
	return offered, taken, by, ok
}

// wrongKey is WrongKey for all texts, or for that of the question.
func (m *Menu) wrongKey(of lint.Subject, own bool) (offered Offer, taken string, by reads.Branch, ok bool) {
	const several = 2
	var keys [10]bool // that some text offers
	missing, count := 0, 0
	for _, o := range m.Offers {
		if !isDigit(o.Answer) || own && o.By != m.Question {
			continue
		}
		count++
		keys[o.Answer[0]-'0'] = true
		if !m.Takes(o.Answer) {
			offered = o
			missing++
		}
	}
	if missing != 1 || own && count < several || !own && !m.Fixed || m.JudgesKeys(of) {
		return offered, "", by, false
	}
	for _, b := range m.Branches {
		texts, known := b.Comparison.Texts()
		if !known {
			return offered, "", by, false
		}
		for _, text := range texts {
			if !isDigit(text) || keys[text[0]-'0'] || text == taken {
				continue
			}
			if taken != "" {
				return offered, "", by, false
			}
			taken, by = text, b
		}
	}
	return offered, taken, by, taken != ""
}

// isDigit reports whether an answer is one key from 1 to 9.
func isDigit(answer string) bool { return len(answer) == 1 && answer >= "1" && answer <= "9" }
