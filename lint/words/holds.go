package words

// HoldsAny reports whether a text holds one of some words, whatever the case of its letters.
// The words are not empty, and of small letters of ASCII, digits and signs. It is asked before
// an expression is, which looks at each letter for all that may begin there.
func HoldsAny(text string, list ...string) bool {
	var begins [2]uint64 // of the words, by their first byte
	for _, word := range list {
		begins[word[0]>>6&1] |= 1 << (word[0] & 63)
	}
	for i := range len(text) {
		c := small(text[i])
		if c > 0x7F || begins[c>>6]&(1<<(c&63)) == 0 {
			continue
		}
		for _, word := range list {
			if word[0] == c && beginsWith(text[i:], word) {
				return true
			}
		}
	}
	return false
}

func beginsWith(text, word string) bool {
	if len(text) < len(word) {
		return false
	}
	for i := range len(word) {
		if small(text[i]) != word[i] {
			return false
		}
	}
	return true
}

func small(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
