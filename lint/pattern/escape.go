package pattern

import (
	"fmt"
	"strings"
)

// escaped reads a backslash and what it stands for outside brackets.
func (p *parser) escaped() *node {
	start, f := p.pos, p.flags
	switch c := p.rawAt(start + 1); c {
	case 'p', 'P':
		return &node{kind: oneOf, set: p.property()}
	case 'A', 'G':
		p.pos += 2
		return &node{kind: textStart}
	case 'Z':
		p.pos += 2
		return &node{kind: lineEnd, flags: f &^ multiline}
	case 'z':
		p.pos += 2
		return &node{kind: textEnd}
	case 'b':
		p.pos += 2
		if p.peek() == '{' {
			return p.clusterBound(start)
		}
		return p.wordBound(false)
	case 'B':
		p.pos += 2
		return p.wordBound(true)
	case 'R':
		p.pos += 2
		return &node{kind: lineBreak}
	case 'X':
		p.pos += 2
		return &node{kind: cluster}
	case 'k':
		return p.namedReference()
	case '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return p.reference()
	case 'N':
		p.characterName()
		return &node{kind: oneOf}
	}
	c, s := p.character(false)
	if s == nil {
		s = single(c, f)
	}
	return &node{kind: oneOf, set: s}
}

// clusterBound reads \b{g}. As in Java a \b before a brace that holds no g is a
// \b, and then the brace is a count.
func (p *parser) clusterBound(start int) *node {
	if p.rawAt(p.pos+1) != 'g' {
		return p.wordBound(false)
	}
	p.pos += 2
	if p.read() != '}' {
		p.fail(start, p.pos-1, `the \b{g is not closed`, `write \b{g}, or \b for the boundary of a word`)
	}
	return &node{kind: clusterBound}
}

// reference reads \1. A further digit belongs to it when there are so many
// groups already.
func (p *parser) reference() *node {
	n := int(p.take() - '0')
	for c := p.peek(); isDigit(c) && n*10+int(c-'0') < p.groups; c = p.peek() {
		n = n*10 + int(c-'0')
		p.read()
	}
	return &node{kind: reference, index: n, flags: p.flags}
}

func (p *parser) namedReference() *node {
	start := p.pos
	p.pos += 2
	if p.read() != '<' {
		p.fail(start, p.pos-1, `after \k Java wants the name of a group between < and >`, `write \k<name>`)
	}
	name := p.name(`\k<`)
	if p.names[name] == 0 {
		p.fail(start, p.pos, "no group before this place has the name "+name, fmt.Sprintf("name it with (?<%s>…)", name))
	}
	return &node{kind: reference, index: p.names[name], flags: p.flags}
}

// character reads a backslash and a character or class that may stand in brackets
// as well as outside. The set is nil for one character. inRange is true for the
// end of a range, or the beginning.
func (p *parser) character(inRange bool) (rune, set) {
	start := p.pos
	switch c := p.take(); c {
	case '0':
		return p.octal(start), nil
	case 'x':
		return p.hexadecimal(start), nil
	case 'u':
		return p.utf16(start), nil
	case 'c':
		if p.pos >= p.n {
			p.fail(start, p.n, `after \c Java wants a letter`, `write one such as \cA, or \\ for a backslash`)
		}
		return p.read() ^ 64, nil
	case 'a', 'e', 'f', 'n', 'r', 't':
		return rune("\a\x1b\f\n\r\t"[strings.IndexRune("aefnrt", c)]), nil
	case 'v':
		if inRange {
			return '\v', nil
		}
		return 0, vertical()
	case 'V':
		return 0, vertical().not()
	case 'h':
		return 0, horizontal()
	case 'H':
		return 0, horizontal().not()
	case 'd', 'D', 's', 'S', 'w', 'W':
		return 0, p.shorthand(c)
	default:
		if isLetter(c) || '1' <= c && c <= '9' {
			p.fail(start, start+2, fmt.Sprintf(`\%c means nothing in Java`, c)+inBrackets(c), fmt.Sprintf(`write %c for the character, or \\ for a backslash`, c))
		}
		return c, nil
	}
}

// inBrackets says so of escapes that mean something elsewhere.
func inBrackets(c rune) string {
	if strings.ContainsRune("ABGRXZbkz123456789", c) {
		return " inside brackets"
	}
	return ""
}

func vertical() set { return set{{'\n', '\r'}, {0x85, 0x85}, {0x2028, 0x2029}} }

func horizontal() set {
	return set{{'\t', '\t'}, {' ', ' '}, {0xa0, 0xa0}, {0x1680, 0x1680}, {0x180e, 0x180e}, {0x2000, 0x200a}, {0x202f, 0x202f}, {0x205f, 0x205f}, {0x3000, 0x3000}}
}

// wordBound is \b or \B, with the characters that make a word.
func (p *parser) wordBound(not bool) *node {
	return &node{kind: wordBound, flags: p.flags, not: not, set: p.shorthand('w')}
}

// shorthand returns what \d, \s, \w and their opposites stand for.
func (p *parser) shorthand(c rune) set {
	wide := p.has(unicodeClass)
	var s set
	switch c | 0x20 {
	case 'd':
		s = of('0', '9')
		if wide {
			s, _ = p.class("IsDIGIT")
		}
	case 's':
		s = set{{'\t', '\r'}, {' ', ' '}}
		if wide {
			s, _ = p.class("IsWHITESPACE")
		}
	case 'w':
		s = word()
		if wide {
			s, _ = p.class("IsWORD")
		}
	}
	if c < 'a' {
		return s.not()
	}
	return s
}

// word is \w without the flag U.
func word() set { return set{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}} }

// octal reads \0n, \0nn or \0nnn.
func (p *parser) octal(start int) rune {
	c := p.read()
	if !isOctal(c) {
		p.fail(start, p.pos-1, `after \0 Java wants an octal number`, `write one such as \012, or \x00 for the character NUL`)
	}
	n := c - '0'
	for range 2 {
		if c := p.peek(); !isOctal(c) || n > 31 {
			break
		}
		n = n*8 + p.read() - '0'
	}
	return n
}

// hexadecimal reads \xnn or \x{n…}.
func (p *parser) hexadecimal(start int) rune {
	const hint = `write two hexadecimal digits such as \x41, or more in braces such as \x{1F600}`
	c := p.read()
	if high := hexDigit(c); high >= 0 {
		low := hexDigit(p.read())
		if low < 0 {
			p.fail(start, p.pos-1, `after \x Java wants two hexadecimal digits`, hint)
		}
		return high<<4 + low
	}
	if c != '{' || hexDigit(p.peek()) < 0 {
		p.fail(start, p.pos-1, `after \x Java wants two hexadecimal digits`, hint)
	}
	n := rune(0)
	for c = p.read(); hexDigit(c) >= 0; c = p.read() {
		n = n<<4 + hexDigit(c)
		if n > lastRune {
			p.fail(start, p.pos, "there is no character with so high a number", `the last is \x{10FFFF}`)
		}
	}
	if c != '}' {
		p.fail(start, p.pos-1, `the braces after \x are not closed`, hint)
	}
	return n
}

// utf16 reads \unnnn, or two of them that stand for one character.
func (p *parser) utf16(start int) rune {
	high := p.unit(start)
	if high < 0xd800 || high > 0xdbff {
		return high
	}
	before := p.pos
	if p.read() == '\\' && p.read() == 'u' {
		if low := p.unit(start); low >= 0xdc00 && low <= 0xdfff {
			return 0x10000 + (high-0xd800)<<10 + low - 0xdc00
		}
	}
	p.pos = before
	return high
}

func (p *parser) unit(start int) rune {
	n := rune(0)
	for range 4 {
		d := hexDigit(p.read())
		if d < 0 {
			p.fail(start, p.pos-1, `after \u Java wants four hexadecimal digits`, `write them, such as \u00E9`)
		}
		n = n<<4 + d
	}
	return n
}

// characterName reads \N{…}. The names themselves are too many to be known here.
func (p *parser) characterName() {
	start := p.pos
	p.pos += 2
	if p.read() != '{' {
		p.fail(start, p.pos-1, `after \N Java wants the name of a character in braces`, `write one such as \N{EURO SIGN}`)
	}
	from := p.pos
	for p.read() != '}' {
		if p.pos >= p.n {
			p.fail(start, p.n, `the braces after \N are not closed`, `write a name such as \N{EURO SIGN}`)
		}
	}
	p.vague = true
	name := strings.TrimSpace(string(p.chars[from : p.pos-1]))
	if !strings.ContainsFunc(name, isLetter) || strings.ContainsFunc(name,
		func(c rune) bool { return !isLetter(c) && !isDigit(c) && c != ' ' && c != '-' && c != '_' }) {
		p.fail(start, p.pos, `no character has the name after \N`, `write one such as \N{EURO SIGN}`)
	}
}
