package lint

import (
	"strings"

	"studiolint/lint/words"
)

// didYouMean suggests the word that was most likely meant, as the end of a
// message: `; did you mean "rules"?`. It is "" when none is near.
func didYouMean(word string, known []string) string {
	best := words.Nearest(word, known)
	if best == "" && len(word) >= 4 { // a part of the word, when it is the part of one only
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
