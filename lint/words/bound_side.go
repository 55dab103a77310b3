package words

import "strings"

// BoundSide tells of which numbers a label speaks that compares with one: -1 for smaller ones ("hour < 9", "under 18"), 1
// for larger ones, 0 where that is not certain. Equal says that it takes the number itself as well (">= 9", "at least 9").
func BoundSide(label string) (side int, equal bool) {
	if strings.ContainsAny(label, "<>≥≤") {
		return signSide(label)
	}
	if !boundWords.In(label) {
		return 0, false
	}
	in := In(label)
	if Overlap(in, []string{"not", "no", "isn", "too", "between", "or", "and", "nicht", "não", "non", "pas"}) {
		return 0, false
	}
	low, high := Overlap(in, smaller), Overlap(in, larger)
	switch {
	case low == high:
		return 0, false
	case low:
		return -1, false
	}
	return 1, false
}

// signSide is BoundSide for a label with one sign of comparison, before a number.
func signSide(label string) (side int, equal bool) {
	at := strings.IndexAny(label, "<>≥≤")
	rest := strings.TrimLeft(label[at:], "<>≥≤=")
	sign := label[at : len(label)-len(rest)]
	rest = strings.TrimLeft(rest, " ")
	if rest == "" || rest[0] < '0' || rest[0] > '9' || strings.ContainsAny(rest, "<>≥≤=") ||
		at > 0 && strings.IndexByte("-=!", label[at-1]) >= 0 {
		return 0, false
	}
	switch sign {
	case "<":
		return -1, false
	case "<=", "≤":
		return -1, true
	case ">":
		return 1, false
	case ">=", "≥":
		return 1, true
	}
	return 0, false
}

var (
	boundWords = AnyOf("less", "fewer", "below", "under", "smaller", "younger", "more", "greater", "above", "over", "larger", "older", "higher", "menos", "menor", "más de", "mais de", "mayor", "maior", "moins", "plus", "weniger", "unter", "mehr", "über", "größer", "kleiner")
	smaller    = []string{"less", "fewer", "below", "under", "smaller", "younger", "menos", "menor", "moins", "weniger", "unter", "kleiner"}
	larger     = []string{"more", "greater", "above", "over", "larger", "older", "higher", "más", "mais", "mayor", "maior", "plus", "mehr", "über", "größer"}
)
