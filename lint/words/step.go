package words

import (
	"slices"
	"strings"
)

// records are words in the names of steps that write something down for later.
var records = []string{
	"log", "logs", "logger", "logging", "logged", "auditlog", "calllog", "eventlog", "savelog", "audit", "track", "tracking", "tracker", "trace", "metric", "metrics",
	"analytic", "analytics", "stat", "stats", "statistics", "record", "debug", "history", "journal", "protokoll", "bitácora", "bitacora",
}

// KeepsRecord reports whether a step is named after a record that it keeps: nobody acts on
// that there and then, and it may fail without harm.
func KeepsRecord(name string) bool {
	return slices.ContainsFunc(In(name), func(word string) bool { return slices.Contains(records, word) })
}

// Notifies reports whether a step is named after news that somebody gets of it.
func Notifies(name string) bool { return HoldsAny(name, "notif") }

// keeping are what the last part of an address begins with that takes something to keep it.
var keeping = []string{"write", "save", "log", "record", "insert", "append"}

// KeepsAt reports whether an address says that what is sent there is kept: https://…/write-order. One
// that is called after a thing, /record or /record/17, may as well bring it.
func KeepsAt(url string) bool {
	if end := strings.IndexAny(url, "?#"); end >= 0 {
		url = url[:end]
	}
	_, path, found := strings.Cut(strings.TrimRight(url, "/"), "://")
	slash := strings.LastIndexByte(path, '/')
	if !found || slash < 0 {
		return false
	}
	in := In(path[slash+1:])
	return len(in) > 0 && slices.Contains(keeping, in[0]) && (len(in) > 1 || in[0] != "record" && in[0] != "log")
}

// pauses are words in the addresses of functions that only let time go by, and units beside them.
var pauses, units = []string{"delay", "wait", "sleep", "pause"}, []string{"for", "sec", "secs", "second", "seconds", "ms", "short", "long"}

// IsPause reports whether the name of a step says that it only lets time go by: delay, sleep5,
// wait-for-10-seconds.
func IsPause(name string) bool {
	in := In(name)
	return slices.ContainsFunc(in, func(word string) bool { return slices.Contains(pauses, word) }) &&
		!slices.ContainsFunc(in, func(word string) bool { return !slices.Contains(pauses, word) && !slices.Contains(units, word) })
}

// trials are words in the names of steps and in addresses that somebody made to try something out.
var trials = []string{"test", "tests", "testing", "apitest", "testapi", "testfunction", "debug", "debugging", "demo", "dummy", "foobar", "prueba", "teste"}

// IsTrial reports whether a name says that a step was made to try something out.
func IsTrial(name string) bool {
	return HoldsAny(name, "test", "debug", "demo", "dummy", "foobar", "prueba") &&
		slices.ContainsFunc(In(name), func(word string) bool { return slices.Contains(trials, word) })
}

// lengths are words in the names of parameters that hold for how long something waits.
var lengths = []string{"time", "timeout", "duration", "length", "millis", "milliseconds", "msec"}

// NamesPauseLength reports whether a parameter of a step that only lets time go by says for how long: delay,
// wait_seconds, ms.
func NamesPauseLength(key string) bool {
	in := In(key)
	return len(in) > 0 && !slices.ContainsFunc(in, func(word string) bool {
		return !slices.Contains(pauses, word) && !slices.Contains(units, word) && !slices.Contains(lengths, word)
	})
}
