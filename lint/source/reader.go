package source

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// A reader makes rows of the table from a text, in one pass. It tells no more than whether
// the text is JSON; what is wrong and where tells jsontext: see File.mistake. What it reads
// a part with takes the place where that is to begin, and returns where it ends; none when it
// does not stand there.
type reader struct {
	*File
	text  []byte // the file's
	stack []open // what is not closed; at the bottom what holds the outermost value
}

// none is no place in a text.
const none = -1

// open is an array or object that is not closed yet.
type open struct {
	index, last int32 // its row, and that of its last child so far
	count       int32 // of its children so far
	object      bool
	repeats     bool   // a name may stand twice in it
	names       uint64 // a bit for each name so far: see nameBit
}

// read reads one value, and returns where it ends.
func (r *reader) read(at int) int {
	text := r.text
	r.stack = append(r.stack, open{index: -1, last: -1})
	for at = skipSpace(text, at); ; {
		opened, end := r.member(at)
		if end == none {
			return none
		}
		at = skipSpace(text, end)
		if opened && at < len(text) && text[at] != '}' && text[at] != ']' {
			continue // there is something in it
		}
		for len(r.stack) > 1 {
			if at == len(text) {
				return none
			}
			if text[at] == ',' && !opened {
				at = skipSpace(text, at+1)
				break
			}
			if !r.close(at) {
				return none
			}
			at, opened = skipSpace(text, at+1), false
		}
		if len(r.stack) == 1 {
			return at
		}
	}
}

// member reads a value, with its name when it is in an object, up to the bracket that opens
// it, and adds its row.
func (r *reader) member(at int) (opened bool, end int) {
	row := node{}
	if r.stack[len(r.stack)-1].object {
		row.keyStart = int32(at)
		if end, row.signs = r.name(at); end == none {
			return false, none
		}
		row.keyEnd = int32(end)
		if at = r.colon(end); at == none {
			return false, none
		}
	}
	if at >= len(r.text) {
		return false, none
	}
	kind, signs, said, end := r.value(at)
	if end == none {
		return false, none
	}
	i, top := int32(len(r.nodes)), &r.stack[len(r.stack)-1]
	row.start, row.end, row.kind, row.signs = int32(at), int32(end), kind, row.signs|signs
	row.parent, row.index = top.index, top.count
	if top.count++; top.last >= 0 {
		r.nodes[top.last].next = i
	}
	top.last = i
	r.nodes = append(r.nodes, row)
	if said != nil {
		if r.texts == nil {
			r.texts = map[int32]string{}
		}
		r.texts[i] = alias(said)
	}
	if opened = kind >= Object; opened {
		r.stack = append(r.stack, open{index: i, last: -1, object: kind == Object})
	}
	return opened, end
}

// name reads the name of a member with its quotes, and returns with where it ends what is known
// of it.
func (r *reader) name(at int) (end int, signs Signs) {
	text, top := r.text, &r.stack[len(r.stack)-1]
	if at >= len(text) || text[at] != '"' {
		return none, 0
	}
	if end = plainEnd(text, at+1); end >= 0 {
		end++
		bit := nameBit(text[at:end])
		top.repeats = top.repeats || top.names&bit != 0
		top.names |= bit
		return end, plainKey
	}
	top.repeats = true
	signs, _, end = r.quoted(at)
	if signs&plain != 0 {
		return end, plainKey
	}
	return end, 0
}

// nameBit returns one of 64 bits for a name in quotes. Of two that are the same it is the same,
// of others hardly ever.
func nameBit(quoted []byte) uint64 {
	n := len(quoted)
	return 1 << ((n*7 + int(quoted[n/2])*5 + int(quoted[1])*3 + int(quoted[n-2])) & 63)
}

// colon reads what stands between a name and its value.
func (r *reader) colon(at int) int {
	text := r.text
	if at = skipSpace(text, at); at >= len(text) || text[at] != ':' {
		return none
	}
	if at++; at < len(text) && text[at] == ' ' { // as nearly always
		at++
	}
	return skipSpace(text, at)
}

// value reads a value up to the bracket that opens it: what it is, and of a string its signs, and
// what it says where that does not stand in the text letter for letter.
func (r *reader) value(at int) (kind Kind, signs Signs, said []byte, end int) {
	switch first := r.text[at]; first {
	case '"':
		signs, said, end = r.quoted(at)
		return String, signs, said, end
	case '{', '[':
		if len(r.stack) > maxDepth {
			return 0, 0, nil, none
		}
		return kindOf(first), 0, nil, at + 1
	case 't':
		return Bool, 0, nil, r.word(at, "true")
	case 'f':
		return Bool, 0, nil, r.word(at, "false")
	case 'n':
		return Null, 0, nil, r.word(at, "null")
	}
	return Number, 0, nil, r.number(at)
}

// word reads a word.
func (r *reader) word(at int, word string) int {
	if !bytes.HasPrefix(r.text[at:], []byte(word)) {
		return none
	}
	return at + len(word)
}

// number reads a number.
func (r *reader) number(i int) int {
	if r.text[i] == '-' {
		i++
	}
	end := r.digits(i)
	if end > i && r.text[i] == '0' {
		end = i + 1
	}
	if end == i {
		return none
	}
	if end < len(r.text) && r.text[end] == '.' {
		if i, end = end+1, r.digits(end+1); end == i {
			return none
		}
	}
	if end < len(r.text) && r.text[end]|0x20 == 'e' {
		i = end + 1
		if i < len(r.text) && (r.text[i] == '+' || r.text[i] == '-') {
			i++
		}
		if end = r.digits(i); end == i {
			return none
		}
	}
	return end
}

// digits returns where the digits end that begin at i.
func (r *reader) digits(i int) int {
	for i < len(r.text) && '0' <= r.text[i] && r.text[i] <= '9' {
		i++
	}
	return i
}

// plainEnd returns where the quotes are that end a string of JSON which stands in a text letter
// for letter; none when another one than most may.
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
				return none
			}
			return i + bits.TrailingZeros64(all)/8
		}
	}
	return none
}

// quoted reads a string with its quotes, and returns the signs of what it
// says, and that itself where it does not stand in the text letter for letter.
func (r *reader) quoted(at int) (signs Signs, said []byte, end int) {
	text := r.text
	var before Signs // what the character may begin that stands before after
	after := 0
	plainly, ascii := true, true
	for i := at + 1; ; i++ {
		for i < len(text) && dull[text[i]] {
			i++
		}
		if i >= len(text) {
			return 0, nil, none
		}
		c := text[i]
		switch {
		case c == '"':
			return say(text[at:i+1], at, signs, plainly, ascii)
		case c == '\\':
			plainly = false
			i++
		case c < ' ':
			return 0, nil, none
		case c >= utf8.RuneSelf:
			ascii = false
		}
		if signs |= single[c]; after == i {
			signs |= before & second[c]
		}
		before, after = first[c], i+1
	}
}

// say ends a string that begins at a place. Its signs are right if it stands there plainly.
func say(quoted []byte, at int, signs Signs, plainly, ascii bool) (Signs, []byte, int) {
	if plainly {
		if !ascii && !utf8.Valid(quoted) {
			return 0, nil, none
		}
		return signs | read | plain, nil, at + len(quoted)
	}
	text, err := jsontext.AppendUnquote(make([]byte, 0, len(quoted)), quoted)
	if err != nil {
		return 0, nil, none
	}
	return SignsOf(text) | read, text, at + len(quoted)
}

// close reads the bracket that closes what is open.
func (r *reader) close(at int) bool {
	top := &r.stack[len(r.stack)-1]
	bracket := byte(']')
	if top.object {
		bracket = '}'
	}
	if r.text[at] != bracket {
		return false
	}
	row := &r.nodes[top.index]
	row.end, row.count = int32(at+1), top.count
	if top.repeats {
		r.findDuplicates(top.index)
	}
	r.stack = r.stack[:len(r.stack)-1]
	return true
}
