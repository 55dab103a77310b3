package editor

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// An encoding is the unit in which a client counts the characters of a line.
type encoding string

// The units of the protocol.
const (
	utf8Units  encoding = "utf-8"
	utf16Units encoding = "utf-16"
	utf32Units encoding = "utf-32"
)

// units counts the units of the letters whose UTF-8 form begins in p.
func (e encoding) units(p []byte) int {
	if e == utf8Units {
		return len(p)
	}
	n := 0
	for _, c := range p {
		switch {
		case c < 0x80 || 0xC0 <= c && c < 0xF0:
			n++
		case c >= 0xF0 && e == utf16Units:
			n += 2
		case c >= 0xF0:
			n++
		}
	}
	return n
}

// block is the distance in bytes between two sums of units. A minified flow is one line
// of a megabyte: nobody may count it from its beginning for each finding.
const block = 1024

// A text is what a document holds, with what is needed to find places in it. It does
// not change.
type text struct {
	bytes    []byte
	encoding encoding
	starts   []int32 // where each line begins
	ascii    bool
	sums     []int32 // units before each block; none when the text is ASCII
}

// newText returns the text with its lines, which end as the protocol says: by a line
// feed, a carriage return, or both.
func newText(data []byte, e encoding) *text {
	t := &text{bytes: data, encoding: e, starts: make([]int32, 1, bytes.Count(data, []byte{'\n'})+2), ascii: true}
	for i, c := range data {
		switch {
		case c == '\n', c == '\r' && (i+1 == len(data) || data[i+1] != '\n'):
			t.starts = append(t.starts, int32(i+1))
		case c >= utf8.RuneSelf:
			t.ascii = false
		}
	}
	if t.ascii || e == utf8Units {
		return t
	}
	sum := 0
	for i := 0; i < len(data); i += block {
		t.sums = append(t.sums, int32(sum))
		sum += e.units(data[i:min(i+block, len(data))])
	}
	return t
}

// line returns where a line begins, and where it ends without what ends it.
func (t *text) line(i int) (start, end int) {
	start, end = int(t.starts[i]), len(t.bytes)
	if i+1 < len(t.starts) {
		end = int(t.starts[i+1])
		for end > start && (t.bytes[end-1] == '\n' || t.bytes[end-1] == '\r') {
			end--
		}
	}
	return start, end
}

func (t *text) unitsBefore(offset int) int {
	if t.sums == nil {
		return offset
	}
	b := min(offset/block, len(t.sums)-1)
	if b < 0 {
		return 0
	}
	return int(t.sums[b]) + t.encoding.units(t.bytes[b*block:offset])
}

// position returns the place of a byte.
func (t *text) position(offset int) position {
	offset = min(max(offset, 0), len(t.bytes))
	i := sort.Search(len(t.starts), func(i int) bool { return int(t.starts[i]) > offset }) - 1
	start, end := t.line(i)
	// Within the two bytes that end a line there is no place.
	return position{Line: i, Character: t.unitsBefore(min(offset, end)) - t.unitsBefore(start)}
}

// rangeOf returns the places of some bytes.
func (t *text) rangeOf(start, end int) span {
	return span{t.position(start), t.position(end)}
}

// offset returns the byte at a place. Beyond the end of a line it is that end, as the
// protocol wants it; beyond the last line, and inside a letter, it is the next place
// before, and ok is false for a line that there is not.
func (t *text) offset(p position) (offset int, ok bool) {
	if p.Line < 0 || p.Character < 0 {
		return 0, false
	}
	if p.Line >= len(t.starts) {
		return len(t.bytes), false
	}
	start, end := t.line(p.Line)
	if t.sums == nil {
		offset = min(start+p.Character, end)
		for offset > start && offset < len(t.bytes) && !utf8.RuneStart(t.bytes[offset]) {
			offset--
		}
		return offset, true
	}
	want := t.unitsBefore(start) + p.Character
	// The last block that begins before the place, then letter by letter.
	b := sort.Search(len(t.sums), func(i int) bool { return int(t.sums[i]) > want }) - 1
	offset, units := start, t.unitsBefore(start)
	if b >= 0 && b*block > start {
		offset, units = b*block, int(t.sums[b])
		for offset < end && !utf8.RuneStart(t.bytes[offset]) {
			offset++ // the rest of a letter that is counted already
		}
	}
	for offset < end {
		_, n := utf8.DecodeRune(t.bytes[offset:])
		if units += t.encoding.units(t.bytes[offset : offset+n]); units > want {
			break
		}
		offset += n
	}
	return min(offset, end), true
}

// replace returns the text with other bytes between two places.
func (t *text) replace(start, end int, by string) []byte {
	data := make([]byte, 0, len(t.bytes)-(end-start)+len(by))
	data = append(data, t.bytes[:start]...)
	data = append(data, by...)
	return append(data, t.bytes[end:]...)
}
