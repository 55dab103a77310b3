package liquid

import (
	"strings"
	"unicode/utf8"
)

// absent is the operand that should stand at pos.
func (p *parser) absent() Operand { return Operand{Span: Span{p.pos, p.pos}, Ref: -1} }

// maxDepth is how deep brackets and parentheses may be nested.
const maxDepth = 50

// operand reads one value.
func (p *parser) operand() Operand {
	p.space()
	if p.pos >= p.end {
		p.missing()
		return p.absent()
	}
	start := p.pos
	done := func(kind OperandKind) Operand { return Operand{Span: Span{start, p.pos}, Kind: kind, Ref: -1} }
	switch c := p.s[start]; {
	case nameStart(c):
		return p.named()
	case c == '"' || c == '\'':
		nested := p.quotedString()
		o := done(StringOperand)
		o.Inner = nested
		return o
	case digit(c), c == '-' && start+1 < p.end && digit(p.s[start+1]):
		if p.number() {
			return done(NumberOperand)
		}
		return p.path()
	case c == '[':
		return p.path()
	case c == '(':
		return p.parenthesis()
	case c == '$' || c == '%':
		if p.placeholderHere() {
			p.skipTail()
			return done(PlaceholderOperand)
		}
	case c == '{' && p.at(start+1) == '{':
		return p.nested()
	case strings.IndexByte(")],:|=<>", c) >= 0:
		p.failf(badExpression, Span{start, start + 1}, `a value is missing before %q`, p.s[start:start+1])
	case c >= utf8.RuneSelf:
		if p.curlyString() {
			return done(StringOperand)
		}
		return p.named()
	}
	return p.unexpected()
}

// named reads a literal word or a path.
func (p *parser) named() Operand {
	word := p.word()
	kind := NoOperand
	switch word {
	case "true", "false":
		kind = BoolOperand
	case "nil", "null":
		kind = NilOperand
	case "empty", "blank":
		kind, p.odd = EmptyOperand, true
	case "and", "or", "contains", "in":
		at := Span{p.pos, p.pos + len(word)}
		p.failf(badExpression, at, `%q stands where a value should: write what it joins or compares`, word)
		return p.absent()
	default:
		return p.path()
	}
	start := p.pos
	p.pos += len(word)
	at := Span{start, p.pos}
	p.space()
	if rest := p.s[p.pos:p.end]; rest != "" && (rest[0] == '.' || rest[0] == '[') && !p.loose {
		p.pos = start
		return p.path() // a variable of that name
	}
	p.pos = at.End
	return Operand{Span: at, Kind: kind, Ref: -1}
}

// quotedString reads a string; Liquid knows no escapes within. It returns the
// markup that stands there by mistake.
func (p *parser) quotedString() *Expr {
	start := p.pos
	n := strings.IndexByte(p.s[start+1:p.end], p.s[start])
	if n < 0 {
		p.failf(unclosedString, Span{start, p.end}, `the string that starts with %s is never closed: write another %s after it`, clip(p.s[start:p.end]), p.s[start:start+1])
		p.pos = p.end
		return nil
	}
	end := start + n + 2
	base := len(p.terms)
	for p.nests {
		n := strings.Index(p.s[p.pos:end], "{{")
		if n < 0 {
			break
		}
		p.pos += n
		if inner := p.inner(p.pos); inner < 0 || inner > end {
			break
		}
		p.push(OtherOperator, p.pos, p.nested())
	}
	p.pos = end
	if len(p.terms) == base {
		return nil
	}
	return p.keepExpr(p.take(base, start))
}

// curlyString reads a string in typographic quotes, which Liquid does not know.
func (p *parser) curlyString() bool {
	rest := p.s[p.pos:p.end]
	r, size := utf8.DecodeRuneInString(rest)
	if !strings.ContainsRune(curly, r) {
		return false
	}
	length := len(rest)
	if n := strings.IndexAny(rest[size:], "“”‟‘’‛«»"); n >= 0 {
		_, last := utf8.DecodeRuneInString(rest[size+n:])
		length = size + n + last
	}
	p.failf(nonASCII, Span{p.pos, p.pos + length}, `%s is not a quote Liquid knows: write ' or "`, string(r))
	p.pos += length
	return true
}

// number reads a number; it reports false for a name that starts with a digit.
func (p *parser) number() bool {
	i := p.pos + 1
	for i < p.end && digit(p.s[i]) {
		i++
	}
	if i < p.end && p.s[i] == '.' && !(i+1 < p.end && p.s[i+1] == '.') {
		i++
		for i < p.end && digit(p.s[i]) {
			i++
		}
	}
	if i < p.end && nameByte(p.s[i]) && p.s[i] != '-' && p.s[p.pos] != '-' {
		return false
	}
	p.pos = i
	return true
}

// parenthesis reads a range or a grouped condition.
func (p *parser) parenthesis() Operand {
	start := p.pos
	p.pos++
	p.odd = true
	o := Operand{Span: Span{start, start}, Kind: GroupOperand, Ref: -1}
	if !p.enter(start) {
		return o
	}
	p.space()
	base, from := len(p.terms), p.pos
	p.comparisons(true)
	first := p.terms[base].Operand
	p.space()
	single := first.Kind != NoOperand && trimLeft(p.s[first.End:p.pos]) == ""
	if single && strings.HasPrefix(p.s[p.pos:p.end], "..") {
		at := p.pos
		p.pos += 2
		o.Kind = RangeOperand
		p.push(To, at, p.operand())
		p.arithmetic(NoOperand)
		p.space()
	}
	o.Inner = p.keepExpr(p.take(base, from))
	p.leave(')', start)
	o.End = start + len(trimRight(p.s[start:p.pos]))
	return o
}

// enter goes one bracket deeper; false means too deep, and skips the expression.
func (p *parser) enter(at int) bool {
	if p.depth++; p.depth > maxDepth {
		p.failf(tooDeep, Span{at, at + 1}, `brackets are nested more than %d deep`, maxDepth)
		p.pos = p.end
		return false
	}
	return true
}

// leave reads the closing bracket of the one opened at open; false means that
// something else stands there.
func (p *parser) leave(bracket byte, open int) bool {
	p.depth--
	p.space()
	if p.pos < p.end && p.s[p.pos] == bracket {
		p.pos++
		return true
	}
	if p.pos >= p.end {
		p.failf(badExpression, Span{open, open + 1}, `%q is never closed: write %q after it`, p.s[open:open+1], string(bracket))
	}
	p.unexpected()
	return false
}

// placeholderHere steps over the ${…} or %{…} at pos, if one ends within the expression.
func (p *parser) placeholderHere() bool {
	if p.pos+1 >= p.end || p.s[p.pos] != '$' && p.s[p.pos] != '%' || p.s[p.pos+1] != '{' {
		return false
	}
	end := p.skipPlaceholder(p.pos + 1)
	if end <= p.pos+2 || end > p.end {
		return false
	}
	p.pos = end
	return true
}

// skipTail steps over the path after a placeholder: what it belongs to is not known.
func (p *parser) skipTail() {
	for p.pos < p.end && (nameByte(p.s[p.pos]) || p.s[p.pos] == '.') {
		p.pos++
	}
}

// nested reads {{ … }} inside an expression, which reportEnd has reported.
func (p *parser) nested() Operand {
	start := p.pos
	end := p.inner(start)
	if end < 0 || end > p.end {
		return p.unexpected()
	}
	outer, base := p.end, len(p.terms)
	p.pos, p.end = start+2, end-2
	p.comparisons(true)
	inner := p.keepExpr(p.take(base, start+2))
	p.pos, p.end = end, outer
	return Operand{Span: Span{start, end}, Kind: NestedOperand, Ref: -1, Inner: inner}
}
