package words

// NamesLatest reports whether a name says that it holds whatever came last, and is meant to be set anew.
func NamesLatest(name string) bool {
	return Overlap(In(name), latest)
}

var latest = []string{"last", "latest", "current", "recent", "previous", "prev", "temp", "tmp", "ultimo", "último", "ultima", "última", "actual", "atual", "letzte", "letzter", "letztes", "aktuell", "aktuelle",
	"dernier", "dernière", "derniere", "courant", "attuale"}
