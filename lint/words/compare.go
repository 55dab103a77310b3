package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Piece is a part of two texts that are compared word by word: both have it, or only the
// old or the new one.
type Piece struct {
	Text     string
	Old, New bool
}

// maxWords is of how many words the texts are compared word by word: of more, the ends
// that differ are shown whole.
const maxWords = 400

// Compare compares two texts word by word. The pieces that the old text has are that text,
// and so for the new one.
func Compare(old, new string) []Piece {
	a, b := split(old), split(new)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var list []Piece
	add := func(text string, old, new bool) {
		if n := len(list); n > 0 && list[n-1].Old == old && list[n-1].New == new {
			list[n-1].Text += text
		} else if text != "" {
			list = append(list, Piece{text, old, new})
		}
	}
	both := func(words []string) {
		for _, w := range words {
			add(w, true, true)
		}
	}
	both(a[:head])
	between(a[head:len(a)-tail], b[head:len(b)-tail], add)
	both(a[len(a)-tail:])
	return list
}

// between adds the pieces of two lists of words by their longest common subsequence.
func between(a, b []string, add func(text string, old, new bool)) {
	common := make([][]int, len(a)+1) // the length of that of a[i:] and b[j:]
	if len(a)*len(b) <= maxWords*maxWords {
		for i := range common {
			common[i] = make([]int, len(b)+1)
		}
		for i := len(a) - 1; i >= 0; i-- {
			for j := len(b) - 1; j >= 0; j-- {
				if a[i] == b[j] {
					common[i][j] = common[i+1][j+1] + 1
				} else {
					common[i][j] = max(common[i+1][j], common[i][j+1])
				}
			}
		}
	} else {
		for _, w := range a {
			add(w, true, false)
		}
		a = nil
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			add(a[i], true, true)
			i++
			j++
		case common[i+1][j] >= common[i][j+1]:
			add(a[i], true, false)
			i++
		default:
			add(b[j], false, true)
			j++
		}
	}
	for ; i < len(a); i++ {
		add(a[i], true, false)
	}
	for ; j < len(b); j++ {
		add(b[j], false, true)
	}
}

// split cuts a text into words, marks and values that are filled in, each with the blanks
// after it.
func split(text string) []string {
	var list []string
	for start := 0; start < len(text); {
		end := start + wordLength(text[start:])
		for end < len(text) {
			r, n := utf8.DecodeRuneInString(text[end:])
			if !unicode.IsSpace(r) {
				break
			}
			end += n
		}
		list = append(list, text[start:end])
		start = end
	}
	return list
}

// maxFilled is how long a value that is filled in is taken for one word.
const maxFilled = 200

// wordLength returns the length of the word or mark that a text begins with.
func wordLength(text string) int {
	for _, marks := range [][2]string{{"{{", "}}"}, {"${", "}"}} {
		if strings.HasPrefix(text, marks[0]) {
			if i := strings.Index(text[:min(len(text), maxFilled)], marks[1]); i >= 0 {
				return i + len(marks[1])
			}
		}
	}
	n := 0
	for i, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '\'' || r == utf8.RuneError {
			break
		}
		n = i + utf8.RuneLen(r)
	}
	if n == 0 {
		_, n = utf8.DecodeRuneInString(text)
	}
	return n
}
