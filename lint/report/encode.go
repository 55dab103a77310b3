package report

import (
	"bytes"
	"encoding/json"
	"strconv"
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

// appendString appends a text. What is not plain, encode writes.
func appendString(b []byte, s string) []byte {
	if !plain(s) {
		text, err := encode(s)
		if err != nil {
			panic(err) // a text can be encoded
		}
		return append(b, text...)
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

// plain reports whether a text stands in JSON as it is.
func plain(s string) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c < ' ' || c == '"' || c == '\\' {
				return false
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || r == '\u2028' || r == '\u2029' {
			return false
		}
		i += n
	}
	return true
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
