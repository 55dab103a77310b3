package source

import (
	"bytes"
	"iter"
	"slices"
	"strconv"
	"unsafe"
)

// Kind is the JSON type of a node.
type Kind uint8

// The kinds. Absent is the kind of the zero Node.
const (
	Absent Kind = iota
	Null
	Bool
	Number
	String
	Object
	Array
)

// String returns the name that JSON Schema uses for the kind, and "nothing" for
// an absent node.
func (k Kind) String() string {
	return [...]string{"nothing", "null", "boolean", "number", "string", "object", "array"}[k]
}

func kindOf(b byte) Kind {
	switch b {
	case 'n':
		return Null
	case 't', 'f':
		return Bool
	case '"':
		return String
	case '{':
		return Object
	case '[':
		return Array
	}
	return Number
}

// A Node is a handle on one value of a text. It is small and comparable. The
// zero Node stands for an absent value; every method accepts it and answers
// with a zero value, so that look-ups can be chained.
type Node struct {
	f *File
	i int32
}

// Exists reports whether the node is there.
func (n Node) Exists() bool { return n.f != nil }

// File returns the text that the node belongs to, nil for an absent node.
func (n Node) File() *File { return n.f }

// Order returns the node's position in document order, -1 for an absent node.
func (n Node) Order() int {
	if n.f == nil {
		return -1
	}
	return int(n.i)
}

// nowhere is the row of an absent node.
var nowhere = node{parent: -1}

func (n Node) row() *node {
	if n.f == nil {
		return &nowhere
	}
	return &n.f.nodes[n.i]
}

// Kind returns the node's JSON type.
func (n Node) Kind() Kind { return n.row().kind }

// IsString, IsObject and IsArray are short for comparing Kind.
func (n Node) IsString() bool { return n.Kind() == String }

// IsObject reports whether the node is an object.
func (n Node) IsObject() bool { return n.Kind() == Object }

// IsArray reports whether the node is an array.
func (n Node) IsArray() bool { return n.Kind() == Array }

// Span returns the bytes of the value, a string with its quotes.
func (n Node) Span() Span {
	r := n.row()
	return Span{int(r.start), int(r.end)}
}

// KeySpan returns the bytes of the member name with its quotes; it is empty when
// the node is no member of an object.
func (n Node) KeySpan() Span {
	r := n.row()
	return Span{int(r.keyStart), int(r.keyEnd)}
}

// Raw returns the bytes of the value as they stand in the text.
func (n Node) Raw() []byte {
	if n.f == nil {
		return nil
	}
	r := n.row()
	return n.f.text[r.start:r.end]
}

// IsWrittenAs reports whether two values of JSON are the same text, byte for byte, so that
// they say the same. It is false for texts of other kinds.
func (n Node) IsWrittenAs(other Node) bool {
	if n.f == nil || other.f == nil {
		return n.f == other.f
	}
	for _, f := range []*File{n.f, other.f} {
		if f.encoding != jsonString || f.templates != nil || f.names != nil {
			return false
		}
	}
	a, b := n.row(), other.row()
	return bytes.Equal(n.f.text[a.start:a.end], other.f.text[b.start:b.end]) &&
		bytes.Equal(n.f.Bytes[a.start:a.end], other.f.Bytes[b.start:b.end])
}

// Key returns the decoded member name, "" when the node is no member.
func (n Node) Key() string {
	if r := n.row(); r.signs&plainKey != 0 { // as nearly all
		return alias(n.f.Bytes)[r.keyStart+1 : r.keyEnd-1]
	}
	return n.otherKey()
}

// otherKey is Key of a name that does not stand in the text letter for letter, in quotes.
func (n Node) otherKey() string {
	r := n.row()
	switch {
	case r.signs&bareKey != 0:
		return alias(n.f.Bytes[r.keyStart:r.keyEnd])
	case r.keyStart == r.keyEnd:
		if n.f != nil {
			return n.f.names[n.i]
		}
		return ""
	}
	return n.f.decode(Span{int(r.keyStart), int(r.keyEnd)}).Text
}

// alias returns bytes of a text as a string without a copy: names and texts are asked
// for again and again, and the text is immutable.
func alias(p []byte) string { return *(*string)(unsafe.Pointer(&p)) }

// Parent returns the object or array that holds the node.
func (n Node) Parent() Node {
	if r := n.row(); r.parent >= 0 {
		return Node{n.f, r.parent}
	}
	return Node{}
}

// Len returns how many members or elements the node has.
func (n Node) Len() int { return int(n.row().count) }

// First returns the first member or element, absent when there is none.
func (n Node) First() Node {
	if n.row().count == 0 {
		return Node{}
	}
	return Node{n.f, n.i + 1}
}

// Next returns the member or element after the node, absent when there is none.
func (n Node) Next() Node {
	if next := n.row().next; next != 0 {
		return Node{n.f, next}
	}
	return Node{}
}

// Children yields the members' values or the elements in document order.
func (n Node) Children() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for c := n.First(); c.f != nil; c = c.Next() {
			if !yield(c) {
				return
			}
		}
	}
}

// Elements yields the elements of an array with their indexes; nothing for
// another kind.
func (n Node) Elements() iter.Seq2[int, Node] {
	return func(yield func(int, Node) bool) {
		if !n.IsArray() {
			return
		}
		i := 0
		for c := range n.Children() {
			if !yield(i, c) {
				return
			}
			i++
		}
	}
}

// Members yields the members of an object in document order, those that a later
// one replaces included; nothing for another kind.
func (n Node) Members() iter.Seq2[string, Node] {
	return func(yield func(string, Node) bool) {
		if !n.IsObject() {
			return
		}
		for c := range n.Children() {
			if !yield(c.Key(), c) {
				return
			}
		}
	}
}

// Get returns the value of the last member of that name, as a reader of JSON
// that keeps the last of several would see it.
func (n Node) Get(name string) Node {
	r := n.row()
	if r.kind != Object || r.count == 0 {
		return Node{}
	}
	// Of a text of JSON it is known whether a name stands twice.
	once := n.f.encoding == jsonString && n.f.names == nil && n.f.templates == nil && len(n.f.Duplicates) == 0
	found := int32(0) // no member is the first node of a text
	nodes, length := n.f.nodes, int32(len(name)+len(`""`))
	for i := n.i + 1; i != 0; i = nodes[i].next {
		switch m := &nodes[i]; {
		case m.signs&plainKey == 0:
			if !n.f.keyIs(i, name) {
				continue
			}
		case m.keyEnd-m.keyStart != length, // as most: names differ in their length
			alias(n.f.Bytes)[m.keyStart+1:m.keyEnd-1] != name:
			continue
		}
		if found = i; once {
			break
		}
	}
	if found == 0 {
		return Node{}
	}
	return Node{n.f, found}
}

// At returns the i-th element of an array.
func (n Node) At(i int) Node {
	if !n.IsArray() || i < 0 || i >= n.Len() {
		return Node{}
	}
	c := n.First()
	for ; i > 0; i-- {
		c = c.Next()
	}
	return c
}

// Index returns the node's position among its siblings, counted from 0; -1 when
// it has no parent.
func (n Node) Index() int {
	if r := n.row(); r.parent >= 0 {
		return int(r.index)
	}
	return -1
}

// keyIs reports whether the member of a row has a name.
func (f *File) keyIs(i int32, name string) bool {
	r := &f.nodes[i]
	switch {
	case r.signs&plainKey != 0:
		return int(r.keyEnd-r.keyStart) == len(name)+2 && string(f.Bytes[r.keyStart+1:r.keyEnd-1]) == name
	case r.signs&bareKey != 0:
		return string(f.Bytes[r.keyStart:r.keyEnd]) == name
	}
	return Node{f, i}.Key() == name
}

// Text returns the decoded value of a string, "" for another kind.
func (n Node) Text() string {
	if r := n.row(); r.signs&plain != 0 { // as nearly all
		return alias(n.f.Bytes)[r.start+1 : r.end-1]
	}
	return n.otherText()
}

// otherText is Text of what does not stand in the text letter for letter.
func (n Node) otherText() string {
	r := n.row()
	switch {
	case r.signs&read != 0:
		return n.f.texts[n.i]
	case r.kind != String:
		return ""
	}
	return n.f.decode(n.Span()).Text
}

// Decoded returns the decoded value of a string with the map back to the bytes.
func (n Node) Decoded() Decoded {
	r := n.row()
	switch {
	case r.signs&plain != 0: // without another look at the text, whose parts may be asked for one by one
		return Decoded{Text: alias(n.f.Bytes[r.start+1 : r.end-1]), start: int(r.start) + 1}
	case r.kind != String:
		return Decoded{}
	}
	return n.f.decode(n.Span())
}

// Verbatim reports whether it is known that a string stands in the text letter for letter.
func (n Node) Verbatim() bool { return n.row().signs&plain != 0 }

// Bool returns the value of a boolean and whether the node is one.
func (n Node) Bool() (value, ok bool) {
	if n.Kind() != Bool {
		return false, false
	}
	return n.Raw()[0] == 't', true
}

// Number returns the value of a number and whether the node is one that fits.
func (n Node) Number() (value float64, ok bool) {
	if n.Kind() != Number {
		return 0, false
	}
	v, err := strconv.ParseFloat(string(n.Raw()), 64)
	return v, err == nil
}

// Any returns the value as encoding/json would decode it with UseNumber:
// nil, bool, string, []any or map[string]any, and for a number what the caller's
// function makes of its text.
func (n Node) Any(number func(string) any) any {
	if n.f == nil {
		return nil
	}
	// The descendants stand after the node in the table, parents first; going
	// backwards, each container finds its children ready. No recursion: the
	// depth is the input's to choose.
	end := n.i + 1
	for int(end) < len(n.f.nodes) && n.f.nodes[end].start < n.row().end {
		end++
	}
	values := make([]any, end-n.i)
	for i := end - 1; i >= n.i; i-- {
		c := Node{n.f, i}
		var v any
		switch c.Kind() {
		case Bool:
			v, _ = c.Bool()
		case Number:
			v = number(string(c.Raw()))
		case String:
			v = c.Text()
		case Array:
			list := make([]any, 0, c.Len())
			for e := range c.Children() {
				list = append(list, values[e.i-n.i])
			}
			v = list
		case Object:
			object := make(map[string]any, c.Len())
			for name, m := range c.Members() {
				object[name] = values[m.i-n.i]
			}
			v = object
		}
		values[i-n.i] = v
	}
	return values[0]
}

// Unknown reports whether an expression of Terraform stands where a value belongs:
// any type fits. Such a node is a string whose text is the placeholder ${…}.
func (n Node) Unknown() bool { return n.row().signs&expression != 0 }

// Filled reports whether an expression of Terraform is a part of a string, or all of
// it.
func (n Node) Filled() bool {
	if !n.IsString() {
		return false
	}
	at := n.Span()
	if n.f.encoding == terraform && slices.ContainsFunc(n.f.templates[n.row().start], func(p part) bool { return p.kind.isFilled() }) {
		return true
	}
	for f := n.f; f.outer.f != nil; f = f.outer.f {
		at = f.decoded.Span(at.Start, at.End)
		if slices.ContainsFunc(f.outer.partsAt(at), func(p part) bool { return p.kind.isFilled() }) {
			return true
		}
	}
	return false
}

// Parse reads the decoded value of a string as a JSON text of its own, a string of
// Terraform as a template of JSON. Its places lead back to the bytes of this node's
// file.
func (n Node) Parse() *File {
	t := jsonTemplate{Decoded: n.Decoded()}
	if n.IsString() && n.f.encoding == terraform && !n.Unknown() {
		t = n.f.jsonTemplate(n)
	}
	f := &File{Bytes: []byte(t.Text), Size: int64(len(t.Text)), outer: n, decoded: t.Decoded}
	if n.f != nil {
		f.Path = n.f.Path
	}
	f.parse()
	t.apply(f)
	return f
}
