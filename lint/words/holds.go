package words

// Any are some words that texts are asked for. They are not empty, and of small letters of ASCII,
// digits and signs.
type Any struct {
	list   []string
	single bool // one of them is of one letter

	// What the words begin with: which second bytes come after a first one, and which third ones after
	// a second, by five bits of each.
	seconds, thirds [32]uint32
}

// AnyOf returns some words that many texts are asked for.
func AnyOf(list ...string) *Any {
	a := anyOf(list)
	return &a
}

func anyOf(list []string) Any {
	const all = 1<<32 - 1
	a := Any{list: list}
	for _, word := range list {
		switch first := word[0] & 31; len(word) {
		case 1:
			a.seconds[first], a.single = all, true
		case 2:
			a.seconds[first] |= 1 << (word[1] & 31)
			a.thirds[word[1]&31] = all
		default:
			a.seconds[first] |= 1 << (word[1] & 31)
			a.thirds[word[1]&31] |= 1 << (word[2] & 31)
		}
	}
	return a
}

// In reports whether a text holds one of the words, whatever the case of its letters. It is asked
// before an expression is, which looks at each letter for all that may begin there.
func (a *Any) In(text string) bool {
	if text == "" {
		return false
	}
	first := text[0] & 31
	for i := 1; i < len(text); i++ {
		second := text[i] & 31
		if a.seconds[first]>>second&1 != 0 && (a.single || i+1 == len(text) || a.thirds[second]>>(text[i+1]&31)&1 != 0) && beginsWithAny(text[i-1:], a.list) {
			return true
		}
		first = second
	}
	return a.single && beginsWithAny(text[len(text)-1:], a.list)
}

// HoldsAny is In for words that few texts are asked for.
func HoldsAny(text string, list ...string) bool {
	if text == "" {
		return false
	}
	a := anyOf(list)
	return a.In(text)
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
