package words

import (
	_ "embed" // the words of English
	"strings"
	"sync"
)

//go:embed english.txt
var englishText string

// longestEnglish is how long the words of English are at most that are known here.
const longestEnglish = 17

// An spellings holds words by their length and the letter that they begin with: in their
// order, and a space after each but the last.
type spellings [longestEnglish + 1][26]string

// An englishLine is where the words of one length and one first letter stand in english.txt, in bytes: who
// looks for a word need not walk through all of them, nor touch their memory.
type englishLine struct {
	rare           bool
	length, letter uint8
	start, end     uint32
}

//go:generate go test -run TestEnglishLines -update

// english returns the common words of English, and others that are like those.
var english = sync.OnceValues(func() (common, rare *spellings) {
	common, rare = new(spellings), new(spellings)
	for _, l := range englishLines {
		kind := common
		if l.rare {
			kind = rare
		}
		kind[l.length][l.letter-'a'] = englishText[l.start:l.end]
	}
	return common, rare
})

func (t *spellings) add(line string) {
	if line == "" {
		return
	}
	n := strings.IndexByte(line, ' ')
	if n < 0 {
		n = len(line)
	}
	t[n][line[0]-'a'] = line
}

// has reports whether a table holds a word, in small letters.
func (t *spellings) has(word []byte) bool {
	n := len(word)
	list := t[n][word[0]-'a']
	low, high := 0, (len(list)+1)/(n+1)
	for low < high {
		middle := (low + high) / 2
		switch at := list[middle*(n+1):][:n]; {
		case at == string(word):
			return true
		case at < string(word):
			low = middle + 1
		default:
			high = middle
		}
	}
	return false
}

// nearest returns the word of a table that one slip makes of another one, in small letters, "" for
// none. Letters in the wrong order come first, then one that is missing, one twice, and others.
func (t *spellings) nearest(word []byte) (meant string) {
	best := noSlip
	for n := len(word) - 1; n <= len(word)+1 && n <= longestEnglish; n++ {
		list := t[n][word[0]-'a']
		for len(list) >= n && n > 0 {
			if s := slipOf(list[:n], word); s < best && !isFormed(list[:n], word) {
				best, meant = s, list[:n]
			}
			list = list[min(n+1, len(list)):]
		}
	}
	return meant
}

// A slip is how one word became another one, the likelier first.
type slip uint8

const (
	exchanged slip = iota // two letters are in the wrong order
	doubled               // a letter that stands twice stands once, or the other way around
	missing
	added
	other // another letter
	noSlip
)

// slipOf returns how a word, which begins with the same letter, became what is written.
func slipOf(word string, written []byte) slip {
	i, n := 1, min(len(word), len(written))
	for i < n && word[i] == written[i] {
		i++
	}
	switch {
	case i+1 < n && len(word) == len(written) && word[i] == written[i+1] && word[i+1] == written[i] && word[i+2:] == string(written[i+2:]):
		return exchanged
	case len(word) == len(written):
		if i < n && word[i+1:] == string(written[i+1:]) {
			return other
		}
	case len(word) > len(written):
		if word[i+1:] == string(written[i:]) {
			if word[i] == word[i-1] {
				return doubled
			}
			return missing
		}
	case word[i:] == string(written[i+1:]):
		if written[i] == written[i-1] {
			return doubled
		}
		return added
	}
	return noSlip
}

// isFormed reports whether what is written may be formed of a word as others are: feedbacks, and
// who does something.
func isFormed(word string, written []byte) bool {
	n := len(written)
	if written[n-1] == 's' && len(word) == n-1 && word == string(written[:n-1]) {
		return true
	}
	does := strings.TrimSuffix(string(written), "s")
	return strings.HasSuffix(does, "er") && !strings.HasSuffix(strings.TrimSuffix(word, "s"), "er")
}
