package pattern

import (
	"fmt"
	"strconv"
)

// maxDepth is how deep groups, brackets and what they hold may nest.
const maxDepth = 500

type parser struct {
	scanner
	names   map[string]int
	groups  int // counted groups so far, and one
	depth   int
	classes map[className]set // looked up so far
	vague   bool              // something is not known here: \N{…}, the flag c, a block of Unicode
}

// parse reads a whole expression.
func (p *parser) parse() *node {
	n := p.choice()
	if p.pos == p.n {
		return n
	}
	if p.peek() == ')' {
		p.fail(p.pos, p.pos+1, "the ) closes nothing", `write \) for a parenthesis`)
	}
	p.fail(p.n-1, p.n, "the backslash at the end has nothing to escape", `write \\ for a backslash`)
	return nil
}

// choice reads alternatives up to a ) or the end.
func (p *parser) choice() *node {
	p.deeper()
	defer p.shallower()
	var subs []*node
	for {
		subs = append(subs, p.sequence())
		if p.peek() != '|' {
			break
		}
		p.next()
	}
	if len(subs) == 1 {
		return subs[0]
	}
	return &node{kind: choice, at: subs[0].at, subs: subs}
}

func (p *parser) sequence() *node {
	seq := &node{kind: sequence, at: p.offset(p.pos)}
	for {
		c := p.peek()
		if c == '|' || c == ')' || c == 0 && p.ended() {
			return seq
		}
		if c == '*' || c == '+' || c == '?' {
			p.fail(p.pos, p.pos+1, fmt.Sprintf("nothing stands before the %c that could be repeated", c), dangling(c))
		}
		n := p.element(c)
		if n == nil { // flags
			continue
		}
		seq.subs = append(seq.subs, n)
	}
}

func dangling(c rune) string {
	hint := fmt.Sprintf(`write \%c for the character itself`, c)
	if c != '?' {
		hint += fmt.Sprintf(", or .%c for any text", c)
	}
	return hint
}

// element reads one element with the quantifier after it; nil for flags alone.
func (p *parser) element(c rune) *node {
	at := p.offset(p.pos)
	var n *node
	switch c {
	case '(':
		n = p.group()
		if n == nil {
			return nil
		}
	case '[':
		n = &node{kind: oneOf, set: p.brackets(true)}
	case '\\':
		n = p.escaped()
	case '^', '$':
		p.next()
		kind := lineStart
		if c == '$' {
			kind = lineEnd
		}
		n = &node{kind: kind, flags: p.flags}
	case '.':
		p.next()
		n = &node{kind: oneOf, set: dot(p.flags)}
	case '{':
		// Java takes this for a count of nothing at all.
		n = &node{kind: sequence}
	default:
		p.next()
		n = &node{kind: oneOf, set: single(c, p.flags)}
	}
	n.at = at
	return p.quantified(n)
}

func dot(f flags) set {
	switch {
	case f&dotAll != 0:
		return of(0, lastRune)
	case f&unixLines != 0:
		return one('\n').not()
	}
	return set{{'\n', '\n'}, {'\r', '\r'}, {0x85, 0x85}, {0x2028, 0x2029}}.not()
}

// quantified reads the quantifier of an element, if there is one.
func (p *parser) quantified(n *node) *node {
	q := &node{kind: repeat, at: n.at, subs: []*node{n}, max: endless}
	switch p.peek() {
	case '?':
		q.max = 1
	case '*':
	case '+':
		q.min = 1
	case '{':
		q.min, q.max = p.count()
	default:
		return n
	}
	switch p.next() {
	case '?':
		p.next()
		q.mode = lazy
	case '+':
		p.next()
		q.mode = possessive
	}
	return q
}

// count reads {n}, {n,} or {n,m} up to the brace at its end.
func (p *parser) count() (least, most int) {
	open := p.pos
	if !isDigit(p.rawAt(open + 1)) {
		p.fail(open, open+1, "the { begins a count, and no number follows", countHint(p.rawAt(open+1)))
	}
	p.pos++
	least = p.number(open)
	most = least
	if p.peek() == ',' {
		p.pos++
		most = endless
		if p.peek() != '}' {
			if !isDigit(p.peek()) && p.peek() != '}' {
				p.failCount(open)
			}
			most = p.number(open)
		}
	}
	if p.peek() != '}' {
		p.failCount(open)
	}
	if most < least {
		p.fail(open, p.pos+1, fmt.Sprintf("the count {%d,%d} goes from more to less", least, most), fmt.Sprintf("write {%d,%d}", most, least))
	}
	return least, most
}

func countHint(after rune) string {
	if after == ',' {
		return "write 0 before the comma for no least number"
	}
	return `write one such as {2} or {2,3}, or \{ for a brace`
}

func (p *parser) failCount(open int) {
	p.fail(open, p.pos, "the count has no } after its number", `write one such as {2} or {2,3}, or \{ for a brace`)
}

// number reads digits.
func (p *parser) number(open int) int {
	n := 0
	for isDigit(p.peek()) {
		n = n*10 + int(p.peek()-'0')
		if n > maxCount {
			p.fail(open, p.pos+1, "the count is too large", "write one of at most "+strconv.Itoa(maxCount))
		}
		p.pos++
	}
	return n
}

func (p *parser) deeper() {
	p.depth++
	if p.depth > maxDepth {
		panic(errTooDeep)
	}
}

func (p *parser) shallower() { p.depth-- }
