package words

import "strings"

// abbreviations are short for words that names of values are made of: each is no word itself.
var abbreviations = map[string]string{
	"acct": "account", "addr": "address", "amt": "amount", "appt": "appointment", "avail": "available", "bal": "balance",
	"cnt": "count", "cust": "customer", "dept": "department", "desc": "description", "dest": "destination",
	"dob": "birthdate", "emp": "employee", "inv": "invoice", "lang": "language", "loc": "location", "mgr": "manager", "mins": "minutes", "msg": "message", "nbr": "number", "no": "number",
	"num": "number", "org": "organization", "pmt": "payment", "pref": "preferred", "prov": "provider", "pwd": "password", "qty": "quantity", "ref": "reference",
	"req": "request", "resp": "response", "sched": "scheduled", "svc": "service", "tel": "telephone", "tech": "technician", "trx": "transaction", "txn": "transaction", "usr": "user",
}

// IsMisspeltName reports whether of two names one is the other with a word of it misspelt.
func IsMisspeltName(a, b string) bool {
	x, y := In(a), In(b)
	i := differing(x, y)
	return i >= 0 && digitsIn(a) == digitsIn(b) && isMisspelt(x[i], y[i])
}

// AreOneName reports whether two names, of which both have a value, are most likely meant to be one: they
// have the same letters but for case and the marks between words, or differ in one word, which one of them
// abbreviates or misspells. A plural is another name, and so is one with another number.
func AreOneName(a, b string) bool {
	if SameLetters(a, b) {
		return true
	}
	x, y := In(a), In(b)
	i := differing(x, y)
	return i >= 0 && digitsIn(a) == digitsIn(b) && (isShortFor(x[i], y[i]) || isShortFor(y[i], x[i]) || isMisspelt(x[i], y[i]))
}

// differing returns the place of the only word in which two names differ; -1 where it is not one.
func differing(x, y []string) int {
	found := -1
	for i := range x {
		switch {
		case len(x) != len(y):
			return -1
		case x[i] == y[i]:
		case found >= 0:
			return -1
		default:
			found = i
		}
	}
	return found
}

func digitsIn(name string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, name)
}

func isShortFor(short, word string) bool { return abbreviations[short] == word }

// isMisspelt reports whether of two words one is the other, misspelt: they are one letter apart, and one of
// them is a common word of English, the other one none.
func isMisspelt(a, b string) bool {
	if len(a) < leastTold || len(b) < leastTold || a[0] != b[0] || a+"s" == b || b+"s" == a || !OneApart(a, b) {
		return false
	}
	commonA, knownA := inEnglish(a)
	commonB, knownB := inEnglish(b)
	if commonA || commonB {
		return !knownA || !knownB
	}
	// In other languages the end of a word tells what it says of whom: cliente, clienta.
	const long, end = 8, 2
	return !knownA && !knownB && min(len(a), len(b)) >= long && a[len(a)-end:] == b[len(b)-end:]
}

// MayBeMisspelt reports whether of two names, of which the one is used more than the other, that may be the
// other one, misspelt: they differ within by one letter, and are not both words of English.
func MayBeMisspelt(a, b string) bool {
	if min(len(a), len(b)) < leastTold || a[0] != b[0] || a[len(a)-1] != b[len(b)-1] ||
		digitsIn(a) != digitsIn(b) || SameLetters(a, b) || !OneApart(a, b) {
		return false
	}
	_, knownA := inEnglish(a)
	_, knownB := inEnglish(b)
	return !knownA || !knownB
}

// leastTold is how long the words are at least of which all are known that are one letter apart.
const leastTold = 6

// inEnglish reports whether a word of a name is a common one of English, or any.
func inEnglish(word string) (isCommon, known bool) {
	if len(word) > longestEnglish || misspellings[word] != "" || strings.ContainsFunc(word, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return false, false
	}
	common, rare := english()
	isCommon = common.has([]byte(word))
	return isCommon, isCommon || rare.has([]byte(word))
}
