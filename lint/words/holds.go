package words

// HoldsAny reports whether a text holds one of some words, whatever the case of its letters.
// The words are not empty, and of small letters of ASCII, digits and signs. It is asked before
// an expression is, which looks at each letter for all that may begin there.
func HoldsAny(text string, list ...string) bool {
	if text == "" {
		return false
	}
	var pairs [32]uint32 // what the words begin with, two bytes each, by five bits of each byte
	for _, word := range list {
		if len(word) == 1 {
			pairs[word[0]&31] = 1<<32 - 1
		} else {
			pairs[word[0]&31] |= 1 << (word[1] & 31)
		}
	}
	first := text[0] & 31
	for i := 1; i < len(text); i++ {
		second := text[i] & 31
		if pairs[first]>>second&1 != 0 && beginsWithAny(text[i-1:], list) {
			return true
		}
		first = second
	}
	return pairs[first] != 0 && beginsWithAny(text[len(text)-1:], list)
}

func beginsWithAny(text string, list []string) bool {
	for _, word := range list {
		if beginsWith(text, word) {
			return true
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
