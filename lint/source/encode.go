package source

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// An encoding is how the strings of a text are written. Each one reads a string
// with a map back to its bytes, and writes text as the inverse of that.
type encoding uint8

const (
	jsonString encoding = iota // in double quotes, with the escapes of JSON
	formField                  // a name or value of a form body, percent-encoded
	terraform                  // HCL: quoted with its escapes, a heredoc, or bare in a template
	markdown                   // a block of lines, each of which may begin with white space and quotes
)

// decode reads the string at span, with its quotes where the encoding has some.
func (f *File) decode(span Span) Decoded {
	switch f.encoding {
	case formField:
		return decodeForm(f.Bytes, span)
	case terraform:
		return f.decodeTerraform(span)
	case markdown:
		return f.decodeMarkdown(span)
	}
	return decodeJSON(f.Bytes, span)
}

// encode writes text in place of a stretch of the content of a string: decode gives
// the same text back. It reports false for what cannot be written there.
func (f *File) encode(n Node, at Span, text string) (string, bool) {
	switch f.encoding {
	case formField:
		encoded := encodeForm(text)
		if strings.Contains(text, " ") && bytes.IndexByte(n.Raw(), '+') >= 0 {
			encoded = strings.ReplaceAll(encoded, "%20", "+") // as the others are
		}
		return encoded, true
	case terraform:
		return f.encodeTerraform(n, at, text)
	case markdown:
		return f.encodeMarkdown(n, text)
	}
	encoded := encodeJSON(text)
	if strings.Contains(text, "/") && escapesSlashes(n.Raw()) {
		encoded = strings.ReplaceAll(encoded, "/", `\/`)
	}
	return encoded, utf8.ValidString(text)
}

// escapesSlashes reports whether the first slash of a JSON string has a backslash before
// it, as PHP writes each.
func escapesSlashes(raw []byte) bool {
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '/':
			return false
		case '\\':
			if i++; i < len(raw) && raw[i] == '/' {
				return true
			}
		}
	}
	return false
}

// quoted writes text as a whole string.
func (e encoding) quoted(text string) string {
	switch e {
	case formField:
		return encodeForm(text)
	case terraform:
		return quoteTerraform(text)
	}
	return `"` + encodeJSON(text) + `"`
}

// content returns the span of a string without its quotes.
func (f *File) content(n Node) Span {
	span := n.Span()
	switch {
	case f.encoding == formField, f.encoding == markdown:
		return span
	case f.encoding == terraform && f.Bytes[span.Start] != '"':
		if parts := f.templates[int32(span.Start)]; len(parts) > 0 {
			return Span{int(parts[0].start), int(parts[len(parts)-1].end)}
		}
		return Span{span.End, span.Start} // an empty heredoc
	}
	return Span{span.Start + 1, span.End - 1}
}

const hexDigits = "0123456789ABCDEF"

// encodeJSON escapes what JSON does not take within quotes.
func encodeJSON(text string) string { return escapeQuoted(text, "\n\r\t\b\f", "nrtbf") }

// escapeQuoted escapes quotes, backslashes and control characters, and nothing else. Some
// of the latter have an escape of one letter; the others are \u and four digits.
func escapeQuoted(text, short, letters string) string {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		switch at := strings.IndexRune(short, r); {
		case r == '"', r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case at >= 0:
			b.WriteByte('\\')
			b.WriteByte(letters[at])
		case r < 0x20, r == 0x7f:
			b.WriteString(escapeUnicode(r))
		default:
			b.WriteRune(r) // a byte that is not UTF-8 becomes U+FFFD
		}
	}
	return b.String()
}

func escapeUnicode(r rune) string {
	return `\u00` + string(hexDigits[r>>4&15]) + string(hexDigits[r&15])
}

// encodeForm writes letters, digits and -_.~ as they are and every other byte as
// % and two digits. A space is %20: a plus is not read as one everywhere.
func encodeForm(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for i := range len(text) {
		c := text[i]
		if c < utf8.RuneSelf && (isLetterOrDigit(c) || strings.IndexByte("-_.~", c) >= 0) {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hexDigits[c>>4])
		b.WriteByte(hexDigits[c&15])
	}
	return b.String()
}

func isLetterOrDigit(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
