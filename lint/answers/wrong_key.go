package answers

import (
	"studiolint/lint"
	"studiolint/lint/reads"
)

// WrongKey tells of a menu whose texts and branches agree on all keys from 1 to 9 but one: which key is offered
// and not taken, and which branch takes another one that is not offered. One of the two is a slip.
func (m *Menu) WrongKey(of lint.Subject) (offered Offer, taken string, by reads.Branch, ok bool) {
	if !m.Fixed || m.Spoken || len(m.Offers) == 0 {
		return offered, "", by, false
	}
	var keys [10]bool // that some text offers
	missing := 0
	for _, o := range m.Offers {
		if !isDigit(o.Answer) {
			continue
		}
		keys[o.Answer[0]-'0'] = true
		if !m.Takes(o.Answer) {
			offered = o
			missing++
		}
	}
	if missing != 1 || m.JudgesKeys(of) {
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
