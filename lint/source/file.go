// Package source holds one JSON text: its bytes, a flat table of its nodes, and
// the places of both.
//
// A text is usually a file. It can also stand inside another one: as the value
// of a JSON string (a definition in an API request) or of a form field. Spans
// always count the bytes of their own text; Place.Locate follows them out to
// the file a person opens.
package source

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"sync"
)

// maxDepth is how deeply arrays and objects may be nested; deeper text is
// reported as not valid. encoding/json and jsontext stop at the same depth.
const maxDepth = 10000

var bom = []byte("\xef\xbb\xbf")

// A File is one text and its nodes. It is immutable once parsed and safe for
// concurrent use.
type File struct {
	Path  string // as given, with forward slashes
	Bytes []byte // as read, with its byte order mark if it has one

	// Size is the length of the whole file in bytes. It is larger than
	// len(Bytes) when the file was too large to be read whole.
	Size int64

	// Syntax is the first mistake, or nil when the text is valid. A text with a mistake
	// has no nodes, unless all that is wrong are comments and commas before a closing
	// bracket: see Readable.
	Syntax *SyntaxError

	// Duplicates are the members whose name stands again later in the same
	// object, in document order.
	Duplicates []Duplicate

	text     []byte // Bytes, with blanks in the place of what keeps them from being JSON
	nodes    []node
	texts    map[int32]string // of JSON strings with escapes, by their rows
	encoding encoding         // of its strings

	templates map[int32][]part // of Terraform's strings, by where they begin
	partial   bool
	branches  []Span           // what a template may leave out, or write more than once
	names     map[int32]string // of members that have no name in the text, by their rows

	blocks map[int32]*codeBlock // of Markdown, by where they begin

	outer   Node // the string that holds this text; zero for a file
	decoded Decoded

	linesOnce sync.Once
	lines     lines
}

// A Duplicate is a member that is lost because a later member of the same
// object has the same name.
type Duplicate struct {
	Lost Node // the earlier member
	Kept Node // the last member of that name
}

// Parse reads one JSON text. It never fails: what is wrong stands in Syntax. The
// file keeps data, which must not be changed afterwards.
func Parse(path string, data []byte) *File {
	f := &File{Path: path, Bytes: data, Size: int64(len(data))}
	f.parse()
	return f
}

// ParseInstead is Parse of a text in which other tools have put what JSON does not know:
// text is data with blanks in the place of that.
func ParseInstead(path string, data, text []byte) *File {
	f := &File{Path: path, Bytes: data, Size: int64(len(data)), text: text}
	f.parseText()
	return f
}

// Readable reports whether the text has nodes: it is valid but for comments and commas
// before a closing bracket, which Syntax then names the first of.
func (f *File) Readable() bool { return f.Syntax == nil || len(f.nodes) > 0 }

// HasBOM reports whether the text begins with a UTF-8 byte order mark.
func (f *File) HasBOM() bool { return bytes.HasPrefix(f.Bytes, bom) }

// IsForm reports whether the text is a form-encoded body.
func (f *File) IsForm() bool { return f.encoding == formField }

// Root returns the outermost value, or the zero Node when there is none.
func (f *File) Root() Node {
	if len(f.nodes) == 0 {
		return Node{}
	}
	return Node{f, 0}
}

// Node returns the i-th node in document order.
func (f *File) Node(i int) Node {
	if i < 0 || i >= len(f.nodes) {
		return Node{}
	}
	return Node{f, int32(i)}
}

// Partial reports whether a template leaves it open what the text consists of: a
// condition or a loop of it may leave parts out, or write them more than once.
func (f *File) Partial() bool { return f.partial }

// Outer returns the string that holds this text, or the zero Node for a file.
func (f *File) Outer() Node { return f.outer }

// Outermost returns the file that a person opens to see this text.
func (f *File) Outermost() *File {
	for f.outer.f != nil {
		f = f.outer.f
	}
	return f
}

// A node is one row of the table. Offsets fit 32 bits because input refuses
// larger files.
type node struct {
	start, end       int32 // of the value
	keyStart, keyEnd int32 // of the member name with its quotes; equal when the node is no member
	parent           int32 // -1 for the root
	next             int32 // the next child of the same parent; 0 for the last
	count            int32 // children
	index            int32 // position among the children of the parent
	kind             Kind
	signs            Signs
}

func (f *File) parse() {
	if f.text = f.Bytes; f.parseText() {
		return
	}
	wrong := f.Syntax
	if f.text = f.withoutNeedless(); f.text == nil || !f.parseText() {
		f.text, f.nodes, f.Duplicates, f.texts = f.Bytes, f.nodes[:0], nil, nil
	}
	f.Syntax = wrong
}

// parseText makes nodes of the text, and returns whether it is JSON.
func (f *File) parseText() bool {
	f.Syntax = nil
	if err := notText(f.text); err != nil {
		f.Syntax = err
		return false
	}
	const usual = 16 // levels: a flow has eight
	r, from := reader{File: f, text: f.text, stack: make([]open, 0, usual)}, 0
	if f.HasBOM() {
		from = len(bom)
	}
	f.nodes = tableOf(room(f.text))
	rest := r.read(from)
	if rest == none {
		f.fail()
		return false
	}
	if rest < len(f.text) {
		f.Syntax = afterEnd(f.text, rest)
		f.nodes = f.nodes[:0]
	}
	return f.Syntax == nil
}

// tables are those of texts that nobody looks at any more.
var tables sync.Pool

// least is how many rows a table has at least that is worth keeping.
const least = 128

// tableOf returns a table with room for so many rows.
func tableOf(rows int) []node {
	if rows < least {
		return make([]node, 0, rows)
	}
	if old, ok := tables.Get().(*[]node); ok && cap(*old) >= rows {
		return (*old)[:0]
	}
	return make([]node, 0, rows)
}

// Release gives the memory of the nodes to the next text. Nobody may look at the text any
// more.
func (f *File) Release() {
	if rows := f.nodes; cap(rows) >= least {
		f.nodes = nil
		tables.Put(&rows)
	}
}

// room returns for how many nodes there is room at first: one for so many bytes. Of a large text,
// it is as many as a text of JSON has at most, if they are fewer, since each value comes first in
// what holds it or after a comma.
func room(text []byte) int {
	const large = 64 << 10
	most := len(text)/24 + 4
	if len(text) < large {
		return most
	}
	n := 1
	for _, before := range []byte{',', '{', '['} {
		n += bytes.Count(text, []byte{before})
	}
	return min(n, most)
}

// skipSpace returns where white space ends that may stand at a place.
func skipSpace(text []byte, i int) int {
	if i < len(text) && text[i] <= ' ' {
		return afterSpace(text, i)
	}
	return i
}

func afterSpace(text []byte, i int) int {
	for i < len(text) {
		switch text[i] {
		case '\n': // mostly a row of blanks comes after it
			if i = afterBlanks(text, i+1); i < len(text) && text[i] > ' ' {
				return i
			}
		case ' ', '\t', '\r':
			i++
		default:
			return i
		}
	}
	return i
}

// afterBlanks returns where a row of blanks ends that may stand at a place.
func afterBlanks(text []byte, i int) int {
	const blanks = 0x2020202020202020
	for ; i+8 <= len(text); i += 8 {
		if others := binary.LittleEndian.Uint64(text[i:]) ^ blanks; others != 0 {
			return i + bits.TrailingZeros64(others)/8
		}
	}
	for i < len(text) && text[i] == ' ' {
		i++
	}
	return i
}

// findDuplicates lists the members of an object whose name stands again later.
func (f *File) findDuplicates(object int32) {
	if !f.mayRepeat(object) {
		return
	}
	last := make(map[string]int32, f.nodes[object].count)
	for i := object + 1; i != 0; i = f.nodes[i].next {
		last[Node{f, i}.Key()] = i
	}
	for i := object + 1; i != 0; i = f.nodes[i].next {
		n := Node{f, i}
		if kept := last[n.Key()]; kept != i {
			f.Duplicates = append(f.Duplicates, Duplicate{n, Node{f, kept}})
		}
	}
}

// mayRepeat reports whether two members of an object may have one name. For an object of
// the usual size it is certain, and takes no memory.
func (f *File) mayRepeat(object int32) bool {
	const few, usual = 3, 32
	count := f.nodes[object].count
	switch {
	case count < 2:
		return false
	case count <= few:
		for a := object + 1; a != 0; a = f.nodes[a].next {
			for b := f.nodes[a].next; b != 0; b = f.nodes[b].next {
				if f.sameKey(a, b) {
					return true
				}
			}
		}
		return false
	case count > usual:
		return true
	}
	var seen [2 * usual]int32 // rows by a number that their names give
	for i := object + 1; i != 0; i = f.nodes[i].next {
		r := &f.nodes[i]
		if r.signs&(plainKey|bareKey) == 0 || r.keyStart == r.keyEnd {
			return true
		}
		name := f.Bytes[r.keyStart:r.keyEnd]
		at := len(name)*7 + int(name[len(name)/2])*5 + int(name[min(1, len(name)-1)])
		for ; seen[at%len(seen)] != 0; at++ {
			if f.sameKey(seen[at%len(seen)], i) {
				return true
			}
		}
		seen[at%len(seen)] = i
	}
	return false
}

func (f *File) sameKey(a, b int32) bool {
	x, y := &f.nodes[a], &f.nodes[b]
	if x.signs&y.signs&(plainKey|bareKey) != 0 {
		return x.keyEnd-x.keyStart == y.keyEnd-y.keyStart && bytes.Equal(f.Bytes[x.keyStart:x.keyEnd], f.Bytes[y.keyStart:y.keyEnd])
	}
	return Node{f, a}.Key() == Node{f, b}.Key()
}
