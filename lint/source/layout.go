package source

import (
	"bytes"
	"strings"
)

// A layout is how the members or elements of an object or array stand: what is
// put in is to look like its neighbours.
type layout struct {
	lead   string // the white space before each child
	colon  string // or equals sign, with the white space around it
	indent string // one level more
	lines  bool   // members need no comma: each stands on a line of its own
}

// spread reports whether each child stands on a line of its own.
func (l layout) spread() bool { return strings.ContainsAny(l.lead, "\r\n") }

// comma is what stands between two children of an object or array.
func (l layout) comma(object bool) string {
	if object && l.lines && l.spread() {
		return l.lead
	}
	return "," + l.lead
}

// deeper is the layout of an object or array within.
func (l layout) deeper() layout {
	if l.spread() {
		l.lead += l.indent
	}
	return l
}

// layoutOf reads the layout of an object's or array's children, or, when it has
// none, of those around it.
func (f *File) layoutOf(n Node) layout {
	l := layout{colon: f.colonNear(n), indent: "  ", lines: f.encoding == terraform}
	first := n.First()
	if first.f == nil || n.row().signs&joined != 0 {
		outer := n.Parent()
		if outer.f == nil {
			return l
		}
		if around := f.layoutOf(outer); around.spread() {
			return around.deeper()
		}
		return l
	}
	l.lead = string(f.Bytes[n.row().start+1 : first.begin()])
	if second := first.Next(); !l.spread() && second.f != nil {
		comma := bytes.IndexByte(f.Bytes[first.row().end:second.begin()], ',')
		l.lead = string(f.Bytes[int(first.row().end)+comma+1 : second.begin()])
	} else if !l.spread() && strings.HasSuffix(l.colon, " ") {
		l.lead = " "
	}
	if l.lead == "" && n.Len() > 1 {
		l.colon = strings.TrimSpace(l.colon)
	}
	if second := first.Next(); l.lines && n.IsObject() && second.f != nil {
		l.lines = bytes.IndexByte(f.Bytes[first.row().end:second.begin()], ',') < 0
	}
	if l.spread() { // in a file of one line its beginning is far
		line := l.lead[strings.LastIndexAny(l.lead, "\r\n")+1:]
		if more, ok := strings.CutPrefix(line, f.indentation(int(n.row().start))); ok && more != "" {
			l.indent = more
		}
	}
	return l
}

// begin is where a child begins: with its name, if it has one.
func (n Node) begin() int {
	if r := n.row(); r.keyEnd > r.keyStart {
		return int(r.keyStart)
	}
	return int(n.row().start)
}

// indentation returns the white space that the line of a place begins with.
func (f *File) indentation(at int) string {
	line := f.Bytes[bytes.LastIndexAny(f.Bytes[:at], "\r\n")+1 : at]
	return string(line[:len(line)-len(bytes.TrimLeft(line, " \t"))])
}

// colonNear returns how the nearest member writes its colon.
func (f *File) colonNear(n Node) string {
	for m := n; m.f != nil; m = m.Parent() {
		for _, c := range [...]Node{m.First(), m} {
			if r := c.row(); r.keyEnd > r.keyStart {
				return f.colonOf(*r)
			}
		}
	}
	if f.encoding == terraform {
		return " = "
	}
	return ": "
}

// colonOf returns how a member writes its colon. Equals signs may be aligned.
func (f *File) colonOf(r node) string {
	colon := string(f.Bytes[r.keyEnd:r.start])
	switch {
	case f.encoding != terraform:
		return colon
	case strings.Contains(colon, "="):
		return " = "
	}
	return ": "
}

// insertion works out where children are put in, and what is written there.
func (n Node) insertion(i int, children []Member) (at Span, text string, ok bool) {
	f := n.f
	if f.encoding == formField || n.row().signs&joined != 0 || !n.IsObject() && !n.IsArray() {
		return Span{}, "", false
	}
	l := f.layoutOf(n)
	comma := l.comma(n.IsObject())
	w := writer{encoding: f.encoding}
	for k, c := range children {
		if n.IsObject() == (c.Name == "") || !(Members{c}).fits(f) {
			return Span{}, "", false
		}
		if k > 0 {
			w.WriteString(comma)
		}
		if c.Name != "" {
			w.WriteString(f.writeName(n.First(), c.Name) + l.colon)
		}
		c.Value.write(&w, l)
	}
	if n.Len() == 0 {
		s := n.Span()
		end := ""
		if l.spread() {
			end = l.lead[:strings.LastIndexAny(l.lead, "\r\n")+1] + f.indentation(s.Start)
		}
		return Span{s.Start + 1, s.End - 1}, l.lead + w.String() + end, true
	}
	before, last := Node{}, Node{}
	for c := range n.Children() {
		if c.Index() == i {
			before = c
		}
		last = c
	}
	if before.f != nil {
		return Span{before.begin(), before.begin()}, w.String() + comma, true
	}
	end := int(last.row().end)
	if f.isHeredoc(last) && comma[0] == ',' {
		return Span{}, "", false // its end needs a line for itself
	}
	return Span{end, end}, comma + w.String(), true
}

// removal works out what goes when a child is taken out.
func (n Node) removal(with extent) (at Span, text string, ok bool) {
	p := n.Parent()
	if p.f == nil || p.row().signs&joined != 0 || n.f.encoding == formField {
		return Span{}, "", false
	}
	if n.f.encoding == terraform {
		return n.removeLines()
	}
	if next := n.Next(); with == withComma && next.f != nil {
		return Span{n.begin(), next.begin()}, "", true
	}
	if with == withSiblings {
		return Span{p.Span().Start + 1, p.Span().End - 1}, "", true
	}
	if before := n.before(); before.f != nil {
		return Span{int(before.row().end), n.Span().End}, "", true
	}
	if next := n.Next(); next.f != nil {
		return Span{n.begin(), next.begin()}, "", true
	}
	return Span{p.Span().Start + 1, p.Span().End - 1}, "", true
}

// before returns the sibling before a node.
func (n Node) before() Node {
	var before Node
	for c := range n.Parent().Children() {
		if c == n {
			break
		}
		before = c
	}
	return before
}

// writeValue writes a value in place of a node's.
func (f *File) writeValue(n Node, value Value) string {
	w := writer{encoding: f.encoding}
	var l layout
	if f.encoding != formField {
		l = layout{colon: f.colonNear(n), indent: "  ", lines: f.encoding == terraform}
		if p := n.Parent(); p.f != nil {
			l = f.layoutOf(p)
		}
	}
	value.write(&w, l)
	return w.String()
}

// A writer writes values.
type writer struct {
	strings.Builder
	encoding encoding
}

// list writes the children of an object or array whose siblings have the layout.
func (w *writer) list(opening, closing byte, count int, l layout, child func(i int, l layout)) {
	w.WriteByte(opening)
	inner := l.deeper()
	for i := range count {
		if i > 0 && !(opening == '{' && l.lines && l.spread()) {
			w.WriteByte(',')
		}
		if i > 0 || l.spread() {
			w.WriteString(inner.lead)
		}
		child(i, inner)
	}
	if count > 0 && l.spread() {
		w.WriteString(l.lead)
	}
	w.WriteByte(closing)
}
