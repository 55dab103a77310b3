package words

import "strings"

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
