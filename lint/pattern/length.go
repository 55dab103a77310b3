package pattern

// A length is what Java works out of a part of an expression before it allows a
// look-behind: how many characters it takes. Java counts in 32 bits and finds
// out by the sum running over that there is no end, so that (?<=a*) is allowed
// and (?<=(?:ab)*) is not; so it is done here.
type length struct {
	min, max int32
	bounded  bool // the longest is known
	fixed    bool // there is only one way to match it: decides how a group is repeated
}

func (l *length) reset() { *l = length{bounded: true, fixed: true} }

// A chain is nodes that follow each other, and what follows these.
type chain struct {
	nodes []*node
	after *chain
}

func (l *length) add(n *node) { l.follow(&chain{nodes: []*node{n}}) }

func (l *length) follow(c *chain) {
	for c != nil {
		if len(c.nodes) == 0 {
			c = c.after
			continue
		}
		n, rest := c.nodes[0], &chain{c.nodes[1:], c.after}
		switch n.kind {
		case sequence, group:
			c = &chain{n.subs, rest}
			continue
		case choice:
			l.choose(n.subs, rest)
			return
		case repeat:
			if sub := n.subs[0]; n.optional() && sub.isGroup() && n.mode != possessive {
				l.choose([]*node{sub, {kind: sequence}}, rest)
				return
			}
			l.repeat(n)
		case oneOf:
			l.min++
			l.max++
		case lineBreak:
			l.min++
			l.max += 2
		case cluster:
			l.min++
			l.fixed = false
		case reference:
			l.bounded = false
		case atomic:
			l.add(n.subs[0])
		}
		c = rest
	}
}

// choose adds alternatives and what follows them, which Java counts from zero.
func (l *length) choose(subs []*node, rest *chain) {
	least, most, bounded := int32(maxCount), int32(-1), l.bounded
	before := *l
	for _, sub := range subs {
		l.reset()
		l.add(sub)
		least, most = min(least, l.min), max(most, l.max)
		bounded = bounded && l.bounded
	}
	l.reset()
	l.follow(rest)
	*l = length{min: l.min + before.min + least, max: l.max + before.max + most, bounded: bounded && l.bounded}
}

func (l *length) repeat(n *node) {
	sub := n.subs[0]
	switch {
	case n.optional():
		least := l.min
		l.add(sub)
		l.min, l.fixed = least, false
		return
	case sub.kind == oneOf && n.max == endless && n.mode == greedy:
		l.min += int32(n.min)
		if l.bounded {
			l.max += maxCount
		}
		l.fixed = false
		return
	case sub.isGroup() && n.mode != possessive && !sub.fixed():
		l.bounded, l.fixed = false, false
		return
	}
	before := *l
	l.reset()
	l.add(sub)
	l.min = l.min*int32(n.min) + before.min
	if l.min < before.min {
		l.min = 0xfffffff
	}
	l.bounded = l.bounded && before.bounded
	if l.bounded {
		l.max = l.max*int32(min(n.max, maxCount)) + before.max
		l.bounded = l.max >= before.max
	}
	l.fixed = l.fixed && n.min == n.max && before.fixed
}

// fixed reports whether there is only one way to match a group.
func (n *node) fixed() bool {
	if n.ways == 0 {
		var l length
		l.reset()
		l.add(n)
		n.ways = 2
		if l.fixed {
			n.ways = 1
		}
	}
	return n.ways == 1
}
