package words

import "slices"

// NamesLatest reports whether a name says that it holds whatever came last, and is meant to be set anew.
func NamesLatest(name string) bool {
	return slices.ContainsFunc(In(name), func(word string) bool { return slices.Contains(latest, word) })
}

var latest = []string{"last", "latest", "current", "recent", "previous", "prev", "temp", "tmp", "ultimo", "último", "ultima", "última", "actual", "atual", "letzte", "letzter", "letztes", "aktuell", "aktuelle",
	"dernier", "dernière", "derniere", "courant", "attuale"}
