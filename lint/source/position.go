package source

import (
	"bytes"
	"sort"
	"sync"
)

// A Span is a half-open range of bytes of a text.
type Span struct{ Start, End int }

// Len returns the number of bytes.
func (s Span) Len() int { return s.End - s.Start }

// A Position is one place in a file. Line and Column count from 1; a column is a
// UTF-16 code unit, as in SARIF and the Language Server Protocol; Offset counts
// bytes from 0. A byte order mark takes no column.
type Position struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Offset int `json:"offset"`
}

// A Range is a half-open range of positions.
type Range struct {
	Start Position `json:"start"`
	End   Position `json:"end"`
}

// block is the distance in bytes between two entries of the marks, and of the column sums.
const block = 512

// lines finds lines and columns without walking them: a minified flow is one
// line of a megabyte, and may have thousands of findings.
type lines struct {
	marks   []mark // by block: the line that holds its first byte
	returns bool   // there are \r

	sumsOnce sync.Once
	sums     []int32 // UTF-16 units before byte i*block; none when all is ASCII
}

// A mark is a line, counted from 0, and where it begins.
type mark struct{ line, start int32 }

func (l *lines) read(data []byte) {
	m := mark{}
	if bytes.HasPrefix(data, bom) {
		m.start = int32(len(bom))
	}
	l.returns = bytes.IndexByte(data, '\r') >= 0
	l.marks = make([]mark, len(data)/block+1)
	for k := range l.marks {
		l.marks[k] = m
		m = l.walk(m, data, k*block, min((k+1)*block, len(data)))
	}
}

// walk returns the line that holds the byte to, when m is the one that holds the byte from.
func (l *lines) walk(m mark, data []byte, from, to int) mark {
	if !l.returns {
		if n := bytes.Count(data[from:to], []byte{'\n'}); n > 0 {
			m.line += int32(n)
			m.start = int32(from + bytes.LastIndexByte(data[from:to], '\n') + 1)
		}
		return m
	}
	data = data[:min(len(data), to+1)]
	for next := l.after(data, from); next >= 0 && next <= to; next = l.after(data, next) {
		m.line, m.start = m.line+1, int32(next)
	}
	return m
}

// after returns where the next line begins after a byte; -1 when there is none.
func (l *lines) after(data []byte, i int) int {
	for {
		n := bytes.IndexByte(data[i:], '\n')
		if l.returns { // of what ends a line, \r alone is rare
			n = bytes.IndexAny(data[i:], "\r\n")
		}
		if n < 0 {
			return -1
		}
		i += n + 1
		if data[i-1] == '\n' || i == len(data) || data[i] != '\n' {
			return i
		}
	}
}

// at returns the line that holds a byte.
func (l *lines) at(data []byte, offset int) mark {
	k := offset / block
	return l.walk(l.marks[k], data, k*block, offset)
}

// start returns where a line begins; the end of the text when there is none.
func (l *lines) start(data []byte, line int) int {
	k := sort.Search(len(l.marks), func(k int) bool { return int(l.marks[k].line) > line }) - 1
	m, at := l.marks[k], k*block
	for ; int(m.line) < line; m.line++ {
		if at = l.after(data, at); at < 0 {
			return len(data)
		}
		m.start = int32(at)
	}
	return int(m.start)
}

// newSums counts the UTF-16 units before each block of a text.
func newSums(data []byte) []int32 {
	if isASCII(data) {
		return nil
	}
	sums := make([]int32, 0, len(data)/block+1)
	sum := 0
	for i := 0; i < len(data); i += block {
		sums = append(sums, int32(sum))
		sum += units(data[i:min(i+block, len(data))])
	}
	return sums
}

// units counts the UTF-16 code units whose UTF-8 form begins in p.
func units(p []byte) int {
	n := 0
	for _, c := range p {
		switch {
		case c < 0x80 || 0xC0 <= c && c < 0xF0:
			n++
		case c >= 0xF0:
			n += 2
		}
	}
	return n
}

func (l *lines) column(data []byte, start, offset int) int {
	if offset-start <= block {
		return units(data[start:offset]) + 1
	}
	if l.sumsOnce.Do(func() { l.sums = newSums(data) }); l.sums == nil {
		return offset - start + 1
	}
	return l.unitsBefore(data, offset) - l.unitsBefore(data, start) + 1
}

func (l *lines) unitsBefore(data []byte, offset int) int {
	b := min(offset/block, len(l.sums)-1)
	return int(l.sums[b]) + units(data[b*block:offset])
}

func (f *File) lineTable() *lines {
	f.linesOnce.Do(func() { f.lines.read(f.Bytes) })
	return &f.lines
}

// Position returns the place of a byte of this text.
func (f *File) Position(offset int) Position {
	p, _ := f.position(offset)
	return p
}

// position returns the place of a byte, and where its line begins.
func (f *File) position(offset int) (p Position, start int) {
	offset = min(max(offset, 0), len(f.Bytes))
	l := f.lineTable()
	m := l.at(f.Bytes, offset)
	start = min(int(m.start), offset) // the byte order mark takes no column
	return Position{Line: int(m.line) + 1, Column: l.column(f.Bytes, start, offset), Offset: offset}, int(m.start)
}

// Range returns the places of a span of this text.
func (f *File) Range(s Span) Range {
	from, line := f.position(s.Start)
	if line <= from.Offset && from.Offset <= s.End && s.End <= min(from.Offset+block, len(f.Bytes)) {
		// What a few bytes add to a line is counted sooner than all before them.
		if text := f.Bytes[from.Offset:s.End]; bytes.IndexByte(text, '\n') < 0 && bytes.IndexByte(text, '\r') < 0 {
			return Range{from, Position{from.Line, from.Column + units(text), s.End}}
		}
	}
	return Range{from, f.Position(s.End)}
}

// Line returns the span of line i, counted from 1, without its line ending.
func (f *File) Line(i int) Span {
	if i < 1 {
		return Span{len(f.Bytes), len(f.Bytes)}
	}
	l := f.lineTable()
	start, end := l.start(f.Bytes, i-1), l.start(f.Bytes, i)
	line := f.Bytes[start:end]
	return Span{start, start + len(bytes.TrimRight(line, "\r\n"))}
}

// A Place is what a finding points at: a span of a text and the node it belongs
// to. Node is absent when the text has no nodes there.
type Place struct {
	File *File
	Node Node
	Span Span
}

// Place returns the place of the value. A node stands for its value where a
// place is wanted.
func (n Node) Place() Place { return Place{n.f, n, n.Span()} }

// KeyPlace returns the place of the member name, or of the value when the node is
// no member.
func (n Node) KeyPlace() Place {
	if s := n.KeySpan(); s.Len() > 0 {
		return Place{n.f, n, s}
	}
	return n.Place()
}

// Part returns the place of the decoded bytes from..to of a string.
func (n Node) Part(from, to int) Place {
	if !n.IsString() {
		return n.Place()
	}
	return Place{n.f, n, n.Decoded().Span(from, to)}
}

// Opening returns the place of the bracket that opens an object or array: the
// smallest place for what is wrong with all of it. Other kinds give their value.
func (n Node) Opening() Place {
	p := n.Place()
	if n.IsObject() || n.IsArray() {
		p.Span.End = p.Span.Start + 1
	}
	return p
}

// Place makes a Place a thing that can be pointed at, like a Node.
func (p Place) Place() Place { return p }

// Place returns the place of a span of the text that belongs to no node.
func (f *File) Place(s Span) Place { return Place{File: f, Span: s} }

// Locate returns the file a person opens and the span there, following texts
// within strings outwards.
func (p Place) Locate() (*File, Span) {
	f, s := p.File, p.Span
	for f != nil && f.outer.f != nil {
		s = f.decoded.Span(s.Start, s.End)
		f = f.outer.f
	}
	return f, s
}
