package literal

import (
	"strings"
	"unicode/utf8"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// A Kind is a sort of Literal.
type Kind string

// The kinds of literals.
const (
	SID   Kind = "sid"
	Phone Kind = "phone" // in the form of E.164
	Host  Kind = "host"  // below twil.io, where each account has hosts of its own
	URL   Kind = "url"
)

// A Literal is a SID, a number, a host or a URL in a text.
type Literal struct {
	Kind       Kind
	Start, End int
	Value      string // as it is meant: a + may be written %2B, or \u002B
}

// Owned returns the literals in a text that belong to one account: SIDs, numbers, and
// hosts below twil.io.
func Owned(text string) []Literal {
	var found []Literal
	for i := 0; i < len(text); i++ {
		var l Literal
		switch c := text[i]; {
		case 'A' <= c && c <= 'Z':
			l = sidAt(text, i)
		case c == '+' || c == '%' || c == '\\':
			l = phoneAt(text, i)
		case c == '.':
			l = hostAt(text, i)
		}
		if l.Kind != "" {
			found = append(found, l)
			i = l.End - 1
		}
	}
	return found
}

func sidAt(text string, i int) Literal {
	const length = 34
	if len(text)-i < length || !words.IsSID(text[i:i+length]) || !apart(text, i, i+length, false) {
		return Literal{}
	}
	return Literal{SID, i, i + length, text[i : i+length]}
}

func phoneAt(text string, i int) Literal {
	const least, most = 7, 15 // digits
	digits := i + 1
	switch text[i] {
	case '%':
		if digits = i + 3; digits > len(text) || !strings.EqualFold(text[i:digits], "%2B") {
			return Literal{}
		}
	case '\\':
		if r, ok := escapedAt(text, i); !ok || r != '+' {
			return Literal{}
		}
		digits = i + 6
	}
	end := digits
	for end < len(text) && '0' <= text[end] && text[end] <= '9' {
		end++
	}
	if n := end - digits; n < least || n > most || text[digits] == '0' || !apart(text, i, end, false) {
		return Literal{}
	}
	return Literal{Phone, i, end, "+" + text[digits:end]}
}

// maxHost is how long the name of a host may be, by RFC 1035.
const maxHost = 253

func hostAt(text string, dot int) Literal {
	const domain = ".twil.io"
	end := dot + len(domain)
	if end > len(text) || !strings.EqualFold(text[dot:end], domain) {
		return Literal{}
	}
	start := dot
	for start > 0 && (isAlnum(text[start-1]) || text[start-1] == '-' || text[start-1] == '.' && text[start] != '.') {
		if start--; end-start > maxHost {
			return Literal{}
		}
	}
	if start > 0 && endsEscaped(text[:start+min(2, dot-start)]) && text[start-1] == '%' {
		start += 2 // https%3A%2F%2Fname.twil.io
	}
	if start > 0 && start < dot && text[start-1] == '\\' {
		if _, ok := escapedAt(text[:dot], start-1); ok {
			start += 4 // \u0022name.twil.io
		}
		start++ // \nname.twil.io
	}
	r, _ := utf8.DecodeLastRuneInString(text[:start])
	if start == dot || !isAlnum(text[start]) || r == '}' || !apart(text, start, end, true) {
		return Literal{} // a part of it is filled in
	}
	return Literal{Host, start, end, strings.ToLower(text[start:end])}
}

// In URLs, what Liquid fills in may hold blanks.
var url = pattern.Lazy(`(?i)(?:\{\{[^}]*\}\}|\b(?:https?|wss?))://(?:\{\{.*?\}\}|[^\s"'<>\\{}]|\{|\})+`)

// URLs returns the URLs in a text.
func URLs(text string) []Literal {
	if !strings.Contains(text, "://") {
		return nil
	}
	var found []Literal
	for _, at := range url.FindAllStringIndex(text, -1) {
		value := strings.TrimRight(text[at[0]:at[1]], ".,;:!?)]")
		found = append(found, Literal{URL, at[0], at[0] + len(value), value})
	}
	return found
}
