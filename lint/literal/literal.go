// Package literal finds in a text what belongs to one account or environment: given
// values, SIDs, phone numbers, hosts and URLs. It also knows the forms that Twilio takes of a few other values.
package literal

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// A Finder finds given values in texts: at word boundaries, as they are and in the forms
// that they have in a query string (%2B1500…) and in JSON within JSON (https:\/\/…, \u002B1500…).
// It is safe for several goroutines.
type Finder struct {
	values []string
	needle map[string]needle
	// lengths are those of the needles that begin with a byte, the longest first.
	lengths [256][]int
}

// A needle is a value in one of its forms.
type needle struct {
	value int
	form  form
}

// A Match is where a value stands in a text.
type Match struct {
	Start, End int
	Value      int // which of the Finder's
	form       form
}

// Write writes another text in the form that the value has in this place.
func (m Match) Write(text string) string { return forms[m.form](text) }

// At returns the first of some matches, in order, that has a part in common with a part of
// the text.
func At(matches []Match, start, end int) (m Match, ok bool) {
	i := sort.Search(len(matches), func(i int) bool { return matches[i].End > start })
	if i == len(matches) || matches[i].Start >= end {
		return Match{}, false
	}
	return matches[i], true
}

// A form is how a value is written.
type form int

var forms = [...]func(string) string{
	func(s string) string { return s },
	func(s string) string { return percent(s, "0123456789ABCDEF") },
	func(s string) string { return percent(s, "0123456789abcdef") },
	func(s string) string { return strings.ReplaceAll(s, "/", `\/`) },
	func(s string) string { return escaped(s, unsafeInHTML, `\u%04X`) }, // as .NET writes JSON
	func(s string) string { return escaped(s, unsafeInHTML, `\u%04x`) },
	func(s string) string {
		return escaped(s, func(r rune) bool { return r == '&' || r == '<' || r == '>' }, `\u%04x`) // as Go does
	},
}

// unsafeInHTML tells which characters the most careful writers of JSON do not write as they are.
func unsafeInHTML(r rune) bool { return r >= utf8.RuneSelf || strings.ContainsRune("+&<>'\"`", r) }

// escaped writes some characters as JSON can write any.
func escaped(s string, which func(rune) bool, format string) string {
	if !strings.ContainsFunc(s, which) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case !which(r) || r == utf8.RuneError:
			_, n := utf8.DecodeRuneInString(s[i:])
			b.WriteString(s[i : i+n])
		case r >= 1<<16:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, format+format, high, low)
		default:
			fmt.Fprintf(&b, format, r)
		}
	}
	return b.String()
}

// percent writes every byte but letters, digits and -._~ as % and two digits.
func percent(s, digits string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; isWordByte(c) || strings.IndexByte("-.~", c) >= 0 {
			b.WriteByte(c)
		} else {
			b.WriteByte('%')
			b.WriteByte(digits[c>>4])
			b.WriteByte(digits[c&15])
		}
	}
	return b.String()
}

// NewFinder returns what finds some values; "" is in no text.
func NewFinder(values ...string) *Finder {
	f := &Finder{values: values, needle: map[string]needle{}}
	for i, value := range values {
		for k, write := range forms {
			text := write(value)
			if _, known := f.needle[text]; known || text == "" {
				continue
			}
			f.needle[text] = needle{i, form(k)}
			if of := &f.lengths[text[0]]; !slices.Contains(*of, len(text)) {
				*of = append(*of, len(text))
			}
		}
	}
	for _, of := range f.lengths {
		slices.SortFunc(of, func(a, b int) int { return b - a })
	}
	return f
}

// Find returns where the values stand in a text, in order: of those that overlap the
// first, of those that begin together the longest.
func (f *Finder) Find(text string) []Match {
	var found []Match
	for i := 0; i < len(text); i++ {
		if of := f.lengths[text[i]]; of != nil {
			if m, ok := f.at(text, i, of, len(text)+1); ok {
				found = append(found, m)
				i = m.End - 1
			}
		}
	}
	return found
}

// Inside returns another value that stands in one of the Finder's, and whether there is
// one.
func (f *Finder) Inside(value int) (other int, ok bool) {
	text := f.values[value]
	for i := range len(text) {
		most := len(text) + 1
		for {
			m, ok := f.at(text, i, f.lengths[text[i]], most)
			if !ok {
				break
			}
			if m.Value != value {
				return m.Value, true
			}
			most = m.End - i
		}
	}
	return 0, false
}

// at returns the longest value of less than so many bytes that begins at a byte.
func (f *Finder) at(text string, i int, lengths []int, less int) (Match, bool) {
	if !apart(text, i, len(text), false) { // in most places this alone tells
		return Match{}, false
	}
	for _, n := range lengths {
		if n >= less || n > len(text)-i {
			continue
		}
		needle, ok := f.needle[text[i:i+n]]
		if ok && apart(text, i, i+n, isHost(f.values[needle.value])) {
			return Match{i, i + n, needle.value, needle.form}, true
		}
	}
	return Match{}, false
}

// apart reports whether a part of a text is no part of a longer word, or of a longer
// host name.
func apart(text string, start, end int, host bool) bool {
	before, after := text[:start], text[end:]
	if r, _ := utf8.DecodeLastRuneInString(before); isWord(r) && !endsEscaped(before) || host && (r == '-' || r == '.') {
		return false
	}
	r, n := utf8.DecodeRuneInString(after)
	if isWord(r) || host && r == '-' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(after[n:])
	return !host || r != '.' || !isWord(next)
}

// endsEscaped reports whether a text ends with a byte of a query string that is written
// as % and two digits, or with an escape of JSON within JSON: these are no letters of
// the word after them.
func endsEscaped(text string) bool {
	if n := len(text); n >= 2 && text[n-2] == '\\' && strings.IndexByte("nrtbf", text[n-1]) >= 0 {
		return true
	}
	if n := len(text) - 6; n >= 0 && text[n] == '\\' {
		r, ok := escapedAt(text, n)
		return ok && !isWord(r)
	}
	n := len(text) - 3
	return n >= 0 && text[n] == '%' && isHex(text[n+1]) && isHex(text[n+2])
}

// escapedAt reads \u002B, an escape of JSON within JSON.
func escapedAt(text string, i int) (r rune, ok bool) {
	if len(text)-i < 6 || text[i] != '\\' || text[i+1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(text[i+2:i+6], 16, 16)
	return rune(n), err == nil
}

func isHex(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f' }

func isWord(r rune) bool {
	return r == '_' || r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func isWordByte(c byte) bool { return c == '_' || isAlnum(c) }

func isAlnum(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' }

// isHost reports whether a value is the name of a host, in which - and . are letters.
func isHost(value string) bool {
	dot := false
	for i := range len(value) {
		c := value[i]
		if !isAlnum(c) && c != '-' && c != '.' {
			return false
		}
		dot = dot || c == '.'
	}
	return dot
}
