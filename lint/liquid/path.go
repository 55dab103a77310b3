package liquid

import (
	"strings"
	"unicode/utf8"
)

// path reads a variable path and records it as a reference.
//
// White space around dots and before brackets is legal: live flows have it.
func (p *parser) path() Operand {
	n, base, start := len(p.refs), len(p.open), p.pos
	broken := false
	p.refs = append(p.refs, Reference{Use: p.use, Markup: len(p.markup) - 1, Local: -1})

	if p.s[p.pos] != '[' {
		p.segment(true)
	}
	end := p.pos
steps:
	for {
		if !p.loose {
			p.space()
		}
		if p.pos >= p.end {
			break
		}
		switch p.s[p.pos] {
		case '.':
			dot := p.pos
			if p.pos++; p.pos < p.end && p.s[p.pos] == '.' {
				p.pos = dot
				break steps
			}
			if !p.loose {
				p.space()
			}
			if !p.segment(false) {
				broken = true
				p.badDot(dot)
				break steps
			}
		case '[':
			mistakes := p.mistakes
			if !p.bracket() {
				broken = true
				end = start + len(trimRight(p.s[start:p.pos]))
				break steps
			}
			broken = broken || p.mistakes > mistakes
		default:
			break steps
		}
		end = p.pos
	}
	o := p.finish(n, base, Span{start, end})
	if o.Ref >= 0 {
		p.refs[n].Broken = broken || p.loose
		p.latest = n
	}
	return o
}

// finish completes the reference at n, whose segments stand on p.open from base.
// A reference nothing of which could be read is dropped again, unless others
// were read within.
func (p *parser) finish(n, base int, at Span) Operand {
	if len(p.open) == base {
		if n == len(p.refs)-1 {
			p.refs = p.refs[:n]
			return p.absent()
		}
		p.open = append(p.open, Segment{Span: Span{at.End, at.End}, Kind: DynamicSegment})
	}
	r := &p.refs[n]
	r.Span = at
	r.Segments = p.room.segs.keep(p.open[base:])
	if written := at.In(p.s); isPlain(r.Segments, len(written)) {
		r.written = written
	}
	p.open = p.open[:base]
	if root := &r.Segments[0]; len(p.scope) > 0 && root.Kind == NameSegment {
		if local, ok := p.scope[root.Name]; ok {
			r.Local = local
		}
	}
	return Operand{Span: at, Kind: ReferenceOperand, Ref: n}
}

// badDot reports a dot that no name follows.
func (p *parser) badDot(dot int) {
	if p.pos < p.end && p.s[p.pos] == '[' {
		p.fail(badExpression, Span{dot, dot + 1}, `no dot stands before "["`)
		return
	}
	p.fail(badExpression, Span{dot, dot + 1}, `a dot must be followed by a name`)
	if p.loose {
		p.pos = dot // the full stop of a text
	} else {
		p.skipTo('|')
	}
}

// segment reads the name at pos, which stands first in its path or after a dot.
func (p *parser) segment(first bool) bool {
	start := p.pos
	if start >= p.end || p.s[start] == '-' {
		return false
	}
	if p.nests && !first && strings.HasPrefix(p.s[start:p.end], "{{") {
		o := p.nested()
		if p.pos == start {
			return false
		}
		p.open = append(p.open, Segment{Span: o.Span, Kind: DynamicSegment, Index: o.Inner})
		return true
	}
	kind := NameSegment
	for p.pos = p.nameEnd(p.pos); p.placeholderHere(); p.pos = p.nameEnd(p.pos) {
		kind = PlaceholderSegment
	}
	if p.pos == start {
		return false
	}
	if p.at(p.pos) == '?' && p.pos < p.end {
		p.pos++
	}
	at := Span{start, p.pos}
	name := at.In(p.s)
	if kind == NameSegment {
		kind = p.checkName(name, at, first)
	}
	p.open = append(p.open, Segment{Span: at, Kind: kind, Name: name})
	return true
}

// checkName reports names that some engines or all do not take.
func (p *parser) checkName(name string, at Span, first bool) SegmentKind {
	if digit(name[0]) {
		if !first && strings.Trim(name, "0123456789") == "" {
			p.failf(numberName, at, `%q is an index: write [%s] without the dot`, clip(name), clip(name))
			return IndexSegment
		}
		p.failf(numberName, at, `%q starts with a digit, which not every Liquid reads: write ["%s"]`, clip(name), clip(name))
		return NameSegment
	}
	if first {
		p.checkASCII(at, `rename the variable`)
	} else {
		p.checkASCII(at, `write ["…"] or rename it`)
	}
	return NameSegment
}

// checkASCII reports a name with other letters than those of ASCII.
func (p *parser) checkASCII(at Span, advice string) {
	for i := at.Start; i < at.End; i++ {
		if p.s[i] >= utf8.RuneSelf {
			r, _ := utf8.DecodeRuneInString(p.s[i:at.End])
			p.failf(nonASCII, at, `%q is not ASCII, and Liquid names are (Twilio 81018): %s`, string(r), advice)
			return
		}
	}
}

// bracket reads ["key"], [0] or [another.path]; false means that its end is missing.
func (p *parser) bracket() bool {
	open := p.pos
	p.pos++
	if !p.enter(open) {
		return false
	}
	p.space()
	if p.pos < p.end && p.s[p.pos] == ']' {
		p.fail(badExpression, Span{open, p.pos + 1}, `"[]" needs a number, a key in quotes or a variable`)
		p.pos++
		p.depth--
		return false
	}
	use := p.use
	p.use = UseIndex
	e := p.value()
	p.use = use
	o := e.Terms[0].Operand
	seg := Segment{Span: o.Span, Kind: DynamicSegment}
	switch o.Kind {
	case StringOperand:
		seg.Kind = KeySegment
		if q := p.s[o.Start]; q == '"' || q == '\'' {
			if seg.Start++; seg.Start < seg.End && p.s[o.End-1] == q {
				seg.End--
			}
		}
		seg.Name = seg.In(p.s)
	case NumberOperand:
		seg.Kind, seg.Name = IndexSegment, seg.In(p.s)
	case PlaceholderOperand:
		seg.Kind, seg.Name = PlaceholderSegment, seg.In(p.s)
	case NoOperand:
		if len(e.Terms) > 1 { // what stands after a mistake is read, too
			seg.Index = p.keepExpr(e)
			p.open = append(p.open, seg)
		}
		p.depth--
		return false
	}
	if seg.Kind == DynamicSegment || len(e.Terms) > 1 || o.Inner != nil {
		if len(e.Terms) == 1 {
			e.Span = o.Span // without what was passed over after a mistake
		}
		seg.Index = p.keepExpr(e)
	}
	p.open = append(p.open, seg)
	return p.leave(']', open)
}
