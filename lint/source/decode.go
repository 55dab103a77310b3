package source

import (
	"bytes"
	"sort"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Decoded is the value of a string and the map from its offsets back to the
// bytes of the text that the string stands in.
type Decoded struct {
	Text string

	start    int       // the byte of the text where the content begins
	segments []segment // empty when the content stands there letter for letter
}

// A segment says that from decoded offset on, the bytes of the text begin at
// raw: letter for letter, or, for an escape, as one unit.
type segment struct {
	decoded, raw int
	escape       bool
}

// Offset returns the byte of the text at which the decoded byte i is written; an
// i after the end gives the byte after the content.
func (d Decoded) Offset(i int) int {
	i = min(max(i, 0), len(d.Text))
	if len(d.segments) == 0 {
		return d.start + i
	}
	k := sort.Search(len(d.segments), func(k int) bool { return d.segments[k].decoded > i }) - 1
	s := d.segments[k]
	if s.escape {
		return s.raw
	}
	return s.raw + i - s.decoded
}

// Divides reports whether the text can be cut before a decoded byte: no character, and
// nothing else that is written as one, stands on both sides.
func (d Decoded) Divides(i int) bool {
	if i <= 0 || i >= len(d.Text) {
		return true
	}
	return utf8.RuneStart(d.Text[i]) && d.Offset(i) != d.Offset(i-1)
}

// Span returns the bytes of the text at which the decoded bytes from..to are
// written. An escape, or what else stands for several bytes as one, is in it as a
// whole when a part of it is.
func (d Decoded) Span(from, to int) Span {
	s := Span{d.Offset(from), d.Offset(to)}
	if len(d.segments) == 0 || to <= from || to >= len(d.Text) {
		return s
	}
	k := sort.Search(len(d.segments), func(k int) bool { return d.segments[k].decoded >= to })
	if k < len(d.segments) && d.segments[k-1].escape && d.segments[k].decoded > to {
		s.End = d.segments[k].raw
	}
	return s
}

// decodeJSON reads a JSON string with its quotes.
func decodeJSON(data []byte, span Span) Decoded {
	start, end := span.Start+1, span.End-1
	raw := data[start:end]
	if bytes.IndexByte(raw, '\\') < 0 {
		return Decoded{Text: alias(raw), start: start}
	}
	// An escape and the letters after it are a segment each.
	d := builder{start: start, segments: make([]segment, 0, 2*bytes.Count(raw, []byte{'\\'})+2)}
	d.text.Grow(len(raw))
	for i := 0; i < len(raw); {
		if raw[i] != '\\' {
			n := bytes.IndexByte(raw[i:], '\\')
			if n < 0 {
				n = len(raw) - i
			}
			d.literal(raw[i:i+n], start+i)
			i += n
			continue
		}
		from := i
		var r rune
		switch c := raw[i+1]; c {
		case 'n':
			r, i = '\n', i+2
		case 't':
			r, i = '\t', i+2
		case 'r':
			r, i = '\r', i+2
		case 'b':
			r, i = '\b', i+2
		case 'f':
			r, i = '\f', i+2
		case 'u':
			r, i = hex4(raw[i+2:]), i+6
			if utf16.IsSurrogate(r) {
				r, i = utf16.DecodeRune(r, hex4(raw[i+2:])), i+6
			}
		default: // a quote, a slash or a backslash
			r, i = rune(c), i+2
		}
		d.escape(r, start+from)
	}
	return d.done(end)
}

// hex4 reads the four hexadecimal digits of an escape that is known to be valid.
func hex4(b []byte) rune {
	var r rune
	for _, c := range b[:4] {
		switch {
		case c <= '9':
			c -= '0'
		case c <= 'F':
			c -= 'A' - 10
		default:
			c -= 'a' - 10
		}
		r = r<<4 | rune(c)
	}
	return r
}

// A builder collects decoded text and its segments.
type builder struct {
	text     strings.Builder
	start    int
	segments []segment
}

func (b *builder) literal(p []byte, raw int) {
	b.segments = append(b.segments, segment{b.text.Len(), raw, false})
	b.text.Write(p)
}

func (b *builder) escape(r rune, raw int) {
	b.segments = append(b.segments, segment{b.text.Len(), raw, true})
	if r < 0 { // a byte of a percent-encoded sequence
		b.text.WriteByte(byte(-r - 1))
		return
	}
	b.text.WriteRune(r)
}

func (b *builder) done(end int) Decoded {
	b.segments = append(b.segments, segment{b.text.Len(), end, false})
	return Decoded{Text: b.text.String(), start: b.start, segments: b.segments}
}

// validUTF8Prefix returns how many leading bytes of p are valid UTF-8.
func validUTF8Prefix(p []byte) int {
	i := 0
	for i < len(p) {
		if p[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(p[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return i
}
