package report

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"

	"studiolint/lint/source"
)

// encode writes a value as compact JSON. Reports are no part of a web page, so <,
// > and & stay as they are.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// The functions below append to a JSON text what encode would make of the value. Findings
// are written with them, for there may be many.

// appendString appends a text. What needs more than a backslash before quotes and
// backslashes, encode writes.
func appendString(b []byte, s string) []byte {
	simple, quotes := plain(s)
	switch {
	case !simple:
		text, err := encode(s)
		if err != nil {
			panic(err) // a text can be encoded
		}
		return append(b, text...)
	case quotes:
		b = append(b, '"')
		for i := strings.IndexAny(s, `"\\`); i >= 0; i = strings.IndexAny(s, `"\\`) {
			b = append(b, s[:i]...)
			b = append(b, '\\', s[i])
			s = s[i+1:]
		}
		b = append(b, s...)
		return append(b, '"')
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

// appendTexts appends a text that is given in parts.
func appendTexts(b []byte, parts ...string) []byte {
	for _, part := range parts {
		if simple, quotes := plain(part); !simple || quotes {
			return appendString(b, strings.Join(parts, ""))
		}
	}
	b = append(b, '"')
	for _, part := range parts {
		b = append(b, part...)
	}
	return append(b, '"')
}

// plain reports whether a text stands in JSON as it is, but for quotes and backslashes,
// and whether it holds these.
func plain(s string) (simple, quotes bool) {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c < ' ' {
				return false, quotes
			}
			quotes = quotes || c == '"' || c == '\\'
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || r == '\u2028' || r == '\u2029' {
			return false, quotes
		}
		i += n
	}
	return true, quotes
}

// appendMember appends a member with a text: the name is given as it stands in JSON, with
// what comes before it and the colon.
func appendMember(b []byte, name, s string) []byte {
	return appendString(append(b, name...), s)
}

// appendCount appends a member with a number.
func appendCount(b []byte, name string, n int) []byte {
	return strconv.AppendInt(append(b, name...), int64(n), 10)
}

func appendRange(b []byte, r source.Range) []byte {
	b = appendPosition(append(b, `{"start":`...), r.Start)
	b = appendPosition(append(b, `,"end":`...), r.End)
	return append(b, '}')
}

func appendPosition(b []byte, p source.Position) []byte {
	b = appendCount(b, `{"line":`, p.Line)
	b = appendCount(b, `,"column":`, p.Column)
	b = appendCount(b, `,"offset":`, p.Offset)
	return append(b, '}')
}
