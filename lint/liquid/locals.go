package liquid

// localName reads the name that a tag gives to something.
func (p *parser) localName(tag Span) (Span, bool) {
	p.space()
	at := Span{p.pos, p.pos + len(p.word())}
	if at.Start == at.End {
		p.failf(badTag, tag, `%q must be followed by a name`, tag.In(p.s))
		return at, false
	}
	if digit(p.s[at.Start]) {
		p.failf(badTag, at, `a name cannot start with a digit`)
	}
	p.checkASCII(at, `choose another name`)
	for p.pos = at.End; p.placeholderHere(); p.pos = p.nameEnd(p.pos) {
	}
	at.End = p.pos
	p.tags[len(p.tags)-1].Target = at
	return at, true
}

// addLocal makes a name of the template that holds from scope on.
func (p *parser) addLocal(at Span, name string, tag, scope int) int {
	n := len(p.locals)
	p.locals = append(p.locals, Local{Span: at, Name: name, Scope: Span{scope, len(p.s)}, Tag: tag})
	if p.scope == nil {
		p.scope = make(map[string]int)
	}
	p.scope[name] = n
	return n
}

// nameHere makes the name at known after the present tag.
func (p *parser) nameHere(at Span) {
	n := len(p.tags) - 1
	p.addLocal(at, at.In(p.s), n, p.tags[n].End)
}

// nameCapture makes the name of a capture block known after its end.
func (p *parser) nameCapture(b block, from int) {
	if b.name.Start < b.name.End {
		p.addLocal(b.name, b.name.In(p.s), b.tag, from)
	}
}

// endLocals corrects the scope of the locals of an unclosed tag.
func (p *parser) endLocals(tag, to int) {
	for i := len(p.locals) - 1; i >= 0 && p.locals[i].Tag == tag; i-- {
		p.locals[i].Scope.Start = to
	}
}

// hidden is what a name of a loop stood for before it.
type hidden struct {
	name  string
	local int // -1 for nothing
}

// enterLoop makes the names of a loop known inside it.
func (p *parser) enterLoop(n int, tag, name Span) int {
	b := &p.blocks[len(p.blocks)-1]
	b.local = len(p.locals)
	for i, at := range [...]Span{name, tag} {
		word := at.In(p.s)
		if i == 1 {
			word += "loop"
		}
		b.hides[i] = hidden{word, -1}
		if old, ok := p.scope[word]; ok {
			b.hides[i].local = old
		}
		p.addLocal(at, word, n, p.tags[n].End)
	}
	return b.local
}

// leaveLoop ends the scope of a loop's names.
func (p *parser) leaveLoop(b *block, at int) {
	if b.local < 0 {
		return
	}
	for i := len(b.hides) - 1; i >= 0; i-- {
		local := b.local + i
		h := b.hides[i]
		p.locals[local].Scope.End = at
		if p.scope[h.name] != local {
			continue // assigned inside the loop, which lasts
		}
		if h.local >= 0 {
			p.scope[h.name] = h.local
		} else {
			delete(p.scope, h.name)
		}
	}
	b.local = -1
}
