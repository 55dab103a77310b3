package liquid

// filterChain reads | name: arguments, as many as there are.
func (p *parser) filterChain(condition bool) {
	for p.space(); p.pos < p.end && p.s[p.pos] == '|'; p.space() {
		bar := Span{p.pos, p.pos + 1}
		p.pos++
		if p.pos < p.end && p.s[p.pos] == '|' {
			p.fail(BadExpression, Span{bar.Start, bar.End + 1}, `Liquid has no "||": write "or"`)
			p.pos++
			p.operand()
			continue
		}
		p.space()
		at := Span{p.pos, p.pos + len(p.word())}
		if condition {
			p.fail(MisplacedFilter, Span{bar.Start, max(bar.End, at.End)}, `filters have no effect here: put the value into a variable first, as in {% assign x = … | … %}`)
		}
		if at.Start == at.End || digit(p.s[at.Start]) {
			p.fail(BadFilter, bar, `"|" must be followed by the name of a filter`)
			if !p.skipTo('|') {
				return
			}
			continue
		}
		p.checkASCII(at, `no filter has such a name`)
		p.pos = at.End
		n := len(p.filters)
		p.filters = append(p.filters, Filter{
			Span: at, Name: at.In(p.s), Args: Span{at.End, at.End}, Arg: none, Markup: len(p.markup) - 1,
		})
		p.space()
		switch {
		case p.pos < p.end && p.s[p.pos] == ':':
			p.pos++
		case p.pos < p.end && !p.loose && p.startsOperand():
			p.failf(BadFilter, at, `the arguments of %q come after a colon: write "%s: …"`, clip(at.In(p.s)), clip(at.In(p.s)))
		default:
			continue
		}
		use := p.use
		p.use = UseArgument
		p.arguments(n)
		p.use = use
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

// arguments reads the arguments of the filter at n: values, and values with a name.
func (p *parser) arguments(n int) {
	p.space()
	start := p.pos
	for {
		p.argumentName()
		o := p.operand()
		p.arithmetic(NoOperand)
		f := &p.filters[n]
		if o.Kind != NoOperand {
			if f.N++; f.N == 1 {
				f.Arg = o
			}
		}
		if p.pos > start {
			f.Args = Span{start, p.pos}
		}
		p.space()
		if p.pos >= p.end || p.s[p.pos] != ',' {
			break
		}
		p.pos++
	}
	f := &p.filters[n]
	for f.Args.End > f.Args.Start && spaceByte(p.s[f.Args.End-1]) {
		f.Args.End--
	}
	f.Arg.End = min(f.Arg.End, f.Args.End) // a string that is never closed takes the white space in
	if p.pos < p.end && p.s[p.pos] == ':' {
		p.fail(BadFilter, Span{p.pos, p.pos + 1}, `the arguments of a filter are separated by commas: write "," instead of ":"`)
	}
}

// argumentName steps over the name of a named argument, as in format: x.
func (p *parser) argumentName() {
	p.space()
	start := p.pos
	word := p.word()
	if word == "" || digit(word[0]) {
		return
	}
	p.pos += len(word)
	if p.space(); p.pos < p.end && p.s[p.pos] == ':' {
		p.pos++
		p.checkASCII(Span{start, start + len(word)}, `no argument has such a name`)
		return
	}
	p.pos = start
}
