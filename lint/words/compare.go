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
	var list pieces
	list.addAll(a[:head], true, true)
	list.between(a[head:len(a)-tail], b[head:len(b)-tail])
	list.addAll(a[len(a)-tail:], true, true)
	return list.all()
}

// pieces are pieces in the making: the words of the last one are put together once it is
// known where it ends.
type pieces struct {
	list []Piece
	last strings.Builder // of the piece that is not in the list yet
	of   Piece           // which of the two texts have it
}

// add adds a word to the last piece, or begins another one.
func (p *pieces) add(word string, old, new bool) {
	if p.of.Old != old || p.of.New != new {
		p.finish()
		p.of.Old, p.of.New = old, new
	}
	p.last.WriteString(word)
}

func (p *pieces) addAll(words []string, old, new bool) {
	for _, w := range words {
		p.add(w, old, new)
	}
}

func (p *pieces) finish() {
	if p.last.Len() > 0 {
		p.list = append(p.list, Piece{p.last.String(), p.of.Old, p.of.New})
	}
	p.last.Reset()
}

func (p *pieces) all() []Piece {
	p.finish()
	return p.list
}

// between adds the pieces of two lists of words by their longest common subsequence.
func (p *pieces) between(a, b []string) {
	if len(a) == 0 || len(b) == 0 || len(a)*len(b) > maxWords*maxWords {
		p.addAll(a, true, false)
		p.addAll(b, false, true)
		return
	}
	common := make([][]int, len(a)+1) // the length of that of a[i:] and b[j:]
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
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			p.add(a[i], true, true)
			i++
			j++
		case common[i+1][j] >= common[i][j+1]:
			p.add(a[i], true, false)
			i++
		default:
			p.add(b[j], false, true)
			j++
		}
	}
	p.addAll(a[i:], true, false)
	p.addAll(b[j:], false, true)
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
