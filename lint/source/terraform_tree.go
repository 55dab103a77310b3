package source

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// A terraformBuilder makes nodes of the syntax tree.
type terraformBuilder struct {
	*File
	last []int32 // the last child so far of each node, -1 for none
	cuts []cut   // what the parser has not seen
	bad  Span    // a heredoc that cannot be read; empty for none

	objects objects // those that it has not seen
	failed  bool    // it is to be shown them
}

// objects are those that were read directly, by where they begin.
type objects map[int]*objectReader

// span returns where in the file a part of the tree stands.
func (b *terraformBuilder) span(r hcl.Range) Span { return spanOf(r, b.cuts) }

func spanOf(r hcl.Range, cuts []cut) Span {
	return Span{original(cuts, r.Start.Byte), original(cuts, r.End.Byte)}
}

// finish reports a heredoc that cannot be read.
func (b *terraformBuilder) finish() {
	if b.bad.Len() == 0 {
		b.readStrings()
		return
	}
	start := hcl.InitialPos
	start.Byte = b.bad.Start
	text := append(bytes.Clone(b.Bytes[b.bad.Start:b.bad.End]), '\n')
	e := &SyntaxError{Span: Span{b.bad.Start, b.bad.Start + 2}, Cause: "an expression or a directive in this heredoc is not closed, or is none"}
	if joinable(text) && tooDeep(text, start, hclsyntax.LexExpression) == nil {
		if _, diagnostics := hclsyntax.ParseExpression(text, "", start); b.failTerraform(diagnostics, nil) {
			return
		}
	}
	b.refuse(e)
}

// maxRead is how long a string is at most that is read at once. A longer one is most
// likely a text of JSON, which is parsed rather than looked at.
const maxRead = 16 << 10

// readStrings notes what the strings and names hold, as is done for those of JSON: they
// are asked for again and again.
func (b *terraformBuilder) readStrings() {
	for i := range b.nodes {
		row := &b.nodes[i]
		if row.keyEnd > row.keyStart && row.signs&(plainKey|bareKey) == 0 && b.templates[row.keyStart] == nil {
			row.signs |= b.keySign(int(row.keyStart))
		}
		if row.kind != String || row.end-row.start > maxRead {
			continue
		}
		if b.Bytes[row.start] == '"' && row.signs&expression == 0 && b.templates[row.start] == nil {
			row.signs |= read | plain | SignsOf(b.Bytes[row.start+1:row.end-1])
			continue
		}
		text := b.decode(Span{int(row.start), int(row.end)}).Text
		row.signs |= read | SignsOf(text)
		if b.texts == nil {
			b.texts = map[int32]string{}
		}
		b.texts[int32(i)] = text
	}
}

// keySign is the sign of a name that stands there letter for letter.
func (b *terraformBuilder) keySign(start int) Signs {
	if b.Bytes[start] == '"' {
		return plainKey
	}
	return bareKey
}

// add appends a row to the table.
func (b *terraformBuilder) add(n node, parent int32) int32 {
	i := int32(len(b.nodes))
	n.parent = parent
	if parent >= 0 {
		p := &b.nodes[parent]
		n.index = p.count
		p.count++
		if before := b.last[parent]; before >= 0 {
			b.nodes[before].next = i
		}
		b.last[parent] = i
	}
	b.nodes = append(b.nodes, n)
	b.last = append(b.last, -1)
	return i
}

// value adds an expression and what it consists of.
func (b *terraformBuilder) value(e hclsyntax.Expression, parent int32, key Span) {
	e = unwrap(e)
	at := b.span(e.Range())
	n := node{start: int32(at.Start), end: int32(at.End), keyStart: int32(key.Start), keyEnd: int32(key.End)}
	switch e := e.(type) {
	case *hclsyntax.ObjectConsExpr:
		n.kind = Object
		if b.addObject(n, parent) {
			return
		}
		i := b.add(n, parent)
		for _, item := range e.Items {
			b.value(item.ValueExpr, i, b.key(item.KeyExpr))
		}
		b.findDuplicates(i)
		return
	case *hclsyntax.TupleConsExpr:
		n.kind = Array
		i := b.add(n, parent)
		for _, element := range e.Exprs {
			b.value(element, i, Span{})
		}
		return
	case *hclsyntax.ForExpr:
		if e.KeyExpr == nil && isObject(e.ValExpr) {
			b.repeated(e, n, parent)
			return
		}
	case *hclsyntax.TemplateExpr:
		n.kind = String
		b.add(n, parent)
		b.text(n.start, e)
		return
	case *hclsyntax.FunctionCallExpr:
		if b.call(e, n, parent) {
			return
		}
	case *hclsyntax.LiteralValueExpr, *hclsyntax.UnaryOpExpr:
		if n.kind = literalKind(b.Bytes[at.Start:at.End]); n.kind != Absent {
			b.add(n, parent)
			return
		}
	}
	b.unknown(n, parent)
}

// repeated adds the list that a for expression makes: the object that it repeats stands in it
// once, with an unknown element after it for the others.
func (b *terraformBuilder) repeated(e *hclsyntax.ForExpr, n node, parent int32) {
	n.kind = Array
	n.signs |= joined
	b.repeats(e, b.add(n, parent))
}

// repeats adds what a for expression repeats, and the others as one unknown element.
func (b *terraformBuilder) repeats(e *hclsyntax.ForExpr, parent int32) {
	b.value(e.ValExpr, parent, Span{})
	last, over := int32(b.span(e.Range()).End-1), b.span(e.CollExpr.Range()) // the bracket, for rows stand in the order of the text
	b.unknown(node{start: last, end: last + 1}, parent)
	b.templates[last] = []part{{start: int32(over.Start), end: int32(over.End), kind: hole}}
}

// unknown adds what only Terraform can work out, and returns its row.
func (b *terraformBuilder) unknown(n node, parent int32) int32 {
	n.kind = String
	n.signs |= expression
	b.templates[n.start] = []part{{start: n.start, end: n.end, kind: hole}}
	return b.add(n, parent)
}

// literalKind tells null, booleans and the numbers that JSON has too.
func literalKind(raw []byte) Kind {
	if kind := wordKind(raw); kind != Absent {
		return kind
	}
	if digits := bytes.TrimPrefix(raw, []byte("-")); len(digits) > 0 &&
		len(bytes.Trim(digits, "0123456789")) == 0 && (digits[0] != '0' || len(digits) == 1) {
		return Number
	}
	if f := Parse("", raw); f.Syntax == nil && f.Root().Kind() == Number {
		return Number
	}
	return Absent
}

// key returns the span of a member's name, and keeps how it is written.
func (b *terraformBuilder) key(e hclsyntax.Expression) Span {
	at := b.span(e.Range())
	inner := e
	if k, ok := e.(*hclsyntax.ObjectConsKeyExpr); ok {
		inner = k.Wrapped
		if _, ok := inner.(*hclsyntax.ScopeTraversalExpr); ok && !k.ForceNonLiteral {
			return at
		}
	}
	switch t := unwrap(inner).(type) {
	case *hclsyntax.TemplateExpr:
		at = b.span(t.Range())
		b.text(int32(at.Start), t)
	case *hclsyntax.LiteralValueExpr: // true, null and numbers are names too
	default:
		b.templates[int32(at.Start)] = []part{{start: int32(at.Start), end: int32(at.End), kind: hole}}
	}
	return at
}

// text keeps of which parts a quoted string or heredoc consists, unless it is a
// quoted string that stands there letter for letter.
func (b *terraformBuilder) text(at int32, e *hclsyntax.TemplateExpr) {
	s := b.span(e.Range())
	raw := b.Bytes[s.Start:s.End]
	if raw[0] != '"' {
		body := s
		body.Start += bytes.IndexByte(raw, '\n') + 1
		body.End = s.Start + bytes.LastIndexByte(bytes.TrimRight(raw, "\r\n"), '\n') + 1
		scan, ok := scanTemplate(b.File, body, false)
		switch {
		case !ok:
			b.bad = s
		case bytes.HasPrefix(raw, []byte("<<-")):
			b.templates[at] = unindent(b.Bytes, scan.list)
		default:
			b.templates[at] = scan.list
		}
		return
	}
	if len(e.Parts) == 1 && isPlainString(raw) {
		return
	}
	p := partsOf{data: b.Bytes, literal: quotedLiteral, at: s.Start + 1, cuts: b.cuts}
	p.all(e.Parts)
	p.hole(s.End - 1)
	b.templates[at] = p.list
}

// isPlainString reports whether a quoted string stands there letter for letter.
func isPlainString(raw []byte) bool { return !bytes.ContainsAny(raw, `\$%`) && isASCII(raw) }

func isASCII(p []byte) bool {
	for ; len(p) >= 8; p = p[8:] {
		if binary.LittleEndian.Uint64(p)&0x8080808080808080 != 0 {
			return false
		}
	}
	for _, c := range p {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// body adds the values of a configuration that may hold a definition.
func (b *terraformBuilder) body(body *hclsyntax.Body, root int32, path string) {
	items := make([]hclsyntax.Node, 0, len(body.Attributes)+len(body.Blocks))
	for _, a := range body.Attributes {
		items = append(items, a)
	}
	for _, block := range body.Blocks {
		items = append(items, block)
	}
	slices.SortFunc(items, func(x, y hclsyntax.Node) int { return cmp.Compare(x.Range().Start.Byte, y.Range().Start.Byte) })
	for _, item := range items {
		switch item := item.(type) {
		case *hclsyntax.Attribute:
			b.candidates(item.Expr, root, b.span(item.NameRange), path+item.Name)
		case *hclsyntax.Block:
			name := path + item.Type + "."
			for _, label := range item.LabelRanges { // the labels themselves the parser may not have seen
				at := b.span(label)
				name += strings.Trim(string(b.Bytes[at.Start:at.End]), `"`) + "."
			}
			b.body(item.Body, root, name)
		}
	}
}

// candidates adds the values within an expression that may hold a definition. They
// go by the path of the attribute.
func (b *terraformBuilder) candidates(e hclsyntax.Expression, root int32, name Span, path string) {
	e = unwrap(e)
	at := b.span(e.Range())
	if object := encoded(e); object != nil {
		b.candidate(object, root, name, path)
		return
	}
	switch e := e.(type) {
	case *hclsyntax.TemplateWrapExpr:
		b.candidates(e.Wrapped, root, name, path)
	case *hclsyntax.TemplateExpr:
		if raw := b.Bytes[at.Start:at.End]; bytes.Contains(raw, []byte("states")) && bytes.Contains(raw, []byte("transitions")) {
			b.candidate(e, root, name, path)
		}
	case *hclsyntax.FunctionCallExpr:
		if slices.ContainsFunc(arguments(e, "merge"), b.looksLikeDefinition) {
			b.candidate(e, root, name, path)
			return
		}
		if e.Name == "templatefile" {
			return // its variables may have any names
		}
		for _, arg := range e.Args {
			b.candidates(arg, root, name, path)
		}
	case *hclsyntax.ConditionalExpr:
		b.candidates(e.TrueResult, root, name, path)
		b.candidates(e.FalseResult, root, name, path)
	case *hclsyntax.ForExpr:
		b.candidates(e.ValExpr, root, name, path)
	case *hclsyntax.TupleConsExpr:
		for _, element := range e.Exprs {
			b.candidates(element, root, name, path)
		}
	case *hclsyntax.ObjectConsExpr:
		if b.looksLikeDefinition(e) {
			b.candidate(e, root, name, path)
			return
		}
		for _, item := range b.items(e) {
			k := b.span(item.KeyExpr.Range())
			b.candidates(item.ValueExpr, root, k, path+"."+strings.Trim(string(b.Bytes[k.Start:k.End]), `"`))
		}
	}
}

// looksLikeDefinition reports whether an object that is given to nothing, as a
// local is, has the members of a definition.
func (b *terraformBuilder) looksLikeDefinition(e hclsyntax.Expression) bool {
	object, ok := unwrap(e).(*hclsyntax.ObjectConsExpr)
	if !ok {
		return false
	}
	found := map[string]bool{}
	for _, item := range b.items(object) {
		k := b.span(item.KeyExpr.Range())
		found[strings.Trim(string(b.Bytes[k.Start:k.End]), `"`)] = true
	}
	return found["states"] && (found["initial_state"] || found["flags"])
}

// candidate adds a value under a name that may be that of another one too. Names
// of one place are told apart by a number.
func (b *terraformBuilder) candidate(e hclsyntax.Expression, root int32, name Span, path string) {
	b.definition(e, root, name)
	b.templates[int32(name.Start)] = []part{{start: int32(name.Start), end: int32(name.End), kind: named, text: path}}
}
