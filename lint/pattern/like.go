package pattern

// MayMatchLike reports whether a text may match that is like a sample: with any digits where that has digits.
// Look-around, boundaries and what was captured are left aside, so that it may be true where none does.
func (p *Pattern) MayMatchLike(sample string) bool {
	const longest = 60 // the places of a text are bits
	like := []rune(sample)
	return p.vague || len(like) > longest || endsOf(p.root, like, 1)&(1<<len(like)) != 0
}

// endsOf returns the places at which a part of an expression may end that begins at one of some places.
func endsOf(n *node, like []rune, from uint64) (ends uint64) {
	switch n.kind {
	case oneOf:
		for i, c := range like {
			if from&(1<<i) != 0 && (n.set.has(c) || isDigit(c) && len(n.set.and(of('0', '9'))) > 0) {
				ends |= 1 << (i + 1)
			}
		}
		return ends
	case sequence, group, atomic:
		for _, sub := range n.subs {
			from = endsOf(sub, like, from)
		}
		return from
	case choice:
		for _, sub := range n.subs {
			ends |= endsOf(sub, like, from)
		}
		return ends
	case repeat:
		return endsOfRepeat(n, like, from)
	case lineBreak:
		return 0 // a sample is one line
	case cluster, reference:
		return from | -(from & -from) // anywhere behind the first
	}
	return from // it takes no room
}

func endsOfRepeat(n *node, like []rune, from uint64) (ends uint64) {
	for times := 0; ; times++ {
		if times >= n.min {
			ends |= from
		}
		if times == n.max || from == 0 {
			return ends
		}
		next := endsOf(n.subs[0], like, from)
		if next == from {
			return ends | from // once more changes nothing
		}
		from = next
	}
}
