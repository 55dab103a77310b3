package pattern

import (
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
)

// Sample returns a text that matches: the shortest that is easily found, of
// letters and digits where these will do. It is false where none was found, which
// does not mean that there is none. The same expression gives the same text.
func (p *Pattern) Sample() (string, bool) {
	if p.vague {
		return "", false
	}
	const attempts = 60
	for i := range attempts {
		w := writer{groups: make([]string, p.captures), left: 1 << 12}
		if i > 0 {
			w.random = rand.New(rand.NewPCG(uint64(i), 0))
		}
		w.write(p.root)
		if w.left < 0 {
			continue
		}
		if ok, err := p.Match(w.text.String()); ok && err == nil {
			return w.text.String(), true
		}
	}
	return "", false
}

// Samples yields up to so many different texts that match, of different lengths, the same
// ones each time.
func (p *Pattern) Samples(most int) iter.Seq[string] {
	return func(yield func(string) bool) {
		if p.vague {
			return
		}
		var all []string
		for i := 0; i < 4*most && len(all) < most; i++ {
			w := writer{groups: make([]string, p.captures), left: 1 << 12, random: rand.New(rand.NewPCG(uint64(i), 1)), longer: i % 2 * 20}
			w.write(p.root)
			text := w.text.String()
			if w.left < 0 || slices.Contains(all, text) {
				continue
			}
			if ok, err := p.Match(text); ok && err == nil {
				if all = append(all, text); !yield(text) {
					return
				}
			}
		}
	}
}

// A writer writes what an expression seems to want, look-around and boundaries
// left aside: whether it matches is seen afterwards. The first attempt takes the
// shortest way everywhere, the others any.
type writer struct {
	text   strings.Builder
	groups []string
	random *rand.Rand // nil at first
	longer int        // by how much more than a few times something is repeated at most
	left   int
}

func (w *writer) any(n int) int {
	if w.random == nil || n <= 1 {
		return 0
	}
	return w.random.IntN(n)
}

func (w *writer) write(n *node) {
	if w.left--; w.left < 0 {
		return
	}
	switch n.kind {
	case oneOf:
		w.character(n.set)
	case lineBreak:
		w.text.WriteByte('\n')
	case cluster:
		w.text.WriteByte('a')
	case sequence, atomic:
		for _, sub := range n.subs {
			w.write(sub)
		}
	case choice:
		w.write(w.alternative(n))
	case group:
		from := w.text.Len()
		w.write(n.subs[0])
		if n.index > 0 {
			w.groups[n.index] = w.text.String()[from:]
		}
	case reference:
		if n.index < len(w.groups) && len(w.groups[n.index]) <= w.left {
			w.left -= len(w.groups[n.index])
			w.text.WriteString(w.groups[n.index])
		}
	case repeat:
		for range n.min + w.any(min(n.max-n.min, 3+w.longer)+1) {
			if w.left < 0 {
				return
			}
			w.write(n.subs[0])
		}
	}
}

// alternative returns one, the shortest at first.
func (w *writer) alternative(n *node) *node {
	if w.random != nil {
		return n.subs[w.any(len(n.subs))]
	}
	best, least := n.subs[0], int32(maxCount)
	for _, sub := range n.subs {
		var l length
		l.reset()
		l.add(sub)
		if l.min < least {
			best, least = sub, l.min
		}
	}
	return best
}

// character writes one of a set: a letter, a digit or a mark that is easily read,
// or else the first that there is.
func (w *writer) character(s set) {
	var room [24]rune
	fit := room[:0]
	for _, c := range "a1A-. zbZ29_@+/,:é" {
		if s.has(c) {
			fit = append(fit, c)
		}
	}
	for _, from := range []rune{'a', '!', 0} {
		if c, ok := s.firstFrom(from); ok {
			fit = append(fit, c)
			break
		}
	}
	if len(fit) == 0 {
		w.left = -1 // nothing is in the set
		return
	}
	w.text.WriteRune(fit[w.any(len(fit))])
}

// firstFrom returns the first character of a set from one on that a text can hold.
func (s set) firstFrom(from rune) (rune, bool) {
	for _, r := range s {
		c := max(r.low, from)
		if c >= 0xd800 && c <= 0xdfff {
			c = 0xe000
		}
		if c <= r.high {
			return c, true
		}
	}
	return 0, false
}
