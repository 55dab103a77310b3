package source

import (
	"bytes"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Nearly all of a definition that is an object of HCL is JSON in other signs. The parser
// takes ten times as long for it as one of JSON, and eighty bytes and more for each byte. So
// the objects that are given to jsonencode are read here, and left out of what the parser is
// shown. The values and names in them that are anything else it is handed one by one:
// expressions, heredocs, strings with expressions in them. Where the text is not as it has
// to be, it is shown the object after all, and tells what is wrong.

// An objectReader reads an object into a table of its own.
type objectReader struct {
	*terraformBuilder
	at, end int
	depth   int
	scan    templateScan // of what the parser is handed
	twice   int          // how many bytes it was handed after they had been read
}

// maxDirect is how deeply lists and objects may be nested that are read here.
const maxDirect = 100

// maxRefused is how many objects may turn out in a text not to be readable: of each of them
// the beginning is read for nothing.
const maxRefused = 8

// object reads the object that begins at a byte of the text, if it is given to jsonencode.
// There is room for all of the first one: it is all there is, as a rule.
func (t *templateScan) object(at int, first bool) *objectReader {
	if t.refused >= maxRefused || !bytes.HasSuffix(bytes.TrimRight(t.data[:at], " \t\r\n"), []byte("jsonencode(")) {
		return nil
	}
	rows := 0
	if first {
		rows = min((t.end-at)/20, 4096)
	}
	f := &File{Bytes: t.file.Bytes, text: t.file.text, encoding: terraform, templates: map[int32][]part{}, nodes: make([]node, 0, rows)}
	r := &objectReader{terraformBuilder: &terraformBuilder{File: f, last: make([]int32, 0, rows)}, at: t.start + at, end: t.start + t.end}
	if !r.list(node{kind: Object}, -1) {
		t.refused++
		return nil
	}
	return r
}

// peek returns the next byte, 0 at the end.
func (r *objectReader) peek() byte {
	if r.at < r.end {
		return r.Bytes[r.at]
	}
	return 0
}

// blanks goes on to the next word or sign, on this line or, with lines, on another one.
func (r *objectReader) blanks(lines bool) {
	for r.at < r.end {
		rest := r.Bytes[r.at:r.end]
		size := 1
		switch c := rest[0]; c {
		case ' ', '\t':
		case '\r', '\n', '#', '/':
			end := lineEnd(rest)
			switch {
			case end > 0 && !lines:
				return
			case end > 0:
				size = end
			case bytes.HasPrefix(rest, []byte("/*")):
				size = commentLen(rest)
			default:
				return
			}
		default:
			return
		}
		r.at += size
	}
}

// lineEnd returns how long the end of a line is that a text begins with, a comment that
// ends with the line included; 0 for anything else.
func lineEnd(rest []byte) int {
	switch {
	case rest[0] == '\n':
		return 1
	case bytes.HasPrefix(rest, []byte("\r\n")):
		return 2
	case rest[0] == '#', bytes.HasPrefix(rest, []byte("//")):
		return commentLen(rest)
	}
	return 0
}

// list reads the list or object that begins here.
func (r *objectReader) list(n node, parent int32) bool {
	if r.depth++; r.depth > maxDirect {
		return false
	}
	n.start = int32(r.at)
	i := r.add(n, parent)
	object := n.kind == Object
	closing := closes(r.Bytes[r.at])
	r.at++
	for r.blanks(true); r.peek() != closing; r.blanks(true) {
		if object && !r.member(i) || !object && !r.value(i, node{}) {
			return false
		}
		if r.peek() == ',' {
			r.at++
		}
	}
	r.at++
	r.depth--
	r.nodes[i].end = int32(r.at)
	if object {
		r.findDuplicates(i)
	}
	return true
}

// member reads a name and its value, up to what ends it.
func (r *objectReader) member(object int32) bool {
	start := r.at
	if key, plain := r.name(); key.Len() > 0 {
		r.blanks(false)
		sign, after := r.peek(), byte(0)
		if r.at+1 < r.end {
			after = r.Bytes[r.at+1]
		}
		if (sign == '=' || sign == ':') && after != '=' && after != '>' && after != ':' {
			r.at++
			r.blanks(false)
			n := node{keyStart: int32(key.Start), keyEnd: int32(key.End)}
			if plain {
				n.signs = r.keySign(key.Start)
			} else {
				r.literal(key)
			}
			return r.value(object, n)
		}
	}
	r.at = start
	e, ok := r.parsed("{", "\n}", true)
	if !ok {
		return false
	}
	one, ok := e.(*hclsyntax.ObjectConsExpr)
	if !ok || len(one.Items) != 1 {
		return false
	}
	key := r.key(one.Items[0].KeyExpr)
	r.terraformBuilder.value(one.Items[0].ValueExpr, object, key)
	return r.ended(true)
}

// name reads the name of a member, and whether it stands there letter for letter, when it
// is a word or a string without expressions.
func (r *objectReader) name() (at Span, plain bool) {
	start, end, plain := r.at, 0, true
	if r.peek() == '"' {
		end, plain = r.quoted(start)
	} else {
		end = r.wordEnd(start)
	}
	r.at = max(start, end)
	return Span{start, r.at}, plain
}

// literal notes that a string is one text, but not letter for letter.
func (r *objectReader) literal(at Span) {
	r.templates[int32(at.Start)] = []part{{start: int32(at.Start + 1), end: int32(at.End - 1), kind: quotedLiteral}}
}

// value reads a value with its name, up to what ends it.
func (r *objectReader) value(parent int32, n node) bool {
	member := r.nodes[parent].kind == Object
	start := r.at
	switch c := r.peek(); {
	case c != '{' && c != '[':
		if r.scalar(n, parent) {
			return true
		}
	case !r.isFor():
		n.kind = Array
		if c == '{' {
			n.kind = Object
		}
		before := r.save(parent)
		if !r.list(n, parent) {
			return false
		}
		if r.ended(member) {
			return true
		}
		r.undo(parent, before)
		if r.twice += r.at - start; r.twice > r.end {
			return false
		}
	}
	r.at = start
	e, ok := r.parsed("(", "\n)", member)
	if !ok {
		return false
	}
	r.terraformBuilder.value(e, parent, Span{int(n.keyStart), int(n.keyEnd)})
	return r.ended(member)
}

// isFor reports whether the list or object that begins here is made by a for expression.
func (r *objectReader) isFor() bool {
	start := r.at
	r.at++
	r.blanks(true)
	word := r.Bytes[r.at:r.wordEnd(r.at)]
	r.at = start
	return string(word) == "for"
}

// A savepoint is how much had been read before a child of a node.
type savepoint struct {
	nodes, duplicates int
	last              int32 // the child before it
	bad               Span
}

func (r *objectReader) save(parent int32) savepoint {
	return savepoint{len(r.nodes), len(r.Duplicates), r.last[parent], r.bad}
}

// undo takes the child of a node back.
func (r *objectReader) undo(parent int32, s savepoint) {
	r.nodes, r.last, r.Duplicates, r.bad = r.nodes[:s.nodes], r.last[:s.nodes], r.Duplicates[:s.duplicates], s.bad
	r.nodes[parent].count--
	if r.last[parent] = s.last; s.last >= 0 {
		r.nodes[s.last].next = 0
	}
}

// scalar reads a string, a number or a word, if no more than that is the value.
func (r *objectReader) scalar(n node, parent int32) bool {
	start, plain := r.at, true
	n.kind = Number
	switch c := r.peek(); {
	case c == '"':
		n.kind = String
		r.at, plain = r.quoted(start)
	case c == '-' || '0' <= c && c <= '9':
		r.at = r.numberEnd(start)
	default:
		r.at = r.wordEnd(start)
		n.kind = wordKind(r.Bytes[start:r.at])
	}
	if r.at < start || n.kind == Absent {
		return false
	}
	at := Span{start, r.at}
	if !r.ended(r.nodes[parent].kind == Object) {
		return false
	}
	if !plain {
		r.literal(at)
	}
	n.start, n.end = int32(at.Start), int32(at.End)
	r.add(n, parent)
	return true
}

// wordKind tells the words that are values.
func wordKind(word []byte) Kind {
	switch string(word) {
	case "null":
		return Null
	case "true", "false":
		return Bool
	}
	return Absent
}

// ended goes on to what ends a member or element and reports whether that comes next.
func (r *objectReader) ended(member bool) bool {
	r.blanks(!member)
	switch c := r.peek(); c {
	case ',':
		return true
	case '}':
		return member
	case ']':
		return !member
	}
	return member && r.at < r.end && lineEnd(r.Bytes[r.at:r.end]) > 0
}

// wordEnd returns where the word ends that begins at a place, and that place when there is
// none or it has letters of other alphabets.
func (r *objectReader) wordEnd(at int) int {
	for end := at; end < r.end; end++ {
		c := r.Bytes[end]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_', end > at && (c == '-' || '0' <= c && c <= '9'):
		case c >= utf8.RuneSelf:
			return at
		default:
			return end
		}
	}
	return at
}

// numberEnd returns where the number ends that begins at a place; -1 for one that JSON does
// not have, and for one with an exponent.
func (r *objectReader) numberEnd(at int) int {
	if r.Bytes[at] == '-' {
		at++
	}
	digits := func() int {
		from := at
		for at < r.end && '0' <= r.Bytes[at] && r.Bytes[at] <= '9' {
			at++
		}
		return at - from
	}
	leading := r.Bytes[min(at, r.end-1)]
	if whole := digits(); whole == 0 || whole > 1 && leading == '0' {
		return -1
	}
	if at+1 < r.end && r.Bytes[at] == '.' {
		if at++; digits() == 0 {
			return -1
		}
	}
	return at
}

// quoted returns where the string ends that begins at a place, and whether it stands there
// letter for letter; -1 for one with expressions, and where only the parser can tell.
func (r *objectReader) quoted(at int) (end int, plain bool) {
	plain, ascii := true, true
	for i := at + 1; i < r.end; i++ {
		switch c := r.Bytes[i]; {
		case c == '"':
			if !ascii && !utf8.Valid(r.Bytes[at:i]) {
				return -1, false
			}
			return i + 1, plain
		case c == '\\':
			size := escapeLen(r.Bytes[i:r.end])
			if size == 0 {
				return -1, false
			}
			i += size - 1
			plain = false
		case c == '$', c == '%':
			if !isLoneSign(r.Bytes[i+1 : r.end]) {
				return -1, false
			}
			plain = false
		case c >= utf8.RuneSelf:
			plain, ascii = false, false
		case c < ' ' && c != '\t', c == 0x7f:
			return -1, false
		}
	}
	return -1, false
}

// isLoneSign reports whether no expression, and no escape of one, begins with the $ or %
// before a text.
func isLoneSign(rest []byte) bool {
	return len(rest) > 0 && ' ' <= rest[0] && rest[0] < 0x7f && bytes.IndexByte([]byte(`{$%"\`), rest[0]) < 0
}

// escapeLen returns how long the escape is that a text begins with, 0 for none.
func escapeLen(rest []byte) int {
	if len(rest) < 2 {
		return 0
	}
	switch rest[1] {
	case 'n', 'r', 't', '"', '\\':
		return 2
	case 'u':
		if len(rest) >= 6 && !slices.ContainsFunc(rest[2:6], isNoHex) && utf8.ValidRune(hex4(rest[2:])) {
			return 6
		}
	}
	return 0
}

func isNoHex(c byte) bool { return bytes.IndexByte([]byte("0123456789abcdefABCDEF"), c) < 0 }

// parsed has the parser read the value or member that begins here, in brackets.
func (r *objectReader) parsed(before, after string, member bool) (hclsyntax.Expression, bool) {
	s := Span{r.at, r.valueEnd(member)}
	if s.End < 0 {
		return nil, false
	}
	text, cuts, _ := shorten(r.File, s, false)
	if bytes.HasSuffix(text, []byte("\r")) || !utf8.Valid(text) {
		return nil, false // what follows would change it: a line feed, or the rest of a letter
	}
	bracketed := slices.Concat([]byte(before), text, []byte(after))
	start := hcl.InitialPos
	start.Byte = s.Start - len(before)
	if tooDeep(bracketed, start, hclsyntax.LexExpression) != nil {
		return nil, false
	}
	e, diagnostics := hclsyntax.ParseExpression(bracketed, "", start)
	r.cuts, r.at = cuts, s.End
	return e, !diagnostics.HasErrors()
}

// valueEnd returns where what begins here ends: before a comma, a bracket that closes what
// it stands in, or, in an object, the end of the line; -1 where that cannot be told.
func (r *objectReader) valueEnd(member bool) int {
	t := &r.scan
	t.data, t.end = r.Bytes[r.at:r.end], r.end-r.at
	for at := 0; at >= 0 && at < t.end; {
		switch c := t.data[at]; {
		case c == ',', c == '}', c == ']', c == ')', member && lineEnd(t.data[at:]) > 0:
			return r.at + at
		case c == '{', c == '[', c == '(':
			at = t.bracketEnd(at)
		default:
			at = t.skip(at)
		}
	}
	return -1
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

// addObject adds an object that the parser was not shown. It reports false where it was.
func (b *terraformBuilder) addObject(n node, parent int32) bool {
	r := b.objects[int(n.start)]
	if r == nil {
		return false
	}
	first := int32(0)
	if len(b.nodes) == 0 { // it is all there is
		b.nodes, b.last, b.templates = r.nodes, r.last, r.templates
	} else {
		n.count = r.nodes[0].count
		first = b.add(n, parent)
		b.nodes, b.last = append(b.nodes, r.nodes[1:]...), append(b.last, r.last[1:]...)
		for i := int(first) + 1; i < len(b.nodes); i++ {
			row := &b.nodes[i]
			row.parent += first
			if row.next > 0 {
				row.next += first
			}
		}
		maps.Copy(b.templates, r.templates)
	}
	for _, d := range r.Duplicates {
		b.Duplicates = append(b.Duplicates, Duplicate{Node{b.File, d.Lost.i + first}, Node{b.File, d.Kept.i + first}})
	}
	if r.bad.Len() > 0 {
		b.bad = r.bad
	}
	return true
}

// items returns the members of an object. Those that the parser was not shown can only be
// had when it is shown all.
func (b *terraformBuilder) items(e *hclsyntax.ObjectConsExpr) []hclsyntax.ObjectConsItem {
	if b.objects[b.span(e.Range()).Start] != nil {
		b.failed = true
	}
	return e.Items
}

// again forgets all that was read of a text.
func (f *File) again() {
	f.nodes, f.Duplicates, f.texts, f.names, f.templates = nil, nil, nil, nil, map[int32][]part{}
}
