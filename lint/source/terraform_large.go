package source

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// The parser takes eighty bytes and more for each byte of an expression, and what it
// returns takes as much again. So the contents of a large object that is given to
// jsonencode are left out of what it is shown, and read a piece at a time: some members
// of an object, some elements of a list. Each piece is parsed in brackets of its own.
// Where one is wrong, or anything is not as it looks, all is parsed at once after all.

// maxLarge is how many large lists and objects are read in pieces that lie in each other:
// for each the text is gone over once more.
const maxLarge = 8

// largeObject returns the contents of the object that begins at a place when it is large
// and given to jsonencode.
func (t *templateScan) largeObject(at int) (contents Span, ok bool) {
	if at < t.known || !bytes.HasSuffix(bytes.TrimRight(t.data[:at], " \t\r\n"), []byte("jsonencode(")) {
		return Span{}, false
	}
	end := t.bracketEnd(at)
	if end < 0 {
		t.known = t.end // nor does one within it end
		return Span{}, false
	}
	t.known = end
	return Span{at + 1, end - 1}, end-at > pieceSize
}

// bracketEnd returns the place after the bracket that closes the one at a place, -1 when
// there is none.
func (t *templateScan) bracketEnd(at int) int {
	var open []byte
	for at >= 0 && at < t.end {
		switch c := t.data[at]; c {
		case '{', '[', '(':
			open = append(open, c)
			at++
		case '}', ']', ')':
			last := len(open) - 1
			if last < 0 || closes(open[last]) != c {
				return -1
			}
			at++
			if open = open[:last]; last == 0 {
				return at
			}
		default:
			at = t.skip(at)
		}
		if len(open) > maxNesting {
			return -1
		}
	}
	return -1
}

// closes returns the bracket that closes one.
func closes(bracket byte) byte {
	switch bracket {
	case '{':
		return '}'
	case '[':
		return ']'
	}
	return ')'
}

// skip returns where a string, a comment, a heredoc or another character ends that begins
// at a place; -1 for a string or a heredoc that does not end.
func (t *templateScan) skip(at int) int {
	switch t.data[at] {
	case '"':
		if n := plainLen(t.data[at+1 : t.end]); n >= 0 {
			return at + n + 2
		}
		return t.closing(at+1, '"')
	case '#', '/':
		return at + commentLen(t.data[at:t.end])
	case '<':
		n := t.heredocLen(at)
		if n == 1 && bytes.HasPrefix(t.data[at:t.end], []byte("<<")) {
			return -1 // the parser may find a heredoc that ends elsewhere
		}
		return at + n
	}
	return at + 1
}

// itemEnd returns where the member or element ends that begins at a place: after the comma,
// or, of a member, the end of the line.
func (t *templateScan) itemEnd(at int, member bool) int {
	for at < t.end {
		switch c := t.data[at]; {
		case c == ',', c == '\n' && member:
			return at + 1
		case c == '{', c == '[', c == '(':
			at = t.bracketEnd(at)
		default:
			at = t.skip(at)
		}
		if at < 0 {
			return -1
		}
	}
	return t.end
}

// bracketIn returns where the first bracket of an item stands; -1 for one that has none.
func (t *templateScan) bracketIn(s Span) int {
	for at := s.Start; at >= 0 && at < s.End; at = t.skip(at) {
		if bytes.IndexByte([]byte("{[("), t.data[at]) >= 0 {
			return at
		}
	}
	return -1
}

// contents adds the members or elements that stand in brackets. It reports false where the
// text is to be parsed as a whole.
func (b *terraformBuilder) contents(s Span, parent int32, level int) bool {
	t := &templateScan{partsOf: partsOf{data: b.Bytes}, end: s.End}
	member := b.Bytes[s.Start-1] == '{'
	from := s.Start
	for at := s.Start; at < s.End; {
		end := t.itemEnd(at, member)
		switch {
		case end < 0:
			return false
		case end-at > pieceSize:
			if !b.piece(Span{from, at}, parent) || !b.largeItem(t, Span{at, end}, parent, level) {
				return false
			}
			from = end
		case end-from > pieceSize:
			if !b.piece(Span{from, at}, parent) {
				return false
			}
			from = at
		}
		at = end
	}
	if !b.piece(Span{from, s.End}, parent) {
		return false
	}
	if member {
		b.findDuplicates(parent)
	}
	return true
}

// largeItem adds a member or element that is large: by pieces when it is a list or an
// object.
func (b *terraformBuilder) largeItem(t *templateScan, item Span, parent int32, level int) bool {
	open := t.bracketIn(item)
	if open < 0 || b.Bytes[open] == '(' || level >= maxLarge {
		return b.piece(item, parent)
	}
	end := t.bracketEnd(open)
	if end < 0 {
		return false
	}
	text := append(bytes.Clone(b.Bytes[item.Start:open+1]), closes(b.Bytes[open]))
	text = append(text, b.Bytes[end:item.End]...)
	values, keys, ok := parseItems(text, item.Start, b.nodes[parent].kind == Object)
	if !ok || len(values) != 1 {
		return b.piece(item, parent)
	}
	n := node{start: int32(open), end: int32(end), kind: Array}
	switch e := values[0].(type) {
	case *hclsyntax.ObjectConsExpr:
		n.kind, ok = Object, len(e.Items) == 0
	case *hclsyntax.TupleConsExpr:
		ok = len(e.Exprs) == 0
	default:
		ok = false
	}
	if at := values[0].Range(); !ok || at.Start.Byte != open || at.End.Byte != open+2 {
		return b.piece(item, parent)
	}
	b.cuts = nil
	if keys != nil {
		key := b.key(keys[0])
		n.keyStart, n.keyEnd = int32(key.Start), int32(key.End)
	}
	return b.contents(Span{open + 1, end - 1}, b.add(n, parent), level+1)
}

// piece adds some members of an object, or elements of a list.
func (b *terraformBuilder) piece(s Span, parent int32) bool {
	text, cuts, _ := shorten(b.Bytes[s.Start:s.End], s.Start, false)
	values, keys, ok := parseItems(text, s.Start, b.nodes[parent].kind == Object)
	if !ok {
		return false
	}
	b.cuts = cuts
	for i, value := range values {
		var key Span
		if keys != nil {
			key = b.key(keys[i])
		}
		b.value(value, parent, key)
	}
	return true
}

// parseItems has the parser read members or elements that begin at a byte of the file.
func parseItems(text []byte, at int, members bool) (values, keys []hclsyntax.Expression, ok bool) {
	if len(bytes.TrimSpace(text)) == 0 {
		return nil, nil, true
	}
	before, after := byte('['), "\n]"
	if members {
		before, after = '{', "\n}"
	}
	bracketed := make([]byte, 0, len(text)+3)
	bracketed = append(append(append(bracketed, before), text...), after...)
	start := hcl.InitialPos
	start.Byte = at - 1
	if tooDeep(bracketed, start, hclsyntax.LexExpression) != nil {
		return nil, nil, false
	}
	e, diagnostics := hclsyntax.ParseExpression(bracketed, "", start)
	if diagnostics.HasErrors() {
		return nil, nil, false
	}
	switch e := e.(type) {
	case *hclsyntax.ObjectConsExpr:
		for _, item := range e.Items {
			keys, values = append(keys, item.KeyExpr), append(values, item.ValueExpr)
		}
		return values, keys, members
	case *hclsyntax.TupleConsExpr:
		return e.Exprs, nil, !members
	}
	return nil, nil, false // it says for
}

// addLarge adds what stands in the brackets of an object when the parser was not shown it.
// It reports false where it was.
func (b *terraformBuilder) addLarge(object, open int32) bool {
	s, ok := b.large[int(open)]
	if !ok {
		return false
	}
	delete(b.large, int(open))
	before := b.cuts
	b.failed = b.failed || !b.contents(s, object, 0)
	b.cuts = before
	return true
}

// isWhole reports whether all that was left out for the parser has been read.
func (b *terraformBuilder) isWhole() bool { return !b.failed && len(b.large) == 0 }

// again forgets all that was read of a text.
func (f *File) again() {
	f.nodes, f.Duplicates, f.texts, f.names, f.templates = nil, nil, nil, nil, map[int32][]part{}
}
