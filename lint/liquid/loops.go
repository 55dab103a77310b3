package liquid

import "strconv"

// loopArgs reads variable in value, with reversed, limit:, offset: and cols: behind.
func (p *parser) loopArgs(tag Span) {
	n := len(p.tags) - 1
	loop := Loop{Tag: n, Local: -1, Over: none, First: none, Last: none, Limit: none, Offset: none}
	if name, ok := p.localName(tag); ok {
		p.loopValue(&loop, tag, name)
		loop.Local = p.enterLoop(n, tag, name)
	}
	loop.Max = p.rounds(loop)
	p.loops = append(p.loops, loop)
}

// loopValue reads what stands behind the variable of a loop, which does not
// hold there yet.
func (p *parser) loopValue(loop *Loop, tag, name Span) {
	if p.space(); p.word() != "in" {
		p.failf(BadTag, tag, `write {%% %s %s in … %%}`, tag.In(p.s), clip(name.In(p.s)))
		return
	}
	p.pos += len("in")
	p.use = UseLoop
	p.space()
	base, start := len(p.terms), p.pos
	p.push(NoOperator, Span{}, p.operand())
	loop.Over = p.terms[base].Operand
	if sub := loop.Over.Sub; loop.Over.Kind == RangeOperand && len(sub) == 2 {
		loop.First, loop.Last = sub[0].Terms[0].Operand, sub[1].Terms[0].Operand
	}
	p.arithmetic(NoOperand)
	p.filterChain(true)
	p.argument(Span{}, p.take(base, start))
	for p.space(); p.pos < p.end; p.space() {
		if p.s[p.pos] == ',' {
			p.pos++
		} else if !p.loopOption(loop) {
			base, start := len(p.terms), p.pos
			p.push(NoOperator, Span{}, p.unexpected())
			p.argument(Span{}, p.take(base, start))
			return
		}
	}
}

// loopOption reads one of the words behind the value of a loop.
func (p *parser) loopOption(loop *Loop) bool {
	start, word := p.pos, p.word()
	name := Span{start, start + len(word)}
	if word == "reversed" {
		p.pos += len(word)
		p.argument(name, Expr{Span: Span{p.pos, p.pos}})
		return true
	}
	var into *Operand
	switch cols := none; word {
	case "limit":
		into = &loop.Limit
	case "offset":
		into = &loop.Offset
	case "cols":
		into = &cols
	default:
		return false
	}
	p.pos += len(word)
	if p.space(); p.pos >= p.end || p.s[p.pos] != ':' {
		if p.loose {
			p.pos = start
			return false
		}
		p.failf(BadTag, name, `write "%s: …"`, word)
		return false
	}
	p.pos++
	if p.space(); word == "offset" && p.word() == "continue" {
		base, start := len(p.terms), p.pos
		p.pos += len("continue")
		p.push(NoOperator, Span{}, Operand{Span: Span{start, p.pos}, Ref: -1})
		p.argument(name, p.take(base, start))
		return true
	}
	e := p.value()
	*into = e.Terms[0].Operand
	p.argument(name, e)
	return true
}

// rounds returns how often a loop runs at most, or -1.
func (p *parser) rounds(loop Loop) int {
	most := -1
	first, ok := p.integer(loop.First)
	last, ok2 := p.integer(loop.Last)
	if ok && ok2 {
		most = max(0, last-first+1)
		if offset, ok := p.integer(loop.Offset); ok && offset > 0 {
			most = max(0, most-offset)
		}
	}
	if limit, ok := p.integer(loop.Limit); ok && limit >= 0 && (most < 0 || limit < most) {
		most = limit
	}
	return most
}

// integer returns the value of a literal whole number of a sensible size.
func (p *parser) integer(o Operand) (int, bool) {
	if o.Kind != NumberOperand {
		return 0, false
	}
	n, err := strconv.ParseInt(o.In(p.s), 10, 32)
	return int(n), err == nil
}
