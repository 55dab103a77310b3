package offer

import (
	"strings"

	"studiolint/lint/words"
)

// NamesGood reports whether the field of an answer is named after what is well when it is true: "matched", "isValid".
func NamesGood(field string) bool {
	in := words.In(field)
	if ListsUnwanted(field) || words.Overlap(in, negations) {
		return false
	}
	if _, contrary, ok := StateNamed(field); ok {
		return !contrary
	}
	return words.Overlap(in, goodFields)
}

// ListsUnwanted reports whether a name is that of what is not wanted, so that to be in it is bad: a list of blocked
// numbers, a check for duplicates.
func ListsUnwanted(name string) bool {
	return words.Overlap(words.In(name), unwantedLists)
}

// ListsWatched is ListsUnwanted that also knows lists of those who are watched, or not to be called.
func ListsWatched(name string) bool {
	in := words.In(name)
	return ListsUnwanted(name) || words.Overlap(in, watching) ||
		strings.Contains(strings.Join(in, " ")+" ", "do not ")
}

// SaysListed reports whether a text says that somebody is in a list, or banned: then to be found there is bad.
func SaysListed(text string) bool {
	return words.HoldsAny(text, " list", "banned", "block", "blacklist")
}

var watching = []string{"watch", "watchlist", "dnc"}

// NamesBad reports whether a step is named after something that went wrong.
func NamesBad(step string) bool {
	return words.Overlap(words.In(step), badSteps)
}

// SaysAlready reports whether a text says that something is there already, which to find is bad news.
func SaysAlready(text string) bool {
	return words.HoldsAny(text, "already", " in use", "taken", "duplicate", "exists")
}

var (
	negations     = []string{"not", "no", "un", "non"}
	badSteps      = []string{"error", "bad", "invalid", "denied", "wrong", "rejected", "refused", "failed", "failure", "unknown"}
	goodFields    = []string{"matched", "match", "matches", "allowed", "permitted", "authorized", "authorised", "verified", "eligible", "success", "successful", "ok", "approved", "accepted"}
	unwantedLists = []string{"block", "blocked", "blocklist", "blacklist", "black", "ban", "banned", "deny", "denied", "spam", "fraud", "duplicate", "duplicates", "dup", "opted", "optout", "out", "unwanted", "conflict", "holiday", "closed", "expired", "locked"}
)
