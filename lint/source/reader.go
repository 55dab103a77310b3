package source

import (
	"bytes"
	"encoding/binary"
	"math/bits"
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
	count       int32 // of its children so far
	object      bool
	repeats     bool   // a name may stand twice in it
	names       uint64 // a bit for each name so far
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
	n := len(r.stack)
	if n == 0 || !r.stack[n-1].object {
		return r.value(0, 0, 0)
	}
	start := r.offset
	plainly := r.name()
	end := r.offset
	if end == start {
		return Absent
	}
	signs := Signs(0)
	if top := &r.stack[n-1]; plainly {
		signs = plainKey
		bit := nameBit(r.text[start:end])
		top.repeats = top.repeats || top.names&bit != 0
		top.names |= bit
	} else {
		top.repeats = true
	}
	if r.space(); r.next() != ':' {
		return Absent
	}
	if r.offset++; r.next() == ' ' { // as nearly always
		r.offset++
	}
	r.space()
	return r.value(int32(start), int32(end), signs)
}

// nameBit returns one of 64 bits for a name in quotes. Of two that are the same it is the same,
// of others hardly ever.
func nameBit(quoted []byte) uint64 {
	n := len(quoted)
	return 1 << ((n*7 + int(quoted[n/2])*5 + int(quoted[1])*3 + int(quoted[n-2])) & 63)
}

// value reads a value up to the bracket that opens it, and adds its row, with where its name
// stands and what is known of that.
func (r *reader) value(keyStart, keyEnd int32, signs Signs) Kind {
	var text []byte
	start, kind := r.offset, Number
	switch first := r.next(); first {
	case '"':
		kind = String
		var said Signs
		said, text = r.quoted()
		signs |= said
	case '{', '[':
		if len(r.stack) == maxDepth {
			return Absent
		}
		r.offset++
		kind = kindOf(first)
	case 't':
		kind = Bool
		r.word("true")
	case 'f':
		kind = Bool
		r.word("false")
	case 'n':
		kind = Null
		r.word("null")
	default:
		r.number()
	}
	if r.offset == start {
		return Absent
	}
	i := r.add(kind)
	row := &r.nodes[i]
	row.start, row.end = int32(start), int32(r.offset)
	row.keyStart, row.keyEnd, row.signs = keyStart, keyEnd, signs
	if kind >= Object {
		r.stack = append(r.stack, open{index: i, last: -1, object: kind == Object})
	}
	if text != nil {
		if r.texts == nil {
			r.texts = map[int32]string{}
		}
		r.texts[i] = alias(text)
	}
	return kind
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
	if r.next() == '"' {
		if end := plainEnd(r.text, r.offset+1); end >= 0 {
			r.offset = end + 1
			return true
		}
	}
	signs, _ := r.quoted()
	return signs&plain != 0
}

// plainEnd returns where the quotes are that end a string of JSON which stands in a text letter
// for letter; -1 when another one than most may.
func plainEnd(text []byte, i int) int {
	const (
		ones  = 0x0101010101010101
		highs = ones << 7
	)
	for ; i+8 <= len(text); i += 8 {
		eight := binary.LittleEndian.Uint64(text[i:])
		quotes, backslashes := eight^ones*'"', eight^ones*'\\'
		quotes = (quotes - ones) &^ quotes & highs // up to the first, exactly those bytes that were quotes
		others := ((backslashes-ones)&^backslashes | (eight-ones*' ')&^eight | eight) & highs
		if all := quotes | others; all != 0 {
			if first := all & -all; others&first != 0 {
				return -1
			}
			return i + bits.TrailingZeros64(all)/8
		}
	}
	return -1
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
	top := &r.stack[len(r.stack)-1]
	bracket := byte(']')
	if top.object {
		bracket = '}'
	}
	if r.next() != bracket {
		return false
	}
	r.offset++
	r.stack = r.stack[:len(r.stack)-1]
	row := &r.nodes[top.index]
	row.end, row.count = int32(r.offset), top.count
	if top.repeats {
		r.findDuplicates(top.index)
	}
	return true
}

// add puts a row at the end of the table, as the last child of what is open.
func (r *reader) add(kind Kind) int32 {
	i := int32(len(r.nodes))
	row := node{parent: -1, kind: kind}
	if n := len(r.stack); n > 0 {
		top := &r.stack[n-1]
		row.parent, row.index = top.index, top.count
		if top.count++; top.last >= 0 {
			r.nodes[top.last].next = i
		}
		top.last = i
	}
	r.nodes = append(r.nodes, row)
	return i
}
