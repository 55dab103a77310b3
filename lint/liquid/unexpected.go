package liquid

import (
	"strings"
	"unicode/utf8"
)

// unexpected reports what stands at pos and cannot, skips the rest of the
// expression, and returns an operand that stands for it.
func (p *parser) unexpected() Operand {
	if p.pos >= p.end {
		return Operand{Span: Span{p.end, p.end}, Ref: -1}
	}
	rest := p.s[p.pos:p.end]
	at := Span{p.pos, p.pos + p.tokenLength()}
	if p.latest >= 0 && !p.loose && strings.IndexByte("=&!?,;:)]|<>", rest[0]) < 0 {
		r := &p.refs[p.latest]
		r.Broken = r.Broken || trimLeft(p.s[min(r.End, p.pos):p.pos]) == ""
		p.latest = -1
	}
	if !p.failed {
		p.fail(badExpression, at, p.explain(rest, clip(at.In(p.s))))
	}
	start := p.pos
	if !p.loose {
		p.skipTo('|')
	}
	return Operand{Span: Span{start, start + len(trimRight(p.s[start:p.pos]))}, Ref: -1}
}

// explanations tell what people mean by what an expression cannot hold, by how that
// begins. The first one counts.
var explanations = []struct{ begins, message string }{
	{"&quot;", entities}, {"&#", entities}, {"&gt;", entities}, {"&lt;", entities}, {"&amp;", entities},
	{"&", `Liquid has no "&&": write "and"`},
	{"=>", `Liquid has no "=>": write ">="`},
	{"=<", `Liquid has no "=<": write "<="`},
	{"=", `"=" does not compare: write "=="`},
	{"!", `Liquid has no "!": compare with "!=", or use {% unless %}`},
	{"..", `two dots: a path has one between its names, and a range stands in parentheses, as in (1..5)`},
	{".", `a dot must be followed by a name`},
	{"?", `Liquid has no "? :": use {% if %} … {% else %} … {% endif %}`},
	{"\\", `Liquid has no backslash escapes: use the other kind of quote around the string`},
	{"`", "Liquid has no ` quotes: write ' or \""},
	{"[", `"[" must follow a name directly, without a dot`},
}

const entities = `Liquid does not read HTML entities: write the character itself`

// explain says what is wrong about the token at the beginning of rest.
func (p *parser) explain(rest, token string) string {
	for _, e := range explanations {
		if strings.HasPrefix(rest, e.begins) {
			return e.message
		}
	}
	before := trimRight(p.s[:p.pos])
	afterName := before != "" && nameByte(before[len(before)-1])
	switch c := rest[0]; {
	case c == '(' && afterName:
		if name := lastName(before); strings.HasSuffix(trimRight(strings.TrimSuffix(before, name)), "|") {
			return `a filter takes its values after a colon, without brackets: | ` + name + `: …`
		}
		return `Liquid has no function calls: use a filter, as in | upcase`
	case c == ']' || c == ')':
		return `"` + token + `" closes nothing`
	case before == "not" || strings.HasSuffix(before, " not"):
		return `Liquid has no "not": compare with "!=", or use {% unless %}`
	case nameByte(c) && p.use == UseCondition:
		return `"` + token + `" is no operator: compare with ==, !=, <, >, <=, >= or contains`
	case (nameByte(c) || c >= utf8.RuneSelf) && afterName:
		return `unexpected "` + token + `": a name with a space is written in brackets and quotes, as in widgets["my widget"]`
	}
	return `unexpected "` + token + `"`
}

// lastName returns the name that a text ends with.
func lastName(s string) string {
	i := len(s)
	for i > 0 && nameByte(s[i-1]) {
		i--
	}
	return s[i:]
}

// missing reports that the expression ends where a value should stand.
func (p *parser) missing() {
	at := p.end
	for at > 0 && spaceByte(p.s[at-1]) {
		at--
	}
	from := at
	for from > 0 && at-from < 8 && strings.IndexByte(" \t\r\n\v\f{%", p.s[from-1]) < 0 {
		from--
	}
	for from < at && !utf8.RuneStart(p.s[from]) {
		from++
	}
	p.failf(badExpression, Span{from, at}, `a value is missing after %q`, p.s[from:at])
}

// tokenLength returns the length of what stands at pos: a word, a string or one character.
func (p *parser) tokenLength() int {
	if w := p.word(); w != "" {
		return len(w)
	}
	rest := p.s[p.pos:p.end]
	if rest[0] == '"' || rest[0] == '\'' {
		if n := strings.IndexByte(rest[1:], rest[0]); n >= 0 {
			return n + 2
		}
	}
	for _, two := range [...]string{"..", "&&", "=>", "=<"} {
		if strings.HasPrefix(rest, two) {
			return len(two)
		}
	}
	_, size := utf8.DecodeRuneInString(rest)
	return size
}

// skipTo moves to the next c outside strings; without one it returns false and
// stands at the end.
func (p *parser) skipTo(c byte) bool {
	for ; p.pos < p.end; p.pos++ {
		switch b := p.s[p.pos]; b {
		case c:
			return true
		case '"', '\'':
			if n := strings.IndexByte(p.s[p.pos+1:p.end], b); n >= 0 {
				p.pos += n + 1
			}
		}
	}
	return false
}
