package liquid

// The functions of this file read the arguments of one kind of tag each, from
// pos to end. Their parameter is where the name of the tag stands.

func (p *parser) conditionArgs(Span) {
	p.use = UseCondition
	p.argument(Span{}, p.expression(true))
}

// noArgs reads what a tag without arguments has all the same.
func (p *parser) noArgs(name Span) {
	if p.pos < p.end && !p.loose {
		p.failf(extraArguments, Span{p.pos, p.end}, `%q takes nothing after its name`, name.In(p.s))
		p.pos = p.end
	}
}

// elseArgs reads the condition that people give an else.
func (p *parser) elseArgs(name Span) {
	if p.pos >= p.end || p.loose {
		return
	}
	if word := p.word(); word == "if" {
		p.failf(badTag, Span{name.Start, p.pos + len(word)}, `"else if" is one word in Liquid: write {%% elsif … %%}`)
		p.pos += len(word)
		p.conditionArgs(name)
		return
	}
	p.failf(badTag, Span{name.Start, p.end}, `"else" takes no condition: write {%% elsif … %%}`)
	p.conditionArgs(name)
}

// caseArgs reads the value that the when tags are compared with.
func (p *parser) caseArgs(Span) {
	p.use = UseCase
	p.argument(Span{}, p.expression(true))
}

// whenArgs reads values separated by commas or "or".
func (p *parser) whenArgs(Span) {
	p.use = UseCase
	for {
		p.argument(Span{}, p.value())
		p.space()
		if p.pos < p.end && p.s[p.pos] == ',' {
			p.pos++
			continue
		}
		if p.word() != "or" {
			break
		}
		p.pos += len("or")
	}
	p.rest()
}

// rest reports what stands after complete arguments.
func (p *parser) rest() {
	if p.space(); p.pos < p.end {
		base, start := len(p.terms), p.pos
		p.push(NoOperator, 0, p.unexpected())
		p.filterChain(true)
		p.argument(Span{}, p.take(base, start))
	}
}

// assignArgs reads name = value | filters.
func (p *parser) assignArgs(tag Span) {
	name, ok := p.localName(tag)
	if !ok {
		return
	}
	if p.space(); p.pos >= p.end || p.s[p.pos] != '=' {
		switch {
		case p.pos < p.end && (p.s[p.pos] == '.' || p.s[p.pos] == '['):
			p.fail(badTag, Span{name.Start, p.end}, `assign names a value within this text only, without dots: use a Set Variables widget for the variables of the flow`)
		default:
			p.failf(badTag, name, `write {%% assign %s = … %%}`, clip(name.In(p.s)))
		}
		p.pos = p.end
		return
	}
	if p.pos++; p.pos < p.end && p.s[p.pos] == '=' {
		p.fail(badTag, Span{p.pos - 1, p.pos + 1}, `"==" compares: write "=" in {% assign %}`)
		p.pos++
	}
	p.use = UseAssign
	p.argument(Span{}, p.expression(false))
	p.nameHere(name)
}

// counterArgs reads the name of increment and decrement.
func (p *parser) counterArgs(tag Span) {
	if name, ok := p.localName(tag); ok {
		p.nameHere(name)
		p.rest()
	}
}

// captureArgs reads a name, which may stand in quotes.
func (p *parser) captureArgs(tag Span) {
	b := &p.blocks[len(p.blocks)-1]
	if p.pos < p.end && (p.s[p.pos] == '"' || p.s[p.pos] == '\'') {
		quote := p.s[p.pos]
		b.name.Start = p.pos + 1
		if nested := p.quotedString(); nested != nil {
			p.argument(Span{}, *nested)
		}
		if b.name.End = p.pos; p.pos > b.name.Start && p.s[p.pos-1] == quote {
			b.name.End-- // a string that is never closed has no quote there
		}
		p.tags[len(p.tags)-1].Target = b.name
		p.rest()
	} else if name, ok := p.localName(tag); ok {
		b.name = name
		p.rest()
	}
}

// cycleArgs reads group: value, value …
func (p *parser) cycleArgs(Span) {
	p.use = UseCycle
	p.argument(Span{}, p.value())
	if p.space(); p.pos < p.end && p.s[p.pos] == ':' {
		p.tags[len(p.tags)-1].Group = true
		p.pos++
		p.argument(Span{}, p.value())
	}
	for p.space(); p.pos < p.end && p.s[p.pos] == ','; p.space() {
		p.pos++
		p.argument(Span{}, p.value())
	}
	p.rest()
}
