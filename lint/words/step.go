package words

import "slices"

// records are words in the names of steps that write something down for later.
var records = []string{
	"log", "logs", "logger", "logging", "logged", "audit", "track", "tracking", "tracker", "trace", "metric", "metrics",
	"analytics", "stats", "statistics", "record", "debug", "history", "journal", "protokoll", "bitácora", "bitacora",
}

// KeepsRecord reports whether a step is named after a record that it keeps: nobody acts on
// that there and then, and it may fail without harm.
func KeepsRecord(name string) bool {
	return slices.ContainsFunc(In(name), func(word string) bool { return slices.Contains(records, word) })
}
