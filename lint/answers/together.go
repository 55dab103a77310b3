package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
)

// A Together is two answers of a menu that are offered for different things, one of them something
// that is to be done, and that one branch takes, while others lead elsewhere.
type Together struct {
	Menu   *Menu
	Branch reads.Branch
	Offers [2]Offer
}

// TakenTogether are those of a flow after which nothing tells the two apart any more, nor hands the
// person over to somebody who asks.
var TakenTogether = lint.NewFact(func(d *project.Document) (all []Together) {
	if !known.Of(d).ok {
		return nil
	}
	for _, menus := range [][]Menu{Menus.Of(d), SpokenMenus.Of(d)} {
		for i := range menus {
			m := &menus[i]
			for _, b := range m.Branches {
				if two, ok := m.together(b); ok && !readBeside(d.Flow, m) {
					all = append(all, Together{m, b, two})
				}
			}
		}
	}
	return all
})

// together returns two offers that a branch takes and that are for different things.
func (m *Menu) together(b reads.Branch) (two [2]Offer, ok bool) {
	texts := b.Comparison.Entries()
	if len(texts) < 2 || b.Transition.Meant == nil ||
		!slices.ContainsFunc(m.Branches, func(other reads.Branch) bool { return other.Transition.Meant != b.Transition.Meant }) {
		return two, false
	}
	var taken []Offer
	for _, o := range m.Offers {
		if answer := strings.ToLower(o.Answer); o.By == m.Question && o.IsKey() && o.Purpose() != "" && slices.Contains(texts, answer) && isTakenBy(m.takenBy(answer), b) {
			taken = append(taken, o)
		}
	}
	if len(taken) != 2 || taken[0].Back() || taken[1].Back() || taken[0].Restarts() || taken[1].Restarts() {
		return two, false
	}
	first, second := taken[0].Action(), taken[1].Action()
	return [2]Offer(taken), first != second && after(b.Transition.Meant, effects.Tells) != m.Question && !mayBeAsked(b) && !strings.EqualFold(taken[0].Purpose(), taken[1].Purpose())
}

// mayBeAsked reports whether a branch leads to somebody who may ask what was chosen, over what asks
// and tells alone.
func mayBeAsked(b reads.Branch) bool {
	seen := map[*flow.Widget]bool{b.Transition.Meant: true}
	for queue := []*flow.Widget{b.Transition.Meant}; len(queue) > 0 && len(seen) < near; queue = queue[1:] {
		w := queue[0]
		switch act := effects.ActOf(w); {
		case act == effects.HandsOver || w.Facts.TakesMessage:
			return true
		case act != effects.Tells && act != effects.Asks && act != effects.Sets && act != effects.Splits:
			continue
		}
		for _, t := range w.Transitions {
			if t.Meant != nil && !seen[t.Meant] {
				seen[t.Meant] = true
				queue = append(queue, t.Meant)
			}
		}
	}
	return false
}

func isTakenBy(first *reads.Branch, b reads.Branch) bool {
	return first != nil && first.Transition == b.Transition
}
