package words

// HoldsAny reports whether a text holds one of some words, whatever the case of its letters.
// The words are not empty, and of small letters of ASCII, digits and signs. It is asked before
// an expression is, which looks at each letter for all that may begin there.
func HoldsAny(text string, list ...string) bool {
	if text == "" {
		return false
	}
	// What the words begin with: which second bytes come after a first one, and which third ones after
	// a second, by five bits of each.
	var seconds, thirds [32]uint32
	const all = 1<<32 - 1
	single := false
	for _, word := range list {
		switch first := word[0] & 31; len(word) {
		case 1:
			seconds[first], single = all, true
		case 2:
			seconds[first] |= 1 << (word[1] & 31)
			thirds[word[1]&31] = all
		default:
			seconds[first] |= 1 << (word[1] & 31)
			thirds[word[1]&31] |= 1 << (word[2] & 31)
		}
	}
	first := text[0] & 31
	for i := 1; i < len(text); i++ {
		second := text[i] & 31
		if seconds[first]>>second&1 != 0 && (single || i+1 == len(text) || thirds[second]>>(text[i+1]&31)&1 != 0) && beginsWithAny(text[i-1:], list) {
			return true
		}
		first = second
	}
	return single && beginsWithAny(text[len(text)-1:], list)
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
