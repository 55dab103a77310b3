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
	"sync"

	"github.com/go-json-experiment/json/jsontext"
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

// decoders are those that no text is read with: each has read nothing so far, or another
// text.
var (
	decoders = sync.Pool{New: func() any { return new(jsontext.Decoder) }}
	nothing  bytes.Buffer
)

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
	r := reader{File: f}
	if f.HasBOM() {
		r.base = len(bom)
	}
	r.offset = r.base
	r.tokens = decoders.Get().(*jsontext.Decoder)
	defer func() {
		r.tokens.Reset(&nothing) // or it would keep the text
		decoders.Put(r.tokens)
	}()
	r.tokens.Reset(bytes.NewBuffer(f.text[r.base:]), jsontext.AllowDuplicateNames(true))
	f.nodes = make([]node, 0, room(f.text))
	for {
		if err := r.value(); err != nil {
			f.fail(err, r.base, r.innermost())
			return false
		}
		if len(r.stack) == 0 {
			break
		}
	}
	if rest := f.skipSpace(r.offset); rest < len(f.text) {
		f.Syntax = afterEnd(f.text, rest)
		f.nodes = f.nodes[:0]
	}
	return f.Syntax == nil
}

// room returns for how many nodes there is room at first: as many as a text of JSON has at
// most, since each value comes first in what holds it or after a comma, but never more than
// one for so many bytes, whatever the text consists of.
func room(text []byte) int {
	n := 1
	for _, before := range []byte{',', '{', '['} {
		n += bytes.Count(text, []byte{before})
	}
	return min(n, len(text)/24+4)
}

// A reader makes rows of the table from the tokens of JSON.
type reader struct {
	*File
	tokens *jsontext.Decoder
	base   int // where they begin in the text
	offset int // after the last token
	stack  []open
}

// open is an array or object that is not closed yet.
type open struct {
	index, last int32 // its row, and that of its last child so far
	object      bool
}

// innermost returns where the innermost open bracket stands, -1 for none.
func (r *reader) innermost() int {
	if len(r.stack) == 0 {
		return -1
	}
	return int(r.nodes[r.stack[len(r.stack)-1].index].start)
}

// token reads the next token and returns where it begins; offset is then where it
// ends.
func (r *reader) token() (kind jsontext.Kind, start int, err error) {
	kind = r.tokens.PeekKind()
	start = r.skipSeparators(r.offset)
	if _, err = r.tokens.ReadToken(); err != nil {
		return kind, start, err
	}
	r.offset = r.base + int(r.tokens.InputOffset())
	return kind, start, nil
}

// value reads a value, with its name when it is a member, up to the bracket that
// opens it; or the bracket that closes one.
func (r *reader) value() error {
	kind, start, err := r.token()
	if err != nil {
		return err
	}
	var row node
	if n := len(r.stack); n > 0 && r.stack[n-1].object && kind == '"' {
		row.keyStart, row.keyEnd = int32(start), int32(r.offset)
		if kind, start, err = r.token(); err != nil {
			return err
		}
	}
	if kind == '}' || kind == ']' {
		r.close()
		return nil
	}
	row.start, row.end, row.kind = int32(start), int32(r.offset), kindOf(byte(kind))
	if row.keyEnd > row.keyStart && bytes.IndexByte(r.text[row.keyStart:row.keyEnd], '\\') < 0 {
		row.signs = plainKey
	}
	i := r.add(row)
	switch kind {
	case '"':
		r.read(i)
	case '{', '[':
		r.stack = append(r.stack, open{index: i, last: -1, object: kind == '{'})
	}
	return nil
}

// read notes what the string of a row holds.
func (r *reader) read(i int32) {
	row := &r.nodes[i]
	quoted := r.text[row.start:row.end]
	if content := quoted[1 : len(quoted)-1]; bytes.IndexByte(content, '\\') < 0 {
		row.signs |= read | plain | SignsOf(content)
		return
	}
	text, _ := jsontext.AppendUnquote(nil, quoted) // it is valid
	row.signs |= read | SignsOf(text)
	if r.texts == nil {
		r.texts = map[int32]string{}
	}
	r.texts[i] = alias(text)
}

func (r *reader) close() {
	top := r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	r.nodes[top.index].end = int32(r.offset)
	if top.object {
		r.findDuplicates(top.index)
	}
}

// add puts a row at the end of the table, as the last child of what is open.
func (r *reader) add(row node) int32 {
	i := int32(len(r.nodes))
	row.parent = -1
	if n := len(r.stack); n > 0 {
		top := &r.stack[n-1]
		row.parent = top.index
		row.index = r.nodes[top.index].count
		r.nodes[top.index].count++
		if top.last >= 0 {
			r.nodes[top.last].next = i
		}
		top.last = i
	}
	r.nodes = append(r.nodes, row)
	return i
}

// skipSeparators returns the offset of the token that begins at or after i.
func (f *File) skipSeparators(i int) int {
	for i < len(f.text) {
		switch f.text[i] {
		case ' ', '\t', '\r', '\n', ',', ':':
			i++
		default:
			return i
		}
	}
	return i
}

func (f *File) skipSpace(i int) int {
	for i < len(f.text) {
		switch f.text[i] {
		case ' ', '\t', '\r', '\n':
			i++
		default:
			return i
		}
	}
	return i
}

// findDuplicates lists the members of an object whose name stands again later.
func (f *File) findDuplicates(object int32) {
	count := f.nodes[object].count
	if count < 2 {
		return
	}
	// Comparing a few names with each other is cheaper than a map.
	if count <= 8 {
		for a := object + 1; a != 0; a = f.nodes[a].next {
			kept := int32(0)
			for b := f.nodes[a].next; b != 0; b = f.nodes[b].next {
				if f.sameKey(a, b) {
					kept = b
				}
			}
			if kept != 0 {
				f.Duplicates = append(f.Duplicates, Duplicate{Node{f, a}, Node{f, kept}})
			}
		}
		return
	}
	last := make(map[string]int32, count)
	for i := object + 1; i != 0; i = f.nodes[i].next {
		last[Node{f, i}.Key()] = i
	}
	if len(last) == int(count) {
		return
	}
	for i := object + 1; i != 0; i = f.nodes[i].next {
		n := Node{f, i}
		if kept := last[n.Key()]; kept != i {
			f.Duplicates = append(f.Duplicates, Duplicate{n, Node{f, kept}})
		}
	}
}

func (f *File) sameKey(a, b int32) bool {
	x := f.Bytes[f.nodes[a].keyStart:f.nodes[a].keyEnd]
	y := f.Bytes[f.nodes[b].keyStart:f.nodes[b].keyEnd]
	if f.encoding == terraform {
		return Node{f, a}.Key() == Node{f, b}.Key()
	}
	if bytes.Equal(x, y) {
		return true
	}
	if bytes.IndexByte(x, '\\') < 0 && bytes.IndexByte(y, '\\') < 0 {
		return false
	}
	return Node{f, a}.Key() == Node{f, b}.Key()
}
