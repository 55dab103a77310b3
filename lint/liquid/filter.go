package liquid

// filterChain reads | name: arguments, as many as there are, for the latest term.
func (p *parser) filterChain(condition bool) {
	base := len(p.filters)
	for p.space(); p.pos < p.end && p.s[p.pos] == '|'; p.space() {
		bar := Span{p.pos, p.pos + 1}
		p.pos++
		if p.pos < p.end && p.s[p.pos] == '|' {
			p.fail(badExpression, Span{bar.Start, bar.End + 1}, `Liquid has no "||": write "or"`)
			p.pos++
			p.endChain(base)
			p.push(OtherOperator, bar.Start, p.operand())
			continue
		}
		p.space()
		at := Span{p.pos, p.pos + len(p.word())}
		if condition {
			p.fail(misplacedFilter, Span{bar.Start, max(bar.End, at.End)}, `filters have no effect here: put the value into a variable first, as in {% assign x = … | … %}`)
		}
		if at.Start == at.End || digit(p.s[at.Start]) {
			p.fail(badFilter, bar, `"|" must be followed by the name of a filter`)
			if !p.skipTo('|') {
				break
			}
			continue
		}
		p.checkASCII(at, `no filter has such a name`)
		p.pos = at.End
		p.filtered, p.odd = true, p.odd || at.In(p.s) == "divided_by"
		p.filters = append(p.filters, Filter{Span: at, Name: at.In(p.s), Args: Span{at.End, at.End}})
		p.space()
		switch {
		case p.pos < p.end && p.s[p.pos] == ':':
			p.pos++
		case p.pos < p.end && !p.loose && p.startsOperand():
			p.failf(badFilter, at, `the arguments of %q come after a colon: write "%s: …"`, clip(at.In(p.s)), clip(at.In(p.s)))
		default:
			continue
		}
		use := p.use
		p.use = UseArgument
		p.arguments()
		p.use = use
	}
	p.endChain(base)
}

// endChain gives the filters read since base to the latest term.
func (p *parser) endChain(base int) {
	if len(p.filters) > base {
		p.terms[len(p.terms)-1].Filters = p.room.filters.keep(p.filters[base:])
		p.filters = p.filters[:base]
	}
}

// startsOperand reports whether a value could start at pos.
func (p *parser) startsOperand() bool {
	switch c := p.s[p.pos]; {
	case c == '"' || c == '\'' || digit(c):
		return true
	case nameByte(c) && c != '-':
		switch p.word() {
		case "and", "or", "contains":
			return false
		}
		return true
	}
	return false
}

// arguments reads the arguments of the latest filter: values, and values with a name.
func (p *parser) arguments() {
	n := len(p.filters) - 1
	p.space()
	base, start := len(p.args), p.pos
	for {
		name := p.argumentName()
		p.argument(name, p.value())
		p.space()
		if p.pos >= p.end || p.s[p.pos] != ',' {
			break
		}
		p.pos++
	}
	f := &p.filters[n]
	f.Arguments = p.room.args.keep(p.args[base:])
	p.args = p.args[:base]
	f.Args = Span{start, start + len(trimRight(p.s[start:p.pos]))}
	if p.pos < p.end && p.s[p.pos] == ':' {
		p.fail(badFilter, Span{p.pos, p.pos + 1}, `the arguments of a filter are separated by commas: write "," instead of ":"`)
	}
}

// argumentName reads the name of a named argument, as in format: x.
func (p *parser) argumentName() Span {
	p.space()
	start := p.pos
	word := p.word()
	if word == "" || digit(word[0]) {
		return Span{}
	}
	p.pos += len(word)
	if p.space(); p.pos < p.end && p.s[p.pos] == ':' {
		p.pos++
		name := Span{start, start + len(word)}
		p.checkASCII(name, `no argument has such a name`)
		return name
	}
	p.pos = start
	return Span{}
}
