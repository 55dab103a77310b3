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
	if p.space(); p.pos < p.end && p.s[p.pos] == '(' {
		loop.Over, loop.First, loop.Last = p.parenthesis()
	} else {
		loop.Over = p.operand()
	}
	p.arithmetic(NoOperand)
	p.filterChain(true)
	for p.space(); p.pos < p.end; p.space() {
		if p.s[p.pos] == ',' {
			p.pos++
		} else if !p.loopOption(loop) {
			p.unexpected()
			return
		}
	}
}

// loopOption reads one of the words behind the value of a loop.
func (p *parser) loopOption(loop *Loop) bool {
	start, word := p.pos, p.word()
	if word == "reversed" {
		p.pos += len(word)
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
		p.failf(BadTag, Span{start, start + len(word)}, `write "%s: …"`, word)
		return false
	}
	p.pos++
	if p.space(); word == "offset" && p.word() == "continue" {
		p.pos += len("continue")
		return true
	}
	*into = p.operand()
	p.arithmetic(NoOperand)
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
