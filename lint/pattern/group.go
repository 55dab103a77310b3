package pattern

import (
	"fmt"
	"strings"
)

// group reads from a ( to its ); nil when flags are all there is.
func (p *parser) group() *node {
	open, before := p.pos, p.flags
	n := &node{kind: group}
	if p.next() != '?' {
		n.index = p.newGroup()
	} else if !p.special(n, open) {
		return nil
	}
	n.subs = []*node{p.choice()}
	if c := p.peek(); c != ')' {
		p.fail(open, open+1, "the ( is not closed", `write ) at the end of the group, or \( for a parenthesis`)
	}
	p.pos++
	p.flags = before
	if n.behind {
		p.measure(n, open)
	}
	return n
}

func (p *parser) newGroup() int {
	p.groups++
	return p.groups - 1
}

// special reads what follows (?, up to the contents of the group; false when
// these are flags for what follows the group.
func (p *parser) special(n *node, open int) bool {
	switch c := p.take(); c {
	case ':':
	case '=', '!':
		n.kind, n.not = look, c == '!'
	case '>':
		n.kind = atomic
	case '<':
		c := p.read()
		if c == '=' || c == '!' {
			n.kind, n.behind, n.not = look, true, c == '!'
			break
		}
		p.pos--
		name := p.name("(?<")
		if p.names[name] != 0 {
			p.fail(open, p.pos, fmt.Sprintf("a second group has the name %s", name), "give each group a name of its own")
		}
		n.index = p.newGroup()
		if p.names == nil {
			p.names = map[string]int{}
		}
		p.names[name] = n.index
	default:
		p.pos--
		return p.readFlags(open)
	}
	return true
}

// flagOf returns the flag that a letter stands for, 0 for none.
func flagOf(c rune) flags {
	list := [...]flags{ignoreCase, multiline, dotAll, unixLines, unicodeCase, canonical, comments, unicodeClass | unicodeCase}
	if i := strings.IndexRune("imsducxU", c); i >= 0 {
		return list[i]
	}
	return 0
}

// readFlags reads the letters after (? and the : or ) after them; false for a ).
func (p *parser) readFlags(open int) bool {
	off := false
	for c := p.peek(); ; c = p.next() {
		f := flagOf(c)
		switch {
		case f != 0 && off:
			p.flags &^= f
			continue
		case f != 0:
			p.flags |= f
			p.vague = p.vague || f == canonical
			continue
		case c == '-' && !off:
			off = true
			continue
		}
		break
	}
	switch c := p.read(); {
	case c == ')':
		return false
	case c == ':':
		return true
	default:
		p.failGroup(open, p.pos-1, c)
		return false
	}
}

// failGroup says what people mean by a (? that Java does not know.
func (p *parser) failGroup(open, at int, c rune) {
	switch rest := string(p.chars[open:p.n]); {
	case c == 0 && at >= p.n:
		p.fail(open, at, "the group that begins with (? does not end", `write \( and \? for the characters themselves`)
	case strings.HasPrefix(rest, "(?#"):
		p.fail(open, at+1, "Java's expressions have no comments in parentheses", "leave the comment out")
	case strings.HasPrefix(rest, "(?P<"):
		p.fail(open, at+1, "Java writes a group with a name without the P", "write (?<name>…)")
	case strings.HasPrefix(rest, "(?P="):
		p.fail(open, at+1, "Java refers to a group with a name in another way", `write \k<name>`)
	case strings.HasPrefix(rest, "(?P>"), strings.HasPrefix(rest, "(?&"), strings.HasPrefix(rest, "(?R"), isDigit(c):
		p.fail(open, at+1, "Java's expressions cannot run a group again", "write the group out")
	case strings.HasPrefix(rest, "(?'"):
		p.fail(open, at+1, "Java writes the name of a group between < and >", "write (?<name>…)")
	case strings.HasPrefix(rest, "(?|"):
		p.fail(open, at+1, "Java has no groups that begin with (?|", "write (?:…|…)")
	case strings.HasPrefix(rest, "(?("):
		p.fail(open, at+1, "Java's expressions have no conditions", "write the two cases as alternatives, with | between them")
	case isLetter(c):
		p.fail(at, at+1, fmt.Sprintf("%c is none of Java's flags, which are i, m, s, x, u, d and U", c), "leave it out")
	default:
		p.fail(open, at+1, "Java knows no group that begins in this way", `write (?:…) for a group, or \( and \? for the characters themselves`)
	}
}

// name reads the name of a group and the > after it.
func (p *parser) name(opening string) string {
	start := p.pos
	var name strings.Builder
	c := p.read()
	if !isLetter(c) {
		p.fail(start, p.pos, "the name of a group begins with a letter from A to Z", "write "+opening+"name>")
	}
	for ; isLetter(c) || isDigit(c); c = p.read() {
		name.WriteRune(c)
	}
	if c == 0 && p.pos > p.n {
		p.fail(start, p.n, "the name of a group has no > at its end", "write "+opening+name.String()+">")
	}
	if c != '>' {
		p.fail(p.pos-1, p.pos, "the name of a group holds letters from A to Z and digits only", "write one such as "+opening+"areaCode>")
	}
	return name.String()
}

// measure works out how far back a look-behind begins.
func (p *parser) measure(n *node, open int) {
	var l length
	l.reset()
	l.add(n.subs[0])
	if !l.bounded {
		p.fail(open, p.pos, "a look-behind needs a greatest length", "write a count such as {0,20} instead of * or +, and no reference to a group")
	}
	n.shortest, n.reach = l.min, l.max
}
