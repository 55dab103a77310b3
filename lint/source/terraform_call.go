package source

import (
	"slices"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// call adds the value of a function whose result is known by its arguments: the lists
// that concat joins, and the text that jsonencode writes. It reports false for others.
func (b *terraformBuilder) call(e *hclsyntax.FunctionCallExpr, n node, parent int32) bool {
	if args := arguments(e, "concat"); slices.ContainsFunc(args, isList) {
		n.kind = Array
		n.signs |= joined
		b.concat(args, b.add(n, parent), 0)
		return true
	}
	if args := arguments(e, "jsonencode"); len(args) == 1 {
		enc := encoder{terraformBuilder: b}
		switch value := unwrap(args[0]).(type) {
		case *hclsyntax.ObjectConsExpr, *hclsyntax.TupleConsExpr:
			n.kind = String
			b.add(n, parent)
			enc.value(value)
			b.templates[n.start] = enc.list
			return true
		}
	}
	return false
}

func isList(e hclsyntax.Expression) bool {
	tuple, ok := unwrap(e).(*hclsyntax.TupleConsExpr)
	return ok && len(tuple.Exprs) > 0
}

// concat adds the elements of lists. A list that only Terraform knows is an unknown
// element: what stands for one may stand for more.
func (b *terraformBuilder) concat(lists []hclsyntax.Expression, parent int32, level int) {
	for _, list := range lists {
		if tuple, ok := unwrap(list).(*hclsyntax.TupleConsExpr); ok {
			for _, element := range tuple.Exprs {
				b.value(element, parent, Span{})
			}
			continue
		}
		if args := arguments(list, "concat"); len(args) > 0 && level < maxNesting {
			b.concat(args, parent, level+1)
			continue
		}
		if loop, ok := unwrap(list).(*hclsyntax.ForExpr); ok && loop.KeyExpr == nil && isObject(loop.ValExpr) {
			b.repeats(loop, parent)
			continue
		}
		at := b.span(list.Range())
		b.unknown(node{start: int32(at.Start), end: int32(at.End)}, parent)
	}
}

// definition adds what may be a definition: an object, a text, or what merge makes of
// several objects. What none of them has that stand there may be in those that only
// Terraform knows.
func (b *terraformBuilder) definition(e hclsyntax.Expression, parent int32, key Span) {
	args := arguments(e, "merge")
	if len(args) == 0 {
		b.value(e, parent, key)
		return
	}
	at := b.span(unwrap(e).Range())
	i := b.add(node{start: int32(at.Start), end: int32(at.End), keyStart: int32(key.Start), keyEnd: int32(key.End), kind: Object, signs: joined}, parent)
	var open hclsyntax.Expression
	for _, arg := range args {
		object, ok := unwrap(arg).(*hclsyntax.ObjectConsExpr)
		if !ok {
			open = arg
			continue
		}
		for _, item := range b.items(object) {
			b.value(item.ValueExpr, i, b.key(item.KeyExpr))
		}
	}
	if open == nil {
		return
	}
	merged, rest := Node{b.File, i}, b.span(open.Range())
	last := int32(at.End - 1) // the bracket, for rows stand in the order of the text
	for _, name := range []string{"description", "states", "initial_state", "flags"} {
		if merged.Get(name).Exists() {
			continue
		}
		if b.names == nil {
			b.names = map[int32]string{}
		}
		row := b.unknown(node{start: last, end: last + 1}, i)
		b.templates[last] = []part{{start: int32(rest.Start), end: int32(rest.End), kind: hole}}
		b.names[row] = name
	}
}

// An encoder collects the parts of the text that jsonencode writes. Members stay in the
// order in which they stand, where Terraform sorts them.
type encoder struct {
	*terraformBuilder
	list []part
}

// mark adds what stands in the text and not in the file, at a place there.
func (enc *encoder) mark(at int, text string) {
	enc.list = append(enc.list, part{start: int32(at), end: int32(at), kind: encodedMark, text: text})
}

func (enc *encoder) hole(s Span) {
	enc.list = append(enc.list, part{start: int32(s.Start), end: int32(s.End), kind: hole})
}

func (enc *encoder) value(e hclsyntax.Expression) {
	e = unwrap(e)
	at := enc.span(e.Range())
	switch e := e.(type) {
	case *hclsyntax.ObjectConsExpr:
		enc.mark(at.Start, "{")
		for i, item := range enc.items(e) {
			enc.comma(i, item.KeyExpr)
			enc.key(item.KeyExpr)
			enc.mark(enc.span(item.ValueExpr.Range()).Start, ":")
			enc.value(item.ValueExpr)
		}
		enc.mark(at.End-1, "}")
		return
	case *hclsyntax.TupleConsExpr:
		enc.mark(at.Start, "[")
		for i, element := range e.Exprs {
			enc.comma(i, element)
			enc.value(element)
		}
		enc.mark(at.End-1, "]")
		return
	case *hclsyntax.TemplateExpr:
		if enc.text(e, at) {
			return
		}
	case *hclsyntax.LiteralValueExpr, *hclsyntax.UnaryOpExpr:
		if raw := enc.Bytes[at.Start:at.End]; literalKind(raw) != Absent {
			enc.mark(at.Start, string(raw))
			return
		}
	}
	enc.hole(at)
}

func (enc *encoder) comma(i int, before hclsyntax.Expression) {
	if i > 0 {
		enc.mark(enc.span(before.Range()).Start, ",")
	}
}

// text adds a quoted string. A heredoc is left to Terraform.
func (enc *encoder) text(e *hclsyntax.TemplateExpr, at Span) bool {
	if enc.Bytes[at.Start] != '"' {
		return false
	}
	p := partsOf{data: enc.Bytes, literal: encodedLiteral, at: at.Start + 1, cuts: enc.cuts}
	if isPlainString(enc.Bytes[at.Start:at.End]) {
		p.add(encodedLiteral, at.End-1)
	} else {
		p.all(e.Parts)
		p.hole(at.End - 1)
	}
	enc.mark(at.Start, `"`)
	enc.list = append(enc.list, p.list...)
	enc.mark(at.End-1, `"`)
	return true
}

// key adds the name of a member.
func (enc *encoder) key(e hclsyntax.Expression) {
	at := enc.span(e.Range())
	if k, ok := e.(*hclsyntax.ObjectConsKeyExpr); ok {
		if t, ok := k.Wrapped.(*hclsyntax.TemplateExpr); ok && enc.text(t, at) {
			return
		}
		if name := string(enc.Bytes[at.Start:at.End]); hclsyntax.ValidIdentifier(name) && !k.ForceNonLiteral {
			enc.mark(at.Start, `"`+name+`"`)
			return
		}
	}
	enc.mark(at.Start, `"`)
	enc.hole(at)
	enc.mark(at.End, `"`)
}

// isEncoded reports whether a string is what jsonencode writes.
func (f *File) isEncoded(n Node) bool {
	parts := f.templates[n.row().start]
	return len(parts) > 0 && parts[0].kind == encodedMark
}

// takesEncoded reports whether a text can be written into what jsonencode is given: into
// one literal, and in the same way in both languages.
func (f *File) takesEncoded(n Node, at Span, text string) bool {
	return encodeJSON(text) == text && slices.ContainsFunc(f.templates[n.row().start], func(p part) bool {
		return p.kind == encodedLiteral && int(p.start) <= at.Start && at.End <= int(p.end)
	})
}

// reencoded writes a text as it stands within a JSON string.
func reencoded(d Decoded, end int) Decoded {
	if encodeJSON(d.Text) == d.Text {
		return d
	}
	b := builder{start: d.start}
	for at := 0; at < len(d.Text); {
		run := at
		for len(d.segments) == 0 && run < len(d.Text) && d.Text[run] >= ' ' && d.Text[run] != '"' && d.Text[run] != '\\' {
			run++
		}
		if run > at {
			b.copy(d, at, run)
			at = run
			continue
		}
		_, size := utf8.DecodeRuneInString(d.Text[at:])
		b.unit(encodeJSON(d.Text[at:at+size]), d.Offset(at))
		at += size
	}
	return b.done(end)
}
