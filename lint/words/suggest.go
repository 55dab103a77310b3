package words

import (
	"fmt"
	"strings"
)

// DidYouMean suggests the word that was most likely meant, as the end of a
// message: `; did you mean "rules"?`. It is "" when none is near. A part of a word
// will do when it is the part of one only.
func DidYouMean(word string, known []string) string {
	best := Nearest(word, known)
	if best == "" && len(word) >= 4 {
		for _, k := range known {
			if strings.Contains(k, strings.ToLower(word)) {
				if best != "" {
					return ""
				}
				best = k
			}
		}
	}
	if best == "" {
		return ""
	}
	return `; did you mean "` + best + `"?`
}

// fewValues is how many of the words that are known a message lists.
const fewValues = 6

// OneOf says what to write instead of a word that is none of those that are known, as
// a clause of its own: the one that was most likely meant, or any of them.
func OneOf(word string, known []string) string {
	if near := Nearest(word, known); near != "" {
		return `did you mean "` + near + `"?`
	}
	switch n := len(known); {
	case n == 1:
		return "write " + Quote(known[0])
	case n <= fewValues+1:
		return "write one of " + strings.Join(known, ", ")
	default:
		return fmt.Sprintf("write one of %s or %d others", strings.Join(known[:fewValues], ", "), n-fewValues)
	}
}
