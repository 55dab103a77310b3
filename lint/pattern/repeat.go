package pattern

// repeat matches a node again and again.
func (m *matcher) repeat(n *node, at int, then func(int) bool) bool {
	sub := n.subs[0]
	switch {
	case n.mode == possessive:
		return m.possessive(n, at, then)
	case n.optional():
		return m.optional(n, at, then)
	case sub.isGroup() && !sub.fixed():
		return m.loop(n, at, then)
	case sub.kind == oneOf:
		return m.run(n, at, then)
	}
	return m.each(n, at, then)
}

func (m *matcher) optional(n *node, at int, then func(int) bool) bool {
	with := func() bool {
		if n.subs[0].isGroup() {
			return m.match(n.subs[0], at, then)
		}
		end, ok := m.once(n.subs[0], at)
		return ok && then(end)
	}
	if n.mode == lazy {
		return then(at) || with()
	}
	return with() || then(at)
}

// possessive takes what it can, each time in the first way, and gives nothing back.
func (m *matcher) possessive(n *node, at int, then func(int) bool) bool {
	for i := 0; i < n.max; i++ {
		end, ok := m.once(n.subs[0], at)
		switch {
		case !ok && i < n.min:
			return false
		case !ok, end == at && i >= n.min:
			return !m.stopped() && then(max(at, end))
		}
		at = end
	}
	return then(at)
}

func (m *matcher) stopped() bool { return m.left < 0 || m.unknown }

// run repeats a single character.
func (m *matcher) run(n *node, at int, then func(int) bool) bool {
	fits := func(i int) bool { return m.fits(n.subs[0], at+i) }
	i := 0
	for ; i < n.min; i++ {
		if !fits(i) {
			return false
		}
	}
	if n.mode == lazy {
		for ; ; i++ {
			if then(at + i) {
				return true
			}
			if m.stopped() || i >= n.max || !fits(i) {
				return false
			}
		}
	}
	for i < n.max && fits(i) {
		i++
	}
	m.left -= i
	for ; i >= n.min; i-- {
		if then(at + i) {
			return true
		}
		if m.stopped() {
			return false
		}
	}
	return false
}

// each repeats what is matched in one way only each time: a reference, a group
// in which there is no choice.
func (m *matcher) each(n *node, at int, then func(int) bool) bool {
	sub := n.subs[0]
	var step func(i, at int) bool
	step = func(i, at int) bool {
		if m.stopped() {
			return false
		}
		more := func() bool {
			if i >= n.max {
				return false
			}
			before := m.capture(sub)
			end, ok := m.once(sub, at)
			if !ok {
				return false
			}
			if (end > at || i < n.min) && step(i+1, end) {
				return true
			}
			m.restore(sub, before)
			return false
		}
		switch {
		case i < n.min:
			return more()
		case n.mode == lazy:
			return then(at) || more()
		}
		return more() || then(at)
	}
	return step(0, at)
}

// capture returns what a group holds.
func (m *matcher) capture(n *node) span {
	if n.kind != group {
		return unset
	}
	return m.groups[n.index]
}

func (m *matcher) restore(n *node, s span) {
	if n.kind == group && n.index > 0 {
		m.groups[n.index] = s
	}
}

// loop repeats a group that can be matched in several ways. When a time round has
// taken nothing there is no further one, even if the least number is not reached.
func (m *matcher) loop(n *node, at int, then func(int) bool) bool {
	sub := n.subs[0]
	var again func(i, began, at int) bool
	round := func(i, at int) bool {
		return m.match(sub, at, func(end int) bool { return again(i+1, at, end) })
	}
	again = func(i, began, at int) bool {
		switch {
		case m.stopped():
			return false
		case at > began && i < n.min:
			return round(i, at)
		case at > began && i < n.max && n.mode == lazy:
			return then(at) || round(i, at)
		case at > began && i < n.max:
			return round(i, at) || then(at)
		}
		return then(at)
	}
	switch {
	case n.min > 0:
		return round(0, at)
	case n.max > 0 && n.mode == lazy:
		return then(at) || round(0, at)
	case n.max > 0:
		return round(0, at) || then(at)
	}
	return then(at)
}
