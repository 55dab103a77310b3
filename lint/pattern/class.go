package pattern

import "fmt"

// brackets reads a class from the [ to the ]. With closed false it reads what
// stands on the right of an && up to the next && or the ], and leaves this.
func (p *parser) brackets(closed bool) set {
	p.deeper()
	defer p.shallower()
	open := p.pos
	c := classReader{parser: p, open: open, room: 1 << 10}
	ch := p.next()
	not := ch == '^' && p.rawAt(p.pos-1) == '['
	if not {
		p.next()
	}
	for {
		switch ch := p.peek(); {
		case ch == '[':
			c.add(p.brackets(true))
			continue
		case ch == '&' && p.next() == '&':
			c.intersect()
			continue
		case ch == '&':
			p.pos-- // one & is a character
		case ch == 0 && p.ended():
			c.failOpen()
		case ch == ']' && (c.some || len(c.chars) > 0):
			if closed {
				p.next()
			}
			s := append(c.set, c.chars...).inOrder()
			if not {
				return s.not()
			}
			return s
		}
		c.item()
	}
}

// A classReader puts a class together. Java keeps single characters apart from
// all else until an && or the end, which shows in what an && without a right
// side is held against.
type classReader struct {
	*parser
	open  int
	set   set  // not always in order
	room  int  // when it is put in order
	some  bool // there is something in set, be it an empty class
	chars set  // single characters since the last &&
	last  *set // what was added last, nil for a single character
}

func (c *classReader) add(s set) {
	c.set, c.some, c.last = append(c.set, s...), true, &s
	if len(c.set) > c.room {
		c.set = c.set.inOrder()
		c.room = 2*len(c.set) + 1<<10
	}
}

// item reads a character, a range or an escape.
func (c *classReader) item() {
	start := c.pos
	ch, s := c.first()
	if s != nil {
		c.add(s)
		return
	}
	if c.peek() != '-' {
		c.char(ch)
		return
	}
	after := c.rawAt(c.pos + 1)
	if after == '[' || after == ']' {
		c.char(ch)
		return
	}
	c.next()
	end := c.peek()
	if end == '\\' {
		end = c.rangeEnd()
	} else {
		c.next()
	}
	if c.pos > c.n {
		c.failOpen()
	}
	if end < ch {
		c.failRange(start, ch, end)
	}
	c.add(between(ch, end, c.flags))
}

// first reads the first character of an item, or the whole of it if it is a set.
func (c *classReader) first() (rune, set) {
	ch := c.peek()
	if ch != '\\' {
		c.next()
		return ch, nil
	}
	switch c.rawAt(c.pos + 1) {
	case 'p', 'P':
		return 0, c.property()
	case 'N':
		c.characterName()
		return 0, set{}
	}
	return c.character(c.rawAt(c.pos+2) == '-')
}

// rangeEnd reads an escape at the end of a range.
func (c *classReader) rangeEnd() rune {
	start := c.pos
	switch c.rawAt(start + 1) {
	case 'N':
		c.characterName()
		return lastRune
	case 'p', 'P':
		c.pos += 2
		c.failRangeClass(start)
	}
	end, s := c.character(true)
	if s != nil {
		c.failRangeClass(start)
	}
	return end
}

func (c *classReader) failRangeClass(start int) {
	c.fail(start, c.pos, "a range cannot end with a class of characters", `write \- for a dash`)
}

func (c *classReader) char(ch rune) {
	s := single(ch, c.flags)
	// Java keeps apart what lies in the first 256 characters with all its cases.
	if s[len(s)-1].high > 0xff {
		c.add(s)
		return
	}
	c.last = nil
	c.chars = c.chars.union(s)
}

func (c *classReader) failOpen() {
	c.fail(c.open, c.open+1, "the [ is not closed", `write ] at the end of the class, or \[ for a bracket`)
}

func (c *classReader) failRange(start int, from, to rune) {
	hint := `write \- for a dash`
	if from > ' ' && to > ' ' && from < 0x7f {
		hint = fmt.Sprintf(`write %c-%c, or \- for a dash`, to, from)
	}
	c.fail(start, c.pos, "the range goes backwards", hint)
}

// intersect reads what stands on the right of an &&, whose second & is next.
func (c *classReader) intersect() {
	at := c.pos - 1
	var right *set
	for ch := c.next(); ch != ']' && ch != '&'; ch = c.peek() {
		if ch == 0 && c.ended() {
			c.failOpen()
		}
		closed := ch == '['
		if !closed {
			c.pos--
		}
		s := c.brackets(closed)
		if right != nil {
			s = right.union(s)
		}
		right = &s
	}
	left := c.some || len(c.chars) > 0
	if len(c.chars) > 0 && !c.some {
		chars := c.chars
		c.last = &chars
	}
	c.set, c.chars, c.some = append(c.set, c.chars...).inOrder(), nil, true
	if right != nil {
		c.last = right
	}
	switch {
	case !left && right == nil:
		c.fail(at, at+2, "nothing stands on either side of &&", `write \&\& for the characters themselves`)
	case !left:
		c.set = *right
	case c.last == nil:
		c.fail(at, at+2, "nothing stands on the right of &&", `write \&\& for the characters themselves`)
	default:
		c.set = c.set.and(*c.last)
	}
}
