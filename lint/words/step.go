package words

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// records are words in the names of steps that write something down for later.
var records = []string{
	"log", "logs", "logger", "logging", "logged", "auditlog", "calllog", "eventlog", "savelog", "audit", "track", "tracking", "tracker", "trace", "metric", "metrics",
	"analytic", "analytics", "stat", "stats", "statistics", "record", "debug", "history", "journal", "journalise", "journaliser", "journalisation", "protokoll", "bitácora", "bitacora",
	"logboek", "anota", "anotar", "registo",
}

// KeepsRecord reports whether a step is named after a record that it keeps: nobody acts on
// that there and then, and it may fail without harm.
func KeepsRecord(name string) bool {
	return recordParts.In(name) && Overlap(In(name), records)
}

// recordParts are parts of them all: most names have none, and need not be taken apart.
var recordParts = AnyOf("log", "audit", "tra", "metric", "stat", "record", "debug", "histor", "journal", "protok", "bit", "anota", "registo")

// Notifies reports whether a step is named after news that somebody gets of it.
func Notifies(name string) bool {
	return HoldsAny(name, "notif", "alert", "avisa", "aviso", "benachrichtig", "escalat", "eskal")
}

// keeping are what the last part of an address begins with that takes something to keep it.
var keeping = []string{"write", "save", "log", "record", "insert", "append"}

// LogsAt reports whether the last part of an address says that what happened is written down there:
// https://…/log-error.
func LogsAt(url string) bool {
	if end := strings.IndexAny(url, "?#"); end >= 0 {
		url = url[:end]
	}
	last := url[strings.LastIndexByte(url, '/')+1:]
	return HoldsAny(last, "log", "audit", "analytic", "metric") && Overlap(In(last), logging)
}

// logging are words of such an address.
var logging = []string{"log", "logs", "logger", "logging", "audit", "auditlog", "eventlog", "calllog", "errorlog", "analytics", "metrics"}

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
	if !HoldsAny(name, pauses...) {
		return false // nearly always
	}
	in := In(name)
	return Overlap(in, pauses) &&
		!slices.ContainsFunc(in, func(word string) bool { return !slices.Contains(pauses, word) && !slices.Contains(units, word) })
}

// trials are words in the names of steps and in addresses that somebody made to try something out.
var trials = []string{"test", "tests", "testing", "apitest", "testapi", "testfunction", "debug", "debugging", "demo", "dummy", "foobar", "prueba", "teste"}

// IsTrial reports whether a name says that a step was made to try something out.
func IsTrial(name string) bool {
	return HoldsAny(name, "test", "debug", "demo", "dummy", "foobar", "prueba") &&
		Overlap(In(name), trials)
}

// lengths are words in the names of parameters that hold for how long something waits.
var lengths = []string{"time", "timeout", "duration", "length", "millis", "milliseconds", "msec"}

// namesPauseLength reports whether a parameter of a step that only lets time go by says for how long: delay,
// wait_seconds, ms.
func namesPauseLength(key string) bool {
	in := In(key)
	return len(in) > 0 && !slices.ContainsFunc(in, func(word string) bool {
		return !slices.Contains(pauses, word) && !slices.Contains(units, word) && !slices.Contains(lengths, word)
	})
}

// Fetches reports whether the words of a name say that something is fetched: get_booking, and not get.
func Fetches(name []string) bool {
	return len(name) > 1 && IsFetch(name[0])
}

// IsFetch reports whether a word is an act by which something is fetched, and names no thing.
func IsFetch(word string) bool {
	return slices.Contains([]string{"get", "fetch", "load", "find", "lookup", "look", "read", "retrieve"}, word)
}

// WorksAlone reports whether the name of a step says that it records, checks or takes apart what it is given, for
// which it needs to know nothing else.
func WorksAlone(name string) bool { return HoldsAny(name, "log", "track", "valid", "check_", "parse") }

// PauseSeconds returns the seconds of a parameter for the length of a pause, which counts in thousandths when it says
// so or is large; 0 when it is none.
func PauseSeconds(key, value string) int {
	number, err := strconv.Atoi(strings.TrimSpace(value))
	if err != nil || number <= 0 || !namesPauseLength(key) {
		return 0
	}
	const thousand = 1000
	small := strings.ToLower(key)
	if number >= thousand || strings.HasSuffix(small, "ms") || strings.Contains(small, "milli") {
		return number / thousand
	}
	return number
}

// agains are what says in a name that something is done once more.
var agains = []string{"again", "retry", "second", "secondtry", "redial", "copy", "nochmal", "denuevo"}

// OnceMore reports whether two names differ by numbers, or a word for one more time, alone.
func OnceMore(a, b string) bool { return withoutAgain(a) == withoutAgain(b) }

// withoutAgain is a name without digits, signs and what says that it is done again.
func withoutAgain(name string) string {
	bare := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
	for _, again := range agains {
		bare = strings.ReplaceAll(bare, again, "")
	}
	return bare
}
