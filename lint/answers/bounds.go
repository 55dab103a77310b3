package answers

import (
	"slices"
	"strconv"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// An OutOfBounds is a range of numbers that a text names, and that the branches of a menu cut off
// elsewhere.
type OutOfBounds struct {
	Menu    *Menu
	By      *flow.Widget // whose text names it
	Said    string
	Branch  reads.Branch // one that takes a number of the range
	Refused []string     // numbers of the range that are asked for again: all, or those at its ends
	Lost    bool         // they fit no branch, which ends the execution
	Taken   []string     // numbers beside it that go on as those of it do
}

// OutsideBounds are those of a flow.
var OutsideBounds = lint.NewFact(func(d *project.Document) (all []OutOfBounds) {
	for _, m := range Menus.Of(d) {
		o, ok := m.outOfBounds()
		if !ok {
			o, ok = m.widerScale()
		}
		if ok {
			all = append(all, o)
		}
	}
	return all
})

func (m *Menu) outOfBounds() (o OutOfBounds, ok bool) {
	low, high, said, by := m.bounds()
	if by == nil || offer.BidsGuess(effects.Prompt(by).Text()) {
		return o, false
	}
	o = OutOfBounds{Menu: m, By: by, Said: said, Lost: m.losesRest()}
	var ways []*flow.Transition // of what is taken
	for _, n := range m.looked(low, high) {
		t, branch, sure := m.way(n)
		switch {
		case !sure:
			return o, false
		case m.turnsDown(t, low, high) || o.Lost && t == m.Otherwise:
			if n == low || n == high || !m.hasBound() {
				o.Refused = append(o.Refused, strconv.Itoa(n))
			}
		case branch == nil:
			return o, false // whatever fits no branch goes on
		default:
			o.Branch, ways = *branch, append(ways, t)
		}
	}
	if len(ways) == 0 {
		return o, false
	}
	if all := m.refusedIn(low, high, o.Lost); len(o.Refused) > 0 && len(all) > 0 {
		o.Refused = all
	}
	if o.Lost && len(o.Refused) > few {
		return o, false // there is a branch for some alone
	}
	o.Taken = m.takenBeside(low, high, ways)
	if len(o.Taken) > 0 && len(o.Refused) == 0 && !m.refusesSome() {
		return o, false
	}
	return o, len(o.Refused)+len(o.Taken) > 0
}

// few are the numbers of a range that a message names; wide is how far apart the ends of one are of which each number
// is looked at.
const few, wide = 4, 20

// looked returns the numbers of a range that are looked at: its ends, the middle, and where a branch may have a hole all.
func (m *Menu) looked(low, high int) []int {
	all := []int{low, high, (low + high) / 2}
	if high-low <= wide && !m.hasBound() {
		for n := low + 1; n < high; n++ {
			all = append(all, n)
		}
	}
	return all
}

// hasBound reports whether a branch is for what is less or greater than a number: of a number between two such branches
// unhandled-no-match tells.
func (m *Menu) hasBound() bool {
	return slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return split.IsBound(b.Comparison.Operator()) })
}

// losesRest reports whether an answer that fits none of several branches ends the execution.
func (m *Menu) losesRest() bool {
	return (m.Otherwise == nil || m.Otherwise.Ends()) && slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
		return b.Transition.Meant != m.Branches[0].Transition.Meant
	})
}

// takenBeside returns the numbers right beside a range that leave a menu as some of the range do.
func (m *Menu) takenBeside(low, high int, ways []*flow.Transition) (all []string) {
	for _, n := range []int{low - 1, high + 1} {
		t, branch, sure := m.way(n)
		if n >= 0 && sure && branch != nil && judgesNumbers(branch) && !m.offersText(strconv.Itoa(n)) &&
			(t != branch.Transition || !divides(branch, low, high)) && slices.Contains(ways, t) && !m.looksAgain(t) {
			all = append(all, strconv.Itoa(n))
		}
	}
	return all
}

// widerScale tells of branches that list the numbers of a range one by one, and those after it without a gap, up to
// where another scale ends.
func (m *Menu) widerScale() (o OutOfBounds, ok bool) {
	low, high, said, by := m.bounds()
	askedAnew := slices.ContainsFunc(effects.Into(m.Question), func(t *flow.Transition) bool {
		return t.Facts.Kind == schemas.KindNoMatch
	})
	if by == nil || askedAnew { // of which the other range is told
		return o, false
	}
	o = OutOfBounds{Menu: m, By: by, Said: said}
	last := low - 1
	for n := low; n <= 10 && m.TakesByName(strconv.Itoa(n)); n++ {
		_, b, sure := m.way(n)
		if !sure || b == nil {
			return o, false
		}
		last, o.Branch = n, *b
	}
	o.Taken = []string{strconv.Itoa(high+1) + " to " + strconv.Itoa(last)}
	usual := last == 10 || last == 7 || last == 5
	return o, usual && last > high+1 && !m.TakesByName(strconv.Itoa(last+1))
}

// divides reports whether a branch tells numbers of a range apart by their size, not those of the range from others: on
// a scale of 1 to 5, greater than 3 is for who is pleased.
func divides(b *reads.Branch, low, high int) bool {
	takes := func(n int) bool { return b.Comparison.Holds(strconv.Itoa(n)) == split.Yes }
	return split.IsBound(b.Comparison.Operator()) && (!takes(min(low+1, high)) || !takes(max(high-1, low)))
}

// refusedIn returns the numbers of a range that are asked for again, or lost as what fits nowhere is, many in a row as
// the first and the last of them; none when they are many and not in a row.
func (m *Menu) refusedIn(low, high int, lost bool) (all []string) {
	for n := low; n <= min(high, low+wide); n++ {
		if t, _, sure := m.way(n); sure && (m.turnsDown(t, low, high) || lost && t == m.Otherwise) {
			all = append(all, strconv.Itoa(n))
		}
	}
	switch {
	case high > low+wide:
		return nil
	case len(all) <= few, lost:
		return all
	}
	first, _ := strconv.Atoi(all[0])
	last, _ := strconv.Atoi(all[len(all)-1])
	if last-first+1 != len(all) {
		return nil
	}
	return []string{all[0] + " to " + all[len(all)-1]}
}

// turnsDown reports whether a way leads back to the question or, for what fits no branch, to a text which says that
// the answer is wrong, or to another question for a number of the same range.
func (m *Menu) turnsDown(t *flow.Transition, low, high int) bool {
	if m.Back(t) {
		return true
	}
	if t == nil || t != m.Otherwise {
		return false
	}
	w := after(t.Meant, effects.Sets)
	if w == nil || slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return b.Transition.Meant == w }) {
		return false
	}
	switch text := effects.Prompt(w).Text(); effects.ActOf(w) {
	case effects.Tells:
		return offer.SaysWrong(text)
	case effects.Asks:
		if m.isAskedAgainBy(w) {
			return true
		}
		least, most, _, ok := offer.Bounds(text)
		return ok && least == low && most == high
	}
	return false
}

// Judged reports whether the range is cut off by a branch for numbers of a size or a form, in which the
// mistake is: else a branch is missing.
func (o *OutOfBounds) Judged() bool { return judgesNumbers(&o.Branch) }

// JudgesKeys reports whether a branch cuts off the range of numbers that a text of a menu names.
func (m *Menu) JudgesKeys(d lint.Subject) bool {
	return judged.Of(d)[[2]*flow.Widget{m.Question, m.Split}]
}

// judged are the menus of a flow of which a branch does, by question and split.
var judged = lint.NewFact(func(d *project.Document) map[[2]*flow.Widget]bool {
	var all map[[2]*flow.Widget]bool
	for _, o := range OutsideBounds.Of(d) {
		if len(o.Refused) == 0 || !o.Judged() {
			continue
		}
		if all == nil {
			all = map[[2]*flow.Widget]bool{}
		}
		all[[2]*flow.Widget{o.Menu.Question, o.Menu.Split}] = true
	}
	return all
})

// bounds returns the range of numbers that the question names, or what is told before it.
func (m *Menu) bounds() (low, high int, said string, by *flow.Widget) {
	if low, high, said, ok := offer.Bounds(effects.Prompt(m.Question).Text()); ok {
		return low, high, said, m.Question
	}
	for w := range m.Told() {
		least, most, words, named := offer.Bounds(effects.Prompt(w).Text())
		if !named {
			continue
		}
		if by != nil && (least != low || most != high) {
			return 0, 0, "", nil
		}
		low, high, said, by = least, most, words, w
	}
	return low, high, said, by
}

// way returns how a number leaves a menu, and the branch that takes it; where none does, the first of
// those that refuse what is too small or too large, nil when there is none. It is false when that is
// not known.
func (m *Menu) way(n int) (t *flow.Transition, branch *reads.Branch, sure bool) {
	text := strconv.Itoa(n)
	for i := range m.Branches {
		switch b := &m.Branches[i]; b.Comparison.Holds(text) {
		case split.Yes:
			return b.Transition, b, true
		case split.Unsure:
			return nil, nil, false
		}
	}
	return m.Otherwise, m.guard(), true
}

// guard returns the first branch for numbers of a size that leads back to the question; nil when there
// is none.
func (m *Menu) guard() *reads.Branch {
	i := slices.IndexFunc(m.Branches, func(b reads.Branch) bool {
		return split.IsBound(b.Comparison.Operator()) && m.Back(b.Transition)
	})
	if i < 0 {
		return nil
	}
	return &m.Branches[i]
}

// looksAgain reports whether a way leads to what may judge the answer once more.
func (m *Menu) looksAgain(t *flow.Transition) bool {
	w := after(t.Meant, effects.Sets)
	return w == nil || w.Facts.Split || effects.ActOf(w) == effects.Requests
}

// judgesNumbers reports whether a branch is for numbers of a size or a form, and not for what holds a
// sign.
func judgesNumbers(b *reads.Branch) bool {
	return isForm(b.Comparison.Operator())
}

// isForm reports whether an operator looks at the size of a number or the form of a text.
func isForm(operator string) bool { return operator == split.Regex || split.IsBound(operator) }

// refusesSome reports whether some answers are asked for again.
func (m *Menu) refusesSome() bool {
	return m.Again() || m.guard() != nil
}
