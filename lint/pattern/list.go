package pattern

import (
	"slices"
	"strings"
	"sync"
	"unicode"
)

// A listing is what Texts has found for a pattern.
type listing struct {
	once  sync.Once
	texts []string
}

const (
	mostListed = 24 // texts, above which an expression is none that lists them
	mostOfSet  = 12 // small letters of a set
)

// Texts returns all texts that match, in small letters and without outer blanks, when they are a few that can
// be listed: those of (yes|y)[.!]?. It says nothing of case: a caller who compares without regard to it
// reads the expression so. The list is shared: nobody may change it.
func (p *Pattern) Texts() ([]string, bool) {
	p.listing.once.Do(func() {
		if p.vague {
			return
		}
		all, ok := listed(p.root)
		if !ok {
			return
		}
		for _, text := range all {
			text = strings.TrimSpace(text)
			if matches, err := p.matchWithin(text, maxStepsListed); !matches || err != nil {
				return // by a boundary or the like, of which listed knows nothing
			}
			if !slices.Contains(p.listing.texts, text) {
				p.listing.texts = append(p.listing.texts, text)
			}
		}
	})
	return p.listing.texts, len(p.listing.texts) > 0
}

// maxStepsListed is how much it may take to see that a text matches.
const maxStepsListed = 2000

// listed returns the texts of a part of an expression, boundaries left aside.
func listed(n *node) ([]string, bool) {
	switch n.kind {
	case oneOf:
		return n.set.small()
	case lineStart, lineEnd, textStart, textEnd, wordBound:
		return []string{""}, true
	case sequence:
		all := []string{""}
		for _, sub := range n.subs {
			next, ok := listed(sub)
			if !ok {
				return nil, false
			}
			if all = joined(all, next); len(all) > mostListed {
				return nil, false
			}
		}
		return all, true
	case choice:
		var all []string
		for _, sub := range n.subs {
			some, ok := listed(sub)
			if all = append(all, some...); !ok || len(all) > mostListed {
				return nil, false
			}
		}
		return all, true
	case group:
		return listed(n.subs[0])
	case repeat:
		return n.repeated()
	}
	return nil, false
}

// repeated returns the texts of what is repeated. Blanks may stand any number of times: one is as good as all.
func (n *node) repeated() ([]string, bool) {
	const most = 4 // times
	if isBlank(n.subs[0]) {
		if n.min == 0 {
			return []string{"", " "}, true
		}
		return []string{" "}, n.min == 1
	}
	if n.max > most {
		return nil, false
	}
	once, ok := listed(n.subs[0])
	if !ok {
		return nil, false
	}
	var all []string
	so := []string{""}
	for times := 0; ; times++ {
		if times >= n.min {
			all = append(all, so...)
		}
		if len(all) > mostListed || len(so) > mostListed {
			return nil, false
		}
		if times == n.max {
			return all, true
		}
		so = joined(so, once)
	}
}

// isBlank reports whether a part of an expression is a blank, or any white space.
func isBlank(n *node) bool {
	return n.kind == oneOf && n.set.has(' ') && len(n.set.and(of('!', '~'))) == 0
}

func joined(first, second []string) []string {
	if len(second) == 1 && second[0] == "" {
		return first
	}
	all := make([]string, 0, len(first)*len(second))
	for _, a := range first {
		for _, b := range second {
			all = append(all, a+b)
		}
	}
	return all
}

// small returns the characters of a set in small letters, when they are a few.
func (s set) small() ([]string, bool) {
	var all []string
	for _, r := range s {
		if r.high-r.low > mostListed {
			return nil, false
		}
		for c := r.low; c <= r.high; c++ {
			if text := string(unicode.ToLower(c)); !slices.Contains(all, text) {
				all = append(all, text)
			}
		}
		if len(all) > mostOfSet {
			return nil, false
		}
	}
	return all, len(all) > 0
}
