package liquid

import "strings"

// closing tells how a piece of markup ends.
type closing uint8

const (
	closed      closing = iota // with the braces it should
	closedWrong                // with one brace, or with those of the other kind
	unclosed                   // not before the next markup or the end
)

// piece is where a piece of markup ends.
type piece struct {
	body   int // end of what stands between the braces; -1 if no end is known
	end    int // after the closing braces
	how    closing
	nested int // the first {{ in it, or -1
}

// ends are the bytes delimit must look at; it steps over all others.
var ends = [256]bool{'}': true, '%': true, '{': true, '$': true, '"': true, '\'': true}

// A delimiter looks for the end of one piece of markup.
//
// Two things make that more than a search for }}: a string may hold the closing
// braces, and people put {{ }} inside {% %} or inside another {{ }}. Both are
// tried, and when no proper end follows, the piece ends where a plain search
// would have ended it. What such trials read in vain is paid from a budget in
// proportion to the text, so that time stays linear; after that, searches are
// plain.
type delimiter struct {
	*parser
	from   int
	last   byte  // '}' for an output, '%' for a tag
	plain  piece // where a plain search ends; its body is -1 until it does
	nested int   // the first {{ in the piece, or -1
}

// delimit finds the end of the output (last is '}') or tag (last is '%') whose
// content begins at from.
func (p *parser) delimit(from int, last byte) piece {
	d := delimiter{p, from, last, piece{body: -1}, -1}
	i := from
	for i < len(p.s) {
		end := i + 1
		switch c := p.s[i]; {
		case !ends[c]:
		case c == last && p.at(i+1) == '}':
			return piece{body: i, end: i + 2, nested: d.nested}
		case c == '}' || c == '%' && p.at(i+1) == '}':
			return d.wrongEnd(i)
		case (c == '$' || c == '%') && p.at(i+1) == '{' && !p.opens(i+1):
			end = p.skipPlaceholder(i + 1)
		case p.opens(i):
			end = d.markup(i)
		case c == '"' || c == '\'':
			end = d.quote(i)
		}
		if end < 0 {
			return p.giveUp(d.plain, i)
		}
		i = end
	}
	return p.giveUp(d.plain, i)
}

// opens reports whether {{ or {% stands at i.
func (p *parser) opens(i int) bool {
	return p.at(i) == '{' && (p.at(i+1) == '{' || p.at(i+1) == '%')
}

// wrongEnd ends the piece at braces that should not end it.
func (d *delimiter) wrongEnd(i int) piece {
	if d.plain.body >= 0 {
		return d.giveUp(d.plain, i)
	}
	end := i + 1
	if d.at(end) == '}' {
		end++
	}
	return piece{body: i, end: end, how: closedWrong, nested: -1}
}

// markup returns the place after the markup that opens at i within the piece, or -1
// when it does not belong there.
func (d *delimiter) markup(i int) int {
	if d.plain.body < 0 {
		d.plain = piece{body: i, end: i, how: unclosed, nested: -1}
	}
	end := -1
	if d.last == '%' || wantsOperand(d.s[d.from:i]) {
		end = d.inner(i)
	}
	if end < 0 || d.budget <= 0 {
		return -1
	}
	if d.nested < 0 {
		d.nested = i
	}
	return end
}

// quote returns the place after the string that opens at i, or -1 when the piece
// ends before.
func (d *delimiter) quote(i int) int {
	end, within := d.quoted(i, d.last)
	if d.plain.body < 0 {
		d.plain = within
	}
	if end < 0 || within.body >= 0 && d.budget <= 0 {
		return -1
	}
	if d.nested < 0 && within.body >= 0 {
		d.nested = within.nested
	}
	return end
}

// giveUp returns where a plain search ended, if it did before i, where a better
// end was last looked for.
func (p *parser) giveUp(plain piece, i int) piece {
	if plain.body < 0 {
		return piece{body: i, end: i, how: unclosed, nested: -1}
	}
	p.budget -= i - plain.body
	plain.nested = -1
	return plain
}

// quoted looks for the end of the string that opens at i. It returns the place
// after its closing quote, or -1, and where a plain search would end the
// markup within the string. A quote after the closing braces of the markup
// counts only when the text goes on as an expression does.
func (p *parser) quoted(i int, last byte) (end int, within piece) {
	within = piece{body: -1, nested: -1}
	start, quote := i, p.s[i]
	for i++; i < len(p.s); i++ {
		switch c := p.s[i]; {
		case c == quote:
			if within.how == closed && within.body >= 0 && !continues(p.s[i+1:]) {
				p.budget -= i - start
				return -1, within
			}
			return i + 1, within
		case c == last && p.at(i+1) == '}':
			if within.body < 0 {
				within = piece{body: i, end: i + 2, how: closed, nested: -1}
			}
			if p.budget <= 0 {
				return -1, within
			}
		case p.opens(i):
			inner := p.inner(i)
			if inner < 0 || p.budget <= 0 || within.body >= 0 && within.how == closed {
				p.budget -= i - start
				return -1, within
			}
			if within.body < 0 {
				within = piece{body: i, end: i, how: unclosed, nested: i}
			}
			i = inner - 1
		}
	}
	p.budget -= i - start
	return -1, within
}

// inner returns the end of the whole {{ … }} at i when it holds no other
// markup, else -1.
func (p *parser) inner(i int) int {
	if p.at(i+1) != '{' {
		return -1
	}
	for i += 2; i+1 < len(p.s); i++ {
		switch next := p.s[i+1]; p.s[i] {
		case '}':
			if next == '}' {
				return i + 2
			}
		case '{':
			if next == '{' || next == '%' {
				return -1
			}
		case '%':
			if next == '}' {
				return -1
			}
		}
	}
	return -1
}

// wantsOperand reports whether expr, the beginning of an expression, must go on
// with a value, so that a {{ after it is a mistaken value and no new output.
func wantsOperand(expr string) bool {
	expr = trimRight(expr)
	return expr == "" || strings.IndexByte(":,|=<>+*/.[(&!", expr[len(expr)-1]) >= 0
}

// continues reports whether rest can follow a string in an expression.
func continues(rest string) bool {
	rest = trimLeft(rest)
	return rest != "" && strings.IndexByte("|,)]}%-+=!<>", rest[0]) >= 0 ||
		strings.HasPrefix(rest, "and ") || strings.HasPrefix(rest, "or ") ||
		strings.HasPrefix(rest, "contains ")
}

// reportEnd reports markup that is not closed as it should be.
func (p *parser) reportEnd(open Span, end piece) {
	kind, right, braces := unclosedOutput, "}}", open.In(p.s)
	if braces == "{%" {
		kind, right = unclosedTag, "%}"
	}
	switch {
	case end.how == closedWrong:
		p.failf(kind, Span{open.Start, end.end}, `%q is closed with %q: write %q`, braces, p.s[end.body:end.end], right)
	case end.how == unclosed:
		p.failf(kind, open, `%q is never closed: write %q after it`, braces, right)
		p.loose = true
	case end.nested >= 0:
		p.nests = true
		p.failf(nestedMarkup, Span{end.nested, p.inner(end.nested)}, `"{{ }}" cannot stand inside %q: write the variable without its braces`, braces+" "+right)
	}
}

// inside returns the content of markup without white-space control and white space.
func (p *parser) inside(from int, end piece) Span {
	to := max(from, end.body)
	if end.how == closed && to > from && p.s[to-1] == '-' {
		to--
	}
	for from < to && spaceByte(p.s[from]) {
		from++
	}
	for to > from && spaceByte(p.s[to-1]) {
		to--
	}
	return Span{from, to}
}
