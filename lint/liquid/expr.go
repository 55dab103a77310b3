package liquid

import "strings"

// expression reads a value with its filters or, as a condition, comparisons
// joined by "and" and "or". It reads to p.end, whatever stands there.
func (p *parser) expression(condition bool) Expr {
	p.space()
	base, start := len(p.terms), p.pos
	p.comparisons(condition)
	for p.space(); p.pos < p.end; p.space() {
		at := p.pos
		unread := p.unexpected()
		if p.loose {
			break // the rest is plain text
		}
		p.push(OtherOperator, at, unread)
		if !p.skipTo('|') {
			break
		}
		p.filterChain(condition)
	}
	return p.take(base, start)
}

// comparisons reads operands with the operators between them, as far as they go.
func (p *parser) comparisons(condition bool) {
	op, at := "", 0
	for compared := false; ; {
		operand := p.operand()
		p.odd = p.odd || op == "<>"
		p.push(operators[op], at, operand)
		p.arithmetic(operand.Kind)
		p.filterChain(condition)
		from := p.pos
		if op = p.operator(); op == "" {
			return
		}
		at = p.pos - len(op)
		joins := op == "and" || op == "or"
		switch {
		case !condition:
			if p.loose && joins {
				p.pos = from
				return // the words of a text
			}
			p.failf(misplacedCompare, Span{at, p.pos}, `%q compares nothing here: comparisons work in {%% if %%}, {%% elsif %%} and {%% unless %%} only`, op)
		case joins:
			compared = false
		case compared:
			p.failf(badExpression, Span{at, p.pos}, `%q follows another comparison: join the two with "and" or "or"`, op)
		default:
			compared = true
		}
	}
}

// operator reads ==, !=, <>, <, >, <=, >=, contains, "and" and "or"; without one it returns "".
func (p *parser) operator() string {
	p.space()
	rest := p.s[p.pos:p.end]
	op := ""
	switch {
	case rest == "":
		return ""
	case strings.HasPrefix(rest, "=="), strings.HasPrefix(rest, "!="), strings.HasPrefix(rest, "<>"),
		strings.HasPrefix(rest, "<="), strings.HasPrefix(rest, ">="):
		op = rest[:2]
	case rest[0] == '<' || rest[0] == '>':
		op = rest[:1]
	case rest[0] == 'a' || rest[0] == 'o' || rest[0] == 'c':
		switch w := p.word(); w {
		case "and", "or", "contains":
			op = w
		}
	}
	p.pos += len(op)
	return op
}

// arithmetic reads + - * / % with their operands, all of which are mistakes.
// left is what stands before.
func (p *parser) arithmetic(left OperandKind) {
	for {
		p.space()
		if p.pos >= p.end {
			return
		}
		var filter string
		switch p.s[p.pos] {
		case '+':
			filter = "plus"
		case '-':
			filter = "minus"
		case '*':
			filter = "times"
		case '/':
			filter = "divided_by"
		case '%':
			filter = "modulo"
		default:
			return
		}
		at := Span{p.pos, p.pos + 1}
		p.pos++
		right := p.peekText()
		if filter == "plus" && (left == StringOperand || strings.ContainsAny(right, `'"`)) {
			filter = "append"
		}
		advice := `write "| %s: %s"`
		if p.use == UseCondition || p.use == UseCase {
			advice = `{%% assign %%} before it with "| %s: %s"`
		}
		p.failf(arithmetic, at, "Liquid has no %q (Twilio 81018): "+advice, at.In(p.s), filter, clip(right))
		p.push(OtherOperator, at.Start, p.operand())
	}
}

// peekText returns the text of the operand ahead, for a message.
func (p *parser) peekText() string {
	rest := trimLeft(p.s[p.pos:p.end])
	n := 0
	if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
		n = strings.IndexByte(rest[1:], rest[0]) + 2
	}
	for n < len(rest) && (nameByte(rest[n]) || strings.IndexByte(".[]", rest[n]) >= 0) {
		n++
	}
	if n == 0 {
		return "1"
	}
	return rest[:n]
}
