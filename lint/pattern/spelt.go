package pattern

import "strings"

// MaySpell reports whether a text of some characters alone, and of so many of them at most, may match.
// Look-around and boundaries are left aside, so that it may be true where none does.
func (p *Pattern) MaySpell(characters string, most int) bool {
	n := shortestOf(p.root, characters)
	return p.vague || n >= 0 && n <= most
}

// shortestOf returns how many of some characters a part of an expression needs to match; -1 where it
// wants another one.
func shortestOf(n *node, characters string) int {
	switch n.kind {
	case oneOf:
		if strings.ContainsFunc(characters, n.set.has) {
			return 1
		}
		return -1
	case lineBreak:
		if strings.Contains(characters, "\n") {
			return 1
		}
		return -1
	case cluster:
		return 1
	case sequence, group, atomic:
		all := 0
		for _, sub := range n.subs {
			one := shortestOf(sub, characters)
			if one < 0 {
				return -1
			}
			all = min(all+one, maxCount)
		}
		return all
	case choice:
		least := -1
		for _, sub := range n.subs {
			if one := shortestOf(sub, characters); one >= 0 && (least < 0 || one < least) {
				least = one
			}
		}
		return least
	case repeat:
		if n.min == 0 {
			return 0
		}
		one := shortestOf(n.subs[0], characters)
		if one < 0 {
			return -1
		}
		return min(one*n.min, maxCount)
	}
	return 0 // it takes no room, or what it takes is not known
}
