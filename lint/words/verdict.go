package words

import (
	"slices"
	"strings"
)

// verdicts are the last words in the names of what says whether a code is right.
var verdicts = []string{"verified", "valid", "authenticated", "authorized", "authorised", "approved", "correct", "match", "matched"}

// NamesVerdict reports whether a name ends in the word for a verdict: valid_until is a day.
func NamesVerdict(name string) bool {
	in := In(name)
	return len(in) > 0 && slices.Contains(verdicts, in[len(in)-1])
}

// Approvals are what services answer when a code is right.
var Approvals = []string{"true", "yes", "valid", "ok", "success", "approved", "verified", "authorized", "found", "match", "1", "200"}

// IsTrue reports whether a text is how programs write that something holds, whatever the case of its letters.
func IsTrue(text string) bool {
	return strings.EqualFold(text, "true") || strings.EqualFold(text, "yes") || text == "1"
}

// IsFalse is IsTrue for what does not hold.
func IsFalse(text string) bool {
	return strings.EqualFold(text, "false") || strings.EqualFold(text, "no") || text == "0"
}
