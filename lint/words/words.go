// Package words holds how messages name things: quoted names, lists, numbers with
// their nouns, the name that was most likely meant, and the forms of SIDs.
package words

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// longestQuote is how many letters of a name a message shows.
const longestQuote = 40

// quoteBegin is how many of them are its first, when it is longer.
const quoteBegin = 24

// Quote puts a name from a flow between quotes for a message; of a very long one the
// middle is left out. Reports escape what cannot be printed.
// It is not inlined: it stands in hundreds of places that run only where something is found.
//
//go:noinline
func Quote(s string) string { return `"` + Shorten(s) + `"` }

// Shorten leaves out the middle of a text that is too long for a message, as Quote does:
// long names of one flow often begin alike.
// It is not inlined: it stands in hundreds of places that run only where something is found.
//
//go:noinline
func Shorten(s string) string {
	if utf8.RuneCountInString(s) <= longestQuote {
		return s
	}
	letters := []rune(s)
	return string(letters[:quoteBegin]) + "…" + string(letters[len(letters)-longestQuote+quoteBegin+1:])
}

// QuoteBeside quotes a name for a message that shows another one too: where both are too
// long and would look the same, it shows the part in which they differ.
func QuoteBeside(s, other string) string {
	if s == other || Shorten(s) != Shorten(other) {
		return Quote(s)
	}
	a, b := []rune(s), []rune(other)
	at := 0
	for at < len(a) && at < len(b) && a[at] == b[at] {
		at++
	}
	const around = 8
	from, to := max(at-around, 0), min(at+around, len(a))
	return `"` + string(a[:around]) + "…" + string(a[from:to]) + "…" + string(a[len(a)-around:]) + `"`
}

// Clip cuts a text after so many bytes, between two letters.
func Clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most] + "…"
}

// Plural returns "1 widget" or "2 widgets".
func Plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

// Grouped writes a number with its thousands apart: 1,000.
func Grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// List joins names for a sentence: "a", "b" and "c"; beyond a few it counts.
func List(names []string) string {
	const most = 6
	quoted := make([]string, 0, most)
	for i, n := range names {
		if i == most && len(names) > most+1 {
			return strings.Join(quoted, ", ") + fmt.Sprintf(" and %d more", len(names)-most)
		}
		quoted = append(quoted, Quote(n))
	}
	if n := len(quoted); n > 1 {
		return strings.Join(quoted[:n-1], ", ") + " and " + quoted[n-1]
	}
	return strings.Join(quoted, "")
}

// TrimStop removes the full stop of a sentence from the catalogue that becomes a
// part of a message.
func TrimStop(s string) string { return strings.TrimSuffix(strings.TrimSpace(s), ".") }

// LowerFirst makes the beginning of a sentence that of a clause. Names such as
// LatestPublished stay.
func LowerFirst(s string) string {
	word, _, _ := strings.Cut(s, " ")
	if word != "" && word[0] < utf8.RuneSelf && strings.ToLower(word[1:]) == word[1:] {
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}
