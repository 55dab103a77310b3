package pattern

import (
	"unicode"

	"studiolint/lint/words"
)

// maxSteps is how much one match may take: some milliseconds. It counts steps and
// no time, so that the answer is the same on every machine.
const maxSteps = 200_000

// quickSteps is how much a quick one may take: some microseconds. There may be thousands of
// expressions, and what real ones ask is told in a tenth of it.
const quickSteps = 2000

// Match reports whether the expression matches a whole text, as Java's matches()
// does. The error is errUndetermined: then nothing is known.
func (p *Pattern) Match(text string) (bool, error) { return p.matchWithin(text, maxSteps) }

// MatchQuickly is Match with a smaller limit on the steps it takes, each some nanoseconds; beyond
// it nothing is known either. Flows of one team compare the same texts with the same expressions:
// what is known of a text that comes again is kept.
func (p *Pattern) MatchQuickly(text string) (bool, error) {
	p.once.Do(func() {
		p.quickly = words.NewSmallMemory(func(text string) answer {
			matches, err := p.matchWithin(text, quickSteps)
			return answer{matches, err}
		})
	})
	a := p.quickly.Of(text)
	return a.matches, a.err
}

type answer struct {
	matches bool
	err     error
}

func (p *Pattern) matchWithin(text string, steps int) (bool, error) {
	if p.vague || len(text) > steps {
		return false, errUndetermined
	}
	m := matcher{text: []rune(text), groups: make([]span, p.captures), left: steps}
	for i := range m.groups {
		m.groups[i] = unset
	}
	matches := m.match(p.root, 0, func(at int) bool { return at == len(m.text) })
	if m.unknown || m.left < 0 {
		return false, errUndetermined
	}
	return matches, nil
}

// Find reports whether the expression matches a part of a text, as Java's find() does.
// The error is errUndetermined.
func (p *Pattern) Find(text string) (bool, error) {
	if p.vague || len(text) > maxSteps {
		return false, errUndetermined
	}
	m := matcher{text: []rune(text), groups: make([]span, p.captures), left: maxSteps}
	for start := 0; start <= len(m.text); start++ {
		for i := range m.groups {
			m.groups[i] = unset
		}
		found := m.match(p.root, start, func(int) bool { return true })
		if m.unknown || m.left < 0 {
			return false, errUndetermined
		}
		if found {
			return true, nil
		}
		if p.atStart() {
			break
		}
	}
	return false, nil
}

// atStart reports whether the expression can match at the beginning of a text alone.
func (p *Pattern) atStart() bool {
	n := p.root
	for n.kind == sequence && len(n.subs) > 0 {
		n = n.subs[0]
	}
	return n.kind == textStart || n.kind == lineStart && n.flags&multiline == 0
}

var unset = span{-1, -1}

// A matcher goes through the tree and tries the ways to match in Java's order,
// each part calling what comes after it. Java puts back what a group held when
// the way through it fails, and what look-arounds and atomic groups held when
// nothing does; so it is here.
type matcher struct {
	text    []rune
	groups  []span
	left    int
	unknown bool // Java's answer depends on its version, or is not known here
}

// match tries a node at a place, and then what comes after.
func (m *matcher) match(n *node, at int, then func(int) bool) bool {
	m.left--
	if m.left < 0 || m.unknown {
		return false
	}
	switch n.kind {
	case oneOf:
		return m.fits(n, at) && then(at+1)
	case sequence:
		return m.sequence(n.subs, at, then)
	case choice:
		for _, sub := range n.subs {
			if m.match(sub, at, then) {
				return true
			}
		}
		return false
	case group:
		return m.group(n, at, then)
	case look:
		return m.look(n, at) && then(at)
	case repeat:
		return m.repeat(n, at, then)
	case lineBreak:
		return m.lineBreak(at, then)
	case atomic, reference, cluster:
		end, ok := m.inOneWay(n, at)
		return ok && then(end)
	}
	return m.holds(n, at) && then(at)
}

func (m *matcher) fits(n *node, at int) bool { return at < len(m.text) && n.set.has(m.text[at]) }

// inOneWay matches what Java never tries in a second way.
func (m *matcher) inOneWay(n *node, at int) (end int, ok bool) {
	switch n.kind {
	case atomic:
		return m.once(n.subs[0], at)
	case reference:
		return m.reference(n, at)
	}
	return m.cluster(at)
}

// sequence goes through single characters without calling itself.
func (m *matcher) sequence(subs []*node, at int, then func(int) bool) bool {
	for i, sub := range subs {
		if sub.kind == oneOf {
			if !m.fits(sub, at) {
				return false
			}
			at++
			continue
		}
		rest := subs[i+1:]
		return m.match(sub, at, func(end int) bool { return m.sequence(rest, end, then) })
	}
	return then(at)
}

func (m *matcher) group(n *node, at int, then func(int) bool) bool {
	if n.index == 0 {
		return m.match(n.subs[0], at, then)
	}
	return m.match(n.subs[0], at, func(end int) bool {
		before := m.groups[n.index]
		m.groups[n.index] = span{rune(at), rune(end)}
		if then(end) {
			return true
		}
		m.groups[n.index] = before
		return false
	})
}

// once matches a node in the first way there is.
func (m *matcher) once(n *node, at int) (end int, ok bool) {
	ok = m.match(n, at, func(to int) bool { end = to; return true })
	return end, ok
}

func (m *matcher) look(n *node, at int) bool {
	found := false
	if !n.behind {
		_, found = m.once(n.subs[0], at)
		return found != n.not
	}
	// In 32 bits, as in Java: a reach that has run over reaches the beginning, or
	// nothing.
	from := max(int(int32(at)-n.reach), 0)
	for start := at - int(n.shortest); !found && start >= from; start-- {
		found = m.match(n.subs[0], start, func(end int) bool { return end == at })
	}
	return found != n.not
}

func (m *matcher) reference(n *node, at int) (end int, ok bool) {
	if n.index >= len(m.groups) || m.groups[n.index] == unset {
		return 0, false
	}
	g := m.groups[n.index]
	for i := g.low; i < g.high; i++ {
		if at >= len(m.text) || !sameCharacter(m.text[i], m.text[at], n.flags) {
			return 0, false
		}
		at++
	}
	m.left -= int(g.high - g.low)
	return at, true
}

func sameCharacter(a, b rune, f flags) bool {
	switch {
	case a == b:
		return true
	case f&ignoreCase == 0:
		return false
	case f&unicodeCase != 0:
		return unicode.ToUpper(a) == unicode.ToUpper(b) || fold(a) == fold(b)
	}
	return asciiLower(a) == asciiLower(b)
}

// lineBreak is \R. A \r\n counts as one, and where that fails as two.
func (m *matcher) lineBreak(at int, then func(int) bool) bool {
	if at >= len(m.text) || !vertical().has(m.text[at]) {
		return false
	}
	return m.crlf(at) && then(at+2) || then(at+1)
}

func (m *matcher) crlf(at int) bool {
	return at >= 0 && at+1 < len(m.text) && m.text[at] == '\r' && m.text[at+1] == '\n'
}

// cluster is \X. How Unicode joins characters to what people see as one depends
// on the version; only ASCII is told here.
func (m *matcher) cluster(at int) (end int, ok bool) {
	switch {
	case at >= len(m.text):
		return 0, false
	case m.crlf(at):
		return at + 2, true
	case !m.plain(at) || !m.plain(at+1):
		m.unknown = true
		return 0, false
	}
	return at + 1, true
}

// plain reports whether there is no character at a place, or one of ASCII.
func (m *matcher) plain(at int) bool {
	return at < 0 || at >= len(m.text) || m.text[at] < 0x80
}

// holds decides what takes no character.
func (m *matcher) holds(n *node, at int) bool {
	switch n.kind {
	case textStart:
		return at == 0
	case textEnd:
		return at == len(m.text)
	case lineStart:
		return m.lineStart(at, n.flags)
	case lineEnd:
		return m.lineEnd(at, n.flags)
	case wordBound:
		return (m.isWord(at-1, n) != m.isWord(at, n)) != n.not
	}
	// \b{g} asks Java 17 where the part before it began, which differs with the way
	// the part was matched.
	m.unknown = m.unknown || at > 0
	return true
}

func endsLine(c rune, f flags) bool { return c == '\n' || f&unixLines == 0 && isOddLine(c) }

func (m *matcher) lineStart(at int, f flags) bool {
	if f&multiline == 0 {
		return at == 0
	}
	if at == len(m.text) {
		return false // also of an empty text
	}
	return at == 0 || endsLine(m.text[at-1], f) && (f&unixLines != 0 || !m.crlf(at-1))
}

func (m *matcher) lineEnd(at int, f flags) bool {
	left := len(m.text) - at
	switch {
	case left == 0:
		return true
	case !endsLine(m.text[at], f) || f&unixLines == 0 && m.crlf(at-1):
		return false
	case f&multiline != 0:
		return true
	}
	return left == 1 || left == 2 && f&unixLines == 0 && m.crlf(at)
}

// isWord reports whether there is a character of a word at a place. Java 17 and
// Java 19 differ about letters beyond ASCII without the flag U.
func (m *matcher) isWord(at int, n *node) bool {
	if at < 0 || at >= len(m.text) {
		return false
	}
	c := m.text[at]
	if c >= 0x80 && (unicode.Is(unicode.Mn, c) || n.flags&unicodeClass == 0 && (unicode.IsLetter(c) || unicode.Is(unicode.Nd, c))) {
		m.unknown = true
	}
	return n.set.has(c)
}
