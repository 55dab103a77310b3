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

// appendString appends a text.
func appendString(b []byte, s string) []byte {
	return append(appendEscaped(append(b, '"'), s), '"')
}

// appendEscaped appends what stands between the quotes of a text. Texts may be written one
// after the other, each from its first byte of UTF-8 to its last.
func appendEscaped(b []byte, s string) []byte {
	written := 0
	for i := 0; i < len(s); {
		c, size := s[i], 1
		if c >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			if (r != utf8.RuneError || size > 1) && r != '\u2028' && r != '\u2029' {
				i += size
				continue
			}
		} else if c >= ' ' && c != '"' && c != '\\' {
			i++
			continue
		}
		b = append(b, s[written:i]...)
		b = appendEscape(b, s[i:i+size])
		i += size
		written = i
	}
	return append(b, s[written:]...)
}

// appendEscape appends a character that does not stand in JSON as it is.
func appendEscape(b []byte, c string) []byte {
	const hex = "0123456789abcdef"
	switch c {
	case `"`, `\`:
		return append(b, '\\', c[0])
	case "\b":
		return append(b, `\b`...)
	case "\f":
		return append(b, `\f`...)
	case "\n":
		return append(b, `\n`...)
	case "\r":
		return append(b, `\r`...)
	case "\t":
		return append(b, `\t`...)
	case "\u2028":
		return append(b, `\u2028`...)
	case "\u2029":
		return append(b, `\u2029`...)
	}
	if c[0] < ' ' {
		return append(b, '\\', 'u', '0', '0', hex[c[0]>>4], hex[c[0]&15])
	}
	return append(b, `\ufffd`...) // a byte that is not UTF-8
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
