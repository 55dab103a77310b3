package words

import (
	"strings"
	"unicode"
)

var ends = AnyOf("depart", "arriv", "start", "end", "from", "first", "last", "begin", "origin", "dest", "until", "pickup", "dropoff", "since", "finish", "check", "open", "clos", "desde", "hasta", "salida", "llegada", "inicio", "fin", "von", "bis", "beginn")

// NamesEnd reports whether the name of a member is for the one end of a trip or of a range, whose other end another item
// may hold.
func NamesEnd(member string) bool {
	return ends.In(member) || HoldsAny(member, "to_", "_to", "old", "new")
}

// HasOwnWords reports whether what stands between two items of a list is more than what joins them: "and", a number or
// signs.
func HasOwnWords(between string) bool {
	for _, word := range strings.FieldsFunc(between, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch strings.ToLower(word) {
		case "and", "or", "und", "oder", "y", "o", "e", "ou", "et", "ed":
		default:
			return true
		}
	}
	return false
}

// SaysMore reports whether a text announces what comes beside or after something else.
func SaysMore(text string) bool {
	return HoldsAny(text, "also", "more", "other", "after", "later", "next", "then", "further", "else", "rest", "runner", "weiter", "auch", "danach", "andere", "noch", "otr", "adem", "despu", "outr", "mais", "depois", "autre", "ensuite", "aussi", "altr", "anche")
}
