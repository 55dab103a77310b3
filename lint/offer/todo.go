package offer

import (
	"unicode"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// ToDo returns where in a text somebody has noted that something is still to be done, in bytes; 0, 0 for none.
// In a text all in capitals it may be a word of Spanish.
func ToDo(text string) (start, end int) {
	if !words.HoldsUnwritten(text) {
		return 0, 0
	}
	m := toDo.FindStringSubmatchIndex(text)
	if m == nil {
		return 0, 0
	}
	small, capital := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsLower(r):
			small++
		case unicode.IsUpper(r):
			capital++
		}
	}
	if small <= capital {
		return 0, 0
	}
	return m[2], m[3]
}

// toDo is such a note; as a part of an address or of a name it is none.
var toDo = pattern.Lazy(`(?:^|[\s(\["*])(` + words.Unwritten + `)(?:[\s:;,.!)\]"*]|$)`)
