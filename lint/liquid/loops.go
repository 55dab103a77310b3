package liquid

import (
	"slices"
	"strconv"
)

// loopArgs reads variable in value, with reversed, limit:, offset: and cols: after it.
func (p *parser) loopArgs(tag Span) {
	if name, ok := p.localName(tag); ok {
		p.loopValue(tag, name)
		p.enterLoop(len(p.tags)-1, tag, name)
	}
}

// loopValue reads what stands after the variable of a loop, which does not
// hold there yet.
func (p *parser) loopValue(tag, name Span) {
	if p.space(); p.word() != "in" {
		p.failf(badTag, tag, `write {%% %s %s in … %%}`, tag.In(p.s), clip(name.In(p.s)))
		return
	}
	p.pos += len("in")
	p.use = UseLoop
	p.space()
	base, start := len(p.terms), p.pos
	p.push(NoOperator, 0, p.operand())
	p.arithmetic(NoOperand)
	p.filterChain(true)
	p.argument(Span{}, p.take(base, start))
	for p.space(); p.pos < p.end; p.space() {
		if p.s[p.pos] == ',' {
			p.pos++
		} else if !p.loopOption() {
			base, start := len(p.terms), p.pos
			p.push(NoOperator, 0, p.unexpected())
			p.argument(Span{}, p.take(base, start))
			return
		}
	}
}

// loopOption reads one of the words after the value of a loop.
func (p *parser) loopOption() bool {
	start, word := p.pos, p.word()
	name := Span{start, start + len(word)}
	if word == "reversed" {
		p.pos += len(word)
		p.argument(name, Expr{Span: Span{p.pos, p.pos}})
		return true
	}
	if word != "limit" && word != "offset" && word != "cols" {
		return false
	}
	p.pos += len(word)
	if p.space(); p.pos >= p.end || p.s[p.pos] != ':' {
		if p.loose {
			p.pos = start
			return false
		}
		p.failf(badTag, name, `write "%s: …"`, word)
		return false
	}
	p.pos++
	if p.space(); word == "offset" && p.word() == "continue" {
		base, start := len(p.terms), p.pos
		p.pos += len("continue")
		p.push(NoOperator, 0, Operand{Span: Span{start, p.pos}, Ref: -1})
		p.argument(name, p.take(base, start))
		return true
	}
	p.argument(name, p.value())
	return true
}

// Rounds returns how often the loop of a for or tablerow tag runs at most as far as
// the literals of the tag tell, -1 when they allow any number or for other tags. text must be the
// string given to Parse.
func (t *Tag) Rounds(text string) int {
	if t.Name != "for" && t.Name != "tablerow" || len(t.Arguments) == 0 {
		return -1
	}
	most := -1
	over := t.Arguments[0].Expr
	if len(over.Terms) == 1 && over.Terms[0].Kind == RangeOperand {
		ends := over.Terms[0].Inner.Terms
		first, ok := ends[0].integer(text)
		last, ok2 := ends[1].integer(text)
		if ok && ok2 {
			most = max(0, last-first+1)
			if offset, ok := t.option("offset", text); ok && offset > 0 {
				most = max(0, most-offset)
			}
		}
	}
	if limit, ok := t.option("limit", text); ok && limit >= 0 && (most < 0 || limit < most) {
		most = limit
	}
	return most
}

// LimitsLoops reports whether a loop of the template is told how often it runs at most, by limit or
// by break. text must be the string given to Parse.
func (t *Template) LimitsLoops(text string) bool {
	return t.HasTag("break") || slices.ContainsFunc(t.Tags, func(tag Tag) bool {
		return slices.ContainsFunc(tag.Arguments, func(a Argument) bool { return a.NameAt.In(text) == "limit" })
	})
}

// option returns the literal number that the last option of a name gives.
func (t *Tag) option(name, text string) (n int, ok bool) {
	for _, a := range t.Arguments {
		if a.NameAt.In(text) == name && len(a.Terms) > 0 {
			n, ok = a.Terms[0].integer(text)
		}
	}
	return n, ok
}

// integer returns the value of a literal whole number of a sensible size.
func (o *Operand) integer(text string) (int, bool) {
	if o.Kind != NumberOperand {
		return 0, false
	}
	n, err := strconv.ParseInt(o.In(text), 10, 32)
	return int(n), err == nil
}
