package diff

import (
	"cmp"
	"slices"
	"strings"

	"studiolint/lint/flow"
)

// How alike two widgets must be.
const (
	alike    = 0.5 // to be the same when they have the same name
	same     = 0.6 // to be the same under another name: contents and neighbours together
	maxPairs = 1e5 // how many pairs are looked at; of more, only those with a common neighbour
)

// match finds the widgets that both flows have: by name first, then by what they say and
// do and who their neighbours are. What has the same name and nothing else in common may
// have changed places with another widget.
func (c *comparison) match() {
	byName := map[string]*flow.Widget{}
	for _, w := range c.old.widgets {
		if _, twice := byName[w.Name]; !twice && w.Name != "" {
			byName[w.Name] = w
		}
	}
	named := func(fits func(was, now *flow.Widget) bool) {
		for _, now := range c.new.widgets {
			if was := byName[now.Name]; was != nil && c.free(was, now) && fits(was, now) {
				c.pair(was, now)
			}
		}
	}
	named(func(was, now *flow.Widget) bool {
		return was.Type == now.Type && (c.written(was, now) || likeness(c.old.of(was), c.new.of(now)) >= alike)
	})
	c.matchUnique()
	named(func(was, now *flow.Widget) bool { return was.Type == now.Type && c.neighbours(was, now) >= alike })
	for c.matchBest() {
	}
	named(func(was, now *flow.Widget) bool { return was.Type == now.Type })
	named(func(was, now *flow.Widget) bool { return true })
}

func (c *comparison) pair(was, now *flow.Widget) {
	c.old.twin[was], c.new.twin[now] = now, was
}

func (c *comparison) free(was, now *flow.Widget) bool {
	return c.old.twin[was] == nil && c.new.twin[now] == nil
}

func (s *side) unmatched() []*flow.Widget {
	return slices.DeleteFunc(slices.Clone(s.widgets), func(w *flow.Widget) bool { return s.twin[w] != nil })
}

// telling is how many words a content has that is hardly another widget's by chance.
const telling = 5

// matchUnique pairs widgets that alone have a content on both sides, when it is telling.
func (c *comparison) matchUnique() {
	only := func(s *side) map[uint64]*flow.Widget {
		by := map[uint64]*flow.Widget{}
		for _, w := range s.unmatched() {
			whole := s.of(w).whole()
			if _, twice := by[whole]; twice || len(s.of(w).words()) < telling {
				by[whole] = nil
				continue
			}
			by[whole] = w
		}
		return by
	}
	before := only(c.old)
	for whole, now := range only(c.new) {
		if was := before[whole]; was != nil && now != nil && was.Type == now.Type {
			c.pair(was, now)
		}
	}
}

// A candidate is a pair of widgets that may be the same.
type candidate struct {
	was, now *flow.Widget
	score    float64
}

// matchBest pairs what is most alike, and reports whether it found something: each pair
// tells more of its neighbours. Of pairs that are equally good for one widget, one is
// taken when nothing else is to be learnt.
func (c *comparison) matchBest() bool {
	list := c.scored()
	best := map[*flow.Widget]float64{}
	tied := map[*flow.Widget]bool{}
	for _, p := range list {
		for _, w := range []*flow.Widget{p.was, p.now} {
			if score, known := best[w]; !known {
				best[w] = p.score
			} else if score == p.score {
				tied[w] = true
			}
		}
	}
	var ties []candidate
	found := false
	for _, p := range list {
		switch {
		case best[p.was] != p.score || best[p.now] != p.score:
		case tied[p.was] || tied[p.now]:
			ties = append(ties, p)
		case c.free(p.was, p.now):
			c.pair(p.was, p.now)
			found = true
		}
	}
	if !found && len(ties) > 0 {
		c.pair(ties[0].was, ties[0].now)
		found = true
	}
	return found
}

// scored returns the candidates that are alike enough, the best first.
func (c *comparison) scored() []candidate {
	var list []candidate
	for _, p := range c.candidates() {
		p.score = 0.55*likeness(c.old.of(p.was), c.new.of(p.now)) + 0.4*c.neighbours(p.was, p.now)
		// What both are called says something too, where the rest is alike.
		if sharesWord(p.was.Name, p.now.Name) {
			p.score += 0.05
		}
		if p.score >= same {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	return list
}

// candidates returns the pairs that are left: all of one type, or where those are too
// many, those with a neighbour in common.
func (c *comparison) candidates() []candidate {
	var list []candidate
	old, new := c.old.unmatched(), c.new.unmatched()
	byType := map[string][]*flow.Widget{}
	for _, w := range new {
		byType[w.Type] = append(byType[w.Type], w)
	}
	pairs := 0
	for _, was := range old {
		pairs += len(byType[was.Type])
	}
	for _, was := range old {
		if pairs <= maxPairs {
			for _, now := range byType[was.Type] {
				list = append(list, candidate{was: was, now: now})
			}
			continue
		}
		seen := map[*flow.Widget]bool{}
		for _, now := range c.besideTwins(was) {
			if now.Type == was.Type && c.free(was, now) && !seen[now] {
				seen[now] = true
				list = append(list, candidate{was: was, now: now})
			}
		}
	}
	return list
}

// besideTwins returns the widgets of the new flow whose neighbours are the twins of an
// old widget's, by the same events.
func (c *comparison) besideTwins(was *flow.Widget) []*flow.Widget {
	var list []*flow.Widget
	for _, t := range was.In {
		if from := c.old.twin[t.From]; from != nil {
			for _, u := range from.Transitions {
				if u.Event == t.Event && u.Meant != nil {
					list = append(list, u.Meant)
				}
			}
		}
	}
	for _, t := range was.Transitions {
		if t.Meant == nil || c.old.twin[t.Meant] == nil {
			continue
		}
		for _, u := range c.old.twin[t.Meant].In {
			if u.Event == t.Event {
				list = append(list, u.From)
			}
		}
	}
	return list
}

// neighbours returns which part of the transitions to and from two widgets is the same,
// from 0 to 1: those from and to twins, and those that end.
func (c *comparison) neighbours(was, now *flow.Widget) float64 {
	type edge struct {
		event string
		other *flow.Widget // of the new flow
		in    bool
	}
	have := map[edge]int{}
	total, common := 0, 0
	for _, t := range now.Transitions {
		have[edge{t.Event, t.Meant, false}]++
		total++
	}
	for _, t := range now.In {
		have[edge{t.Event, t.From, true}]++
		total++
	}
	count := func(e edge) {
		total++
		if have[e] > 0 {
			have[e]--
			common += 2
		}
	}
	// What leads to itself, or to something that has no twin yet, tells nothing.
	twin := func(w *flow.Widget) (*flow.Widget, bool) {
		if w == nil {
			return nil, true
		}
		if w == was {
			return now, true
		}
		return c.old.twin[w], c.old.twin[w] != nil
	}
	for _, t := range was.Transitions {
		if to, ok := twin(t.Meant); ok {
			count(edge{t.Event, to, false})
		} else {
			total++
		}
	}
	for _, t := range was.In {
		if from, ok := twin(t.From); ok {
			count(edge{t.Event, from, true})
		} else {
			total++
		}
	}
	if total == 0 {
		return 0
	}
	return float64(common) / float64(total)
}

// sharesWord reports whether two names have a word in common that is no number.
func sharesWord(a, b string) bool {
	words := strings.FieldsFunc(strings.ToLower(a), func(r rune) bool { return notInWord(r) || r == '_' })
	for _, w := range strings.FieldsFunc(strings.ToLower(b), func(r rune) bool { return notInWord(r) || r == '_' }) {
		if slices.Contains(words, w) && strings.Trim(w, "0123456789") != "" {
			return true
		}
	}
	return false
}

// follow writes the templates of the old flow with the names that its widgets have now.
func (c *comparison) follow() {
	if c.old.flow == nil {
		return
	}
	now := map[string]string{}
	for _, w := range c.old.widgets {
		if twin := c.old.twin[w]; twin != nil && twin.Name != w.Name && c.old.flow.Widget(w.Name) == w {
			now[w.Name] = twin.Name
		}
	}
	if len(now) == 0 {
		return
	}
	for _, t := range c.old.flow.Templates() {
		text := renamed(t, func(name string) (string, bool) { to, ok := now[name]; return to, ok })
		if text != t.Text {
			c.texts[t.Node] = text
			c.reads[t.Widget] = true
		}
	}
}
