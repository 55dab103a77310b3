package words

// PartTongue returns the language of a part of a text that is longer, by two small words of it at least and none of
// another language: for a line of a list, which is too short for Tongue; "" where it is not clear.
func PartTongue(text string) string {
	const least = 2
	found := tongueWords(text)
	best := 0
	for i := range tongues {
		if found.count[i] > found.count[best] {
			best = i
		}
	}
	if found.count[best] < least || tongues[best].rival {
		return ""
	}
	for i := range tongues {
		if i != best && (found.apart(i, best) > 0 || found.count[i] == found.count[best]) {
			return ""
		}
	}
	return tongues[best].code
}
