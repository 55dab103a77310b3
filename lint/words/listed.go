package words

import (
	"slices"
	"strings"
	"unicode"
)

// rangeEnds are words for the one end of a trip or of a range, or of what is replaced.
var rangeEnds = []string{
	"depart", "departs", "departing", "departure", "arrive", "arrives", "arriving", "arrival", "start", "starts", "starting", "end", "ends", "ending", "from", "to", "first", "last",
	"begin", "begins", "beginning", "origin", "dest", "destination", "until", "till", "pickup", "dropoff", "pick", "drop", "since", "finish", "finishes", "check", "checkin", "checkout",
	"open", "opens", "opening", "close", "closes", "closing", "closed", "old", "new", "desde", "hasta", "origen", "destino", "salida", "llegada", "inicio", "fin", "partida", "chegada", "início", "fim", "até",
	"von", "bis", "beginn", "ende", "abfahrt", "ankunft", "départ", "arrivée", "début", "partenza", "arrivo", "inizio",
}

// NamesRangeEnd reports whether the name of a member has a word for the one end of a trip or of a range, whose other
// end another item may hold.
func NamesRangeEnd(member string) bool {
	return slices.ContainsFunc(In(member), func(word string) bool {
		return slices.Contains(rangeEnds, word) || slices.ContainsFunc(rangeUnits, func(unit string) bool {
			end, joined := strings.CutSuffix(word, unit)
			return joined && slices.Contains(rangeEnds, end)
		})
	})
}

// rangeUnits are words that are joined to one of those: enddate.
var rangeUnits = []string{"date", "time", "day", "hour", "city", "place", "point", "station", "airport", "location", "at"}

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

// AnnouncesOthers reports whether a text has a word that announces what comes beside or after something else.
func AnnouncesOthers(text string) bool {
	return Overlap(In(text), announcing)
}

var announcing = []string{
	"also", "more", "other", "others", "another", "after", "afterwards", "later", "next", "then", "further", "else", "rest", "runner", "runners",
	"weiter", "weitere", "weiteres", "weiterhin", "auch", "danach", "andere", "anderes", "anderen", "noch", "nächste", "nächster", "nächstes",
	"otro", "otra", "otros", "otras", "además", "ademas", "después", "despues", "luego", "también", "más", "outro", "outra", "outros", "outras", "mais", "depois", "também",
	"autre", "autres", "ensuite", "aussi", "puis", "altro", "altra", "altri", "altre", "anche", "poi",
}
