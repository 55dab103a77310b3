package source

import (
	"bytes"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// A reader makes rows of the table from a text, in one pass. It tells no more than whether
// the text is JSON; what is wrong and where tells jsontext: see File.mistake.
type reader struct {
	*File
	text   []byte // the file's
	offset int    // after what has been read
	stack  []open
}

// open is an array or object that is not closed yet.
type open struct {
	index, last int32 // its row, and that of its last child so far
	object      bool
}

// read reads one value, and reports whether it is valid.
func (r *reader) read() bool {
	r.space()
	for {
		switch r.member() {
		case Absent:
			return false
		case Object, Array:
			if r.space(); !r.close() {
				continue // there is something in it
			}
		}
		for len(r.stack) > 0 {
			if r.space(); r.next() == ',' {
				r.offset++
				r.space()
				break
			}
			if !r.close() {
				return false
			}
		}
		if len(r.stack) == 0 {
			return true
		}
	}
}

// space reads the white space that comes next.
func (r *reader) space() {
	if r.offset < len(r.text) && r.text[r.offset] <= ' ' {
		r.skip()
	}
}

func (r *reader) skip() { r.offset = skipSpace(r.text, r.offset) }

// next returns the byte that comes next, 0 at the end of the text.
func (r *reader) next() byte {
	if r.offset < len(r.text) {
		return r.text[r.offset]
	}
	return 0
}

// member reads a value, with its name when it is in an object, up to the bracket that opens
// it. It returns Absent when there is none.
func (r *reader) member() Kind {
	var row node
	if n := len(r.stack); n > 0 && r.stack[n-1].object {
		start := r.offset
		plainly := r.name()
		if r.offset == start {
			return Absent
		}
		row.keyStart, row.keyEnd = int32(start), int32(r.offset)
		if plainly {
			row.signs = plainKey
		}
		if r.space(); r.next() != ':' {
			return Absent
		}
		r.offset++
		r.space()
	}
	row.start = int32(r.offset)
	return r.value(&row)
}

// value reads a value up to the bracket that opens it, and adds its row.
func (r *reader) value(row *node) Kind {
	var text []byte
	switch first := r.next(); first {
	case '"':
		var signs Signs
		signs, text = r.quoted()
		row.kind, row.signs = String, row.signs|signs
	case '{', '[':
		if len(r.stack) == maxDepth {
			return Absent
		}
		r.offset++
		row.kind, row.end = kindOf(first), int32(r.offset)
		r.stack = append(r.stack, open{index: r.add(row), last: -1, object: first == '{'})
		return row.kind
	case 't':
		row.kind = Bool
		r.word("true")
	case 'f':
		row.kind = Bool
		r.word("false")
	case 'n':
		row.kind = Null
		r.word("null")
	default:
		row.kind = Number
		r.number()
	}
	if row.end = int32(r.offset); row.end == row.start {
		return Absent
	}
	i := r.add(row)
	if text != nil {
		if r.texts == nil {
			r.texts = map[int32]string{}
		}
		r.texts[i] = alias(text)
	}
	return row.kind
}

// word reads a word if it comes next.
func (r *reader) word(word string) {
	if bytes.HasPrefix(r.text[r.offset:], []byte(word)) {
		r.offset += len(word)
	}
}

// number reads a number if one comes next.
func (r *reader) number() {
	i := r.offset
	if i < len(r.text) && r.text[i] == '-' {
		i++
	}
	end := r.digits(i)
	if end > i && r.text[i] == '0' {
		end = i + 1
	}
	if end == i {
		return
	}
	if end < len(r.text) && r.text[end] == '.' {
		if i, end = end+1, r.digits(end+1); end == i {
			return
		}
	}
	if end < len(r.text) && r.text[end]|0x20 == 'e' {
		i = end + 1
		if i < len(r.text) && (r.text[i] == '+' || r.text[i] == '-') {
			i++
		}
		if end = r.digits(i); end == i {
			return
		}
	}
	r.offset = end
}

// digits returns where the digits end that begin at i.
func (r *reader) digits(i int) int {
	for i < len(r.text) && '0' <= r.text[i] && r.text[i] <= '9' {
		i++
	}
	return i
}

// name reads the name of a member with its quotes if one comes next, and reports whether it
// stands there letter for letter.
func (r *reader) name() (plainly bool) {
	text := r.text
	if i := r.offset + 1; r.next() == '"' {
		for i < len(text) && nameBytes[text[i]] {
			i++
		}
		if i < len(text) && text[i] == '"' { // as nearly all
			r.offset = i + 1
			return true
		}
	}
	signs, _ := r.quoted()
	return signs&plain != 0
}

// quoted reads a string with its quotes if one comes next, and returns the signs of what it
// says, and that itself where it does not stand in the text letter for letter.
func (r *reader) quoted() (signs Signs, said []byte) {
	if r.next() != '"' {
		return 0, nil
	}
	text := r.text
	var before Signs // what the character may begin that stands before after
	after := 0
	plainly, ascii := true, true
	for i := r.offset + 1; ; i++ {
		for i < len(text) && dull[text[i]] {
			i++
		}
		if i >= len(text) {
			return 0, nil
		}
		c := text[i]
		switch {
		case c == '"':
			return r.say(i+1, signs, plainly, ascii)
		case c == '\\':
			plainly = false
			i++
		case c < ' ':
			return 0, nil
		case c >= utf8.RuneSelf:
			ascii = false
		}
		if signs |= single[c]; after == i {
			signs |= before & second[c]
		}
		before, after = first[c], i+1
	}
}

// say ends a string whose end has been found. Its signs are right if it stands there plainly.
func (r *reader) say(end int, signs Signs, plainly, ascii bool) (Signs, []byte) {
	quoted := r.text[r.offset:end]
	if plainly {
		if !ascii && !utf8.Valid(quoted) {
			return 0, nil
		}
		r.offset = end
		return signs | read | plain, nil
	}
	text, err := jsontext.AppendUnquote(make([]byte, 0, len(quoted)), quoted)
	if err != nil {
		return 0, nil
	}
	r.offset = end
	return SignsOf(text) | read, text
}

// close reads the bracket that closes what is open, if that comes next.
func (r *reader) close() bool {
	top := r.stack[len(r.stack)-1]
	bracket := byte(']')
	if top.object {
		bracket = '}'
	}
	if r.next() != bracket {
		return false
	}
	r.offset++
	r.stack = r.stack[:len(r.stack)-1]
	r.nodes[top.index].end = int32(r.offset)
	if top.object {
		r.findDuplicates(top.index)
	}
	return true
}

// add puts a row at the end of the table, as the last child of what is open.
func (r *reader) add(row *node) int32 {
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
	r.nodes = append(r.nodes, *row)
	return i
}
