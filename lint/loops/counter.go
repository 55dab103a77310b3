package loops

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/schemas"
)

// A DeadCounter is a variable that a loop counts in vain.
type DeadCounter struct {
	Loop  *flow.Loop
	Write flow.Write
	Split *flow.Widget // where the loop should end

	// One of these: the split tests another variable, the counter is computed from
	// another one, it is set to the same number in each round, each way round leads past what
	// sets it back to a number, or it is set to what it holds.
	Tests, From *flow.Ref
	Number      string
	Back        *flow.Write
	Itself      bool
	Rises       bool // that other one is a counter of its own, which the loop counts as well
}

// DeadCounters are the counters that do not work among the variables that a loop
// counts: sets to itself or another variable, plus or minus something.
var DeadCounters = lint.NewFact(func(d *project.Document) []DeadCounter {
	var all []DeadCounter
	for _, loop := range d.Flow.Loops() {
		if !d.Flow.Reachable(loop.Widgets[0]) || len(loop.Widgets) < 2 {
			continue
		}
		c := counting{flow: d.Flow, loop: loop, round: values.Held.Of(d).Round(loop),
			readers: map[string][]*flow.Widget{}, tests: map[*flow.Widget]*flow.Ref{}}
		if c.round.SetsAny() {
			continue
		}
		for _, w := range loop.Widgets {
			for _, write := range d.Flow.Writes(w) {
				if dead, ok := c.dead(write); ok {
					all = append(all, dead)
				}
			}
		}
	}
	return all
})

// counting is what a loop does with its variables; each thing is worked out once.
type counting struct {
	flow    *flow.Flow
	loop    *flow.Loop
	round   *values.Round
	readers map[string][]*flow.Widget  // by variable
	tests   map[*flow.Widget]*flow.Ref // see standing
}

// dead tells whether a write counts in vain.
func (c *counting) dead(write flow.Write) (DeadCounter, bool) {
	if d, ok := c.unchanged(write); ok {
		return d, true
	}
	from, ok := countedFrom(c.flow, write)
	if !ok {
		return c.standsAt(write)
	}
	d := DeadCounter{Loop: c.loop, Write: write}
	key := write.Key.Text()
	itself := func(r flow.Ref) bool { k, _ := reads.VariableOf(c.flow, r); return k == key }
	slipped := slices.ContainsFunc(c.flow.TemplateAt(write.Value).Refs(), itself) && c.readsUnset(from)
	if !slices.ContainsFunc(from, itself) && !slipped { // of a slip unknown-variable tells
		for i, r := range from {
			k, ok := reads.VariableOf(c.flow, r)
			if c.round.Of(r) != values.Stays {
				if d.Rises = len(from) == 1 && stepsByOne(write.Value.Text()) && c.countsBeside(key, k); !d.Rises {
					return d, false
				}
			}
			if ok && k != "" && d.From == nil {
				d.From = &from[i]
			}
		}
		i := slices.IndexFunc(c.readersOf(key), func(w *flow.Widget) bool { return w.Facts.Split && comparesNumbers(w) })
		if i < 0 || d.From == nil {
			return d, false
		}
		d.Split = c.readersOf(key)[i]
		return d, true
	}
	if slices.ContainsFunc(c.readersOf(key), func(w *flow.Widget) bool { return w != write.Widget }) {
		return c.setBack(write)
	}
	// Nobody asks for the count: does the split before or after it ask for
	// something that stands still?
	for _, split := range neighbours(c.loop, write.Widget) {
		if d.Tests = c.standing(split); d.Tests != nil {
			d.Split = split
			return d, true
		}
	}
	return d, false
}

// readsUnset reports whether one of some references reads a variable that nothing sets.
func (c *counting) readsUnset(from []flow.Ref) bool {
	return slices.ContainsFunc(from, func(r flow.Ref) bool {
		k, ok := reads.VariableOf(c.flow, r)
		return ok && (c.flow.Variable(k) == nil || len(c.flow.Variable(k).Writes) == 0)
	})
}

// countsBeside reports whether a variable from which another one is counted is a counter of its own: the loop only counts
// it up from itself or sets it to a number, and a split of it tests it, as another one tests the first.
func (c *counting) countsBeside(key, other string) bool {
	v := c.flow.Variable(other)
	if v == nil || other == "" || other == key {
		return false
	}
	counts := false
	for _, write := range v.Writes {
		switch {
		case countsItself(c.flow, write):
			counts = counts || c.loop.Has(write.Widget)
		case !isNumber(write):
			return false
		}
	}
	of, beside := testOf(v), testOf(c.flow.Variable(key))
	return counts && of != nil && beside != nil && of != beside
}

// unchanged tells whether a write sets a counter to what it holds ({{flow.variables.tries}}), and nothing
// else in the loop sets it, while a split by which the loop is left compares it with a number.
func (c *counting) unchanged(write flow.Write) (DeadCounter, bool) {
	d := DeadCounter{Loop: c.loop, Write: write, Itself: true}
	numbers, ok := keepsItself(c.flow, write)
	if !ok {
		return d, false
	}
	key := write.Key.Text()
	for _, other := range c.flow.Variable(key).Writes {
		if !c.loop.Has(other.Widget) {
			numbers = append(numbers, strings.TrimSpace(other.Value.Text()))
			continue
		}
		if _, ok := keepsItself(c.flow, other); !ok || other.Key.Order() < write.Key.Order() {
			return d, false // or it was told of the first
		}
	}
	plain := setsToItself(c.flow, write)
	for _, w := range c.readersOf(key) {
		if !w.Facts.Split || !c.limits(w) || !plain && !c.leadsRoundWith(w, write, numbers) ||
			!slices.ContainsFunc(reads.Compared(c.flow, w), func(r flow.Ref) bool {
				k, _ := reads.VariableOf(c.flow, r)
				return k == key
			}) {
			continue
		}
		d.Split = w
		return d, true
	}
	return d, false
}

// leadsRoundWith reports whether a split certainly leads on in the loop whichever of some numbers a variable holds.
func (c *counting) leadsRoundWith(w *flow.Widget, write flow.Write, numbers []string) bool {
	return !slices.ContainsFunc(numbers, func(number string) bool {
		return !split.IsNumber(number) || !c.leadsRound(w, write, number)
	})
}

// limits reports whether the loop is left by a split as by the limit of a counter: by the branch of a number, or
// by one that takes what is less or greater than a number, or else.
func (c *counting) limits(w *flow.Widget) bool {
	for _, t := range w.Transitions {
		for _, condition := range t.Conditions {
			if !split.IsNumber(strings.TrimSpace(condition.Value.Text())) {
				continue
			}
			ordered := split.IsBound(condition.Operator)
			if ordered && c.leaves(w) || condition.Operator == split.EqualTo && slices.Contains(c.loop.Leaving, t) {
				return true
			}
		}
	}
	return false
}

// setsToItself reports whether the value of a write is nothing but what the variable holds, with 0 added
// or taken away at most.
func setsToItself(f *flow.Flow, write flow.Write) bool {
	t := f.TemplateAt(write.Value)
	if t == nil || len(t.Liquid.Markup) != 1 || len(t.Liquid.References) != 1 {
		return false
	}
	m := t.Liquid.Markup[0]
	if key, ok := t.Refs()[0].Variable(); !ok || key != write.Key.Text() || m.Kind != liquid.OutputNode || strings.TrimSpace(t.Text) != m.In(t.Text) {
		return false
	}
	for filter := range t.Liquid.Filters() {
		if filter.Name != liquid.FilterPlus && filter.Name != liquid.FilterMinus || !strings.HasSuffix(strings.TrimRight(t.Text, " -}"), ": 0") {
			return false
		}
	}
	return true
}

// standsAt tells whether a write sets the variable that a split of the loop counts to the
// number with which that leads round again, as all writes of the loop do, and no other write
// to one with which it leads out.
func (c *counting) standsAt(write flow.Write) (DeadCounter, bool) {
	d := DeadCounter{Loop: c.loop, Write: write, Number: strings.TrimSpace(write.Value.Text())}
	if !write.Value.IsString() || !split.IsNumber(d.Number) {
		return d, false
	}
	key := write.Key.Text()
	for _, other := range c.flow.Variable(key).Writes {
		if c.loop.Has(other.Widget) && (strings.TrimSpace(other.Value.Text()) != d.Number || other.Key.Order() < write.Key.Order()) {
			return d, false // or it was told of the first
		}
	}
	for _, w := range c.readersOf(key) {
		if w.Facts.Split && comparesNumbers(w) && c.leaves(w) && c.leadsRound(w, write, d.Number) &&
			!slices.ContainsFunc(c.flow.Variable(key).Writes, func(other flow.Write) bool {
				return !c.leadsRound(w, write, strings.TrimSpace(other.Value.Text()))
			}) {
			d.Split = w
			return d, true
		}
	}
	return d, false
}

// setBack tells whether a counter is set back to the same number on each way round, whichever of several widgets counts,
// so that the split that should end the loop finds the same count each time.
func (c *counting) setBack(write flow.Write) (DeadCounter, bool) {
	const most = 8 // widgets that count
	d := DeadCounter{Loop: c.loop, Write: write}
	key := write.Key.Text()
	if !stepsByOne(write.Value.Text()) {
		return d, false
	}
	counts := []*flow.Widget{write.Widget}
	for i := range c.flow.Variable(key).Writes {
		switch other := &c.flow.Variable(key).Writes[i]; {
		case !c.loop.Has(other.Widget) || other.Key == write.Key:
		case stepsByOne(other.Value.Text()):
			if other.Key.Order() < write.Key.Order() {
				return d, false // it was told of the first
			}
			counts = append(counts, other.Widget)
		case d.Back != nil || slices.Contains(counts, other.Widget):
			return d, false
		default:
			d.Back = other
		}
	}
	if d.Back == nil || len(counts) > most {
		return d, false
	}
	n, err := strconv.Atoi(strings.TrimSpace(d.Back.Value.Text()))
	returns := func(w *flow.Widget) bool { return c.returnsPast(w, counts, d.Back.Widget) }
	if err != nil || slices.ContainsFunc(counts, returns) {
		return d, false
	}
	for _, w := range c.readersOf(key) {
		if w.Facts.Split && comparesNumbers(w) && c.leaves(w) && c.leadsRound(w, write, strconv.Itoa(n+1)) {
			d.Split = w
			return d, true
		}
	}
	return d, false
}

// stepsByOne reports whether a value counts up by one, from a default at first.
func stepsByOne(value string) bool {
	before, after, ok := strings.Cut(value, "plus")
	step := strings.TrimLeft(after, ": ")
	filters := strings.Count(before, "|")
	return ok && strings.HasPrefix(step, "1") && strings.Trim(step[1:], "} ") == "" &&
		(filters == 1 || filters == 2 && strings.Contains(before, "default:"))
}

// returnsPast reports whether some way in the loop leads from a widget back to it, or to another one of those that count,
// without passing the one that sets the counter back.
func (c *counting) returnsPast(from *flow.Widget, counts []*flow.Widget, back *flow.Widget) bool {
	walk := flow.WalkFrom(from)
	walk.Omit(back)
	for at := range walk.All() {
		for _, t := range at.Transitions {
			if t.Meant != nil && slices.Contains(counts, t.Meant) {
				return true
			}
			if t.Meant != nil && c.loop.Has(t.Meant) {
				walk.Add(t.Meant)
			}
		}
	}
	return false
}

// leaves reports whether the loop is left by a widget.
func (c *counting) leaves(w *flow.Widget) bool {
	return slices.ContainsFunc(c.loop.Leaving, func(t *flow.Transition) bool { return t.From == w })
}

// leadsRound reports whether a split certainly leads on in the loop when the variable of a
// write holds a text.
func (c *counting) leadsRound(w *flow.Widget, write flow.Write, text string) bool {
	inside := func(t *flow.Transition) bool { return t != nil && t.Meant != nil && c.loop.Has(t.Meant) }
	var otherwise *flow.Transition
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch {
			otherwise = t
			continue
		}
		fits, excluded := true, false
		for _, condition := range t.Conditions {
			r, ok := reads.OnlyRead(c.flow, condition)
			if !ok {
				return false
			}
			if key, isVariable := reads.VariableOf(c.flow, r); !isVariable || key != write.Key.Text() ||
				r.Liquid.HasFilter() || liquid.HasMarkup(condition.Value.Text()) {
				return false
			}
			holds := split.Compare(condition.Operator, condition.Value.Text()).Holds(split.Normal(text))
			fits, excluded = fits && holds == split.Yes, excluded || holds == split.No
		}
		if fits {
			return inside(t)
		}
		if !excluded && !inside(t) {
			return false
		}
	}
	return inside(otherwise)
}

// readersOf returns the widgets of the loop that read a variable.
func (c *counting) readersOf(key string) []*flow.Widget {
	list, ok := c.readers[key]
	if !ok {
		for _, r := range c.flow.Variable(key).Reads {
			if n := len(list); c.loop.Has(r.Widget) && (n == 0 || list[n-1] != r.Widget) {
				list = append(list, r.Widget)
			}
		}
		c.readers[key] = list
	}
	return list
}

// standing returns what a split compares with numbers, when that is a variable
// that the loop does not change; else nil.
func (c *counting) standing(split *flow.Widget) *flow.Ref {
	test, ok := c.tests[split]
	if !ok {
		refs := reads.Compared(c.flow, split)
		moves := func(r flow.Ref) bool {
			key, ok := reads.VariableOf(c.flow, r)
			return !ok || key == "" || c.round.Of(r) != values.Stays
		}
		if len(refs) > 0 && comparesNumbers(split) && !slices.ContainsFunc(refs, moves) {
			test = &refs[0]
		}
		c.tests[split] = test
	}
	return test
}

// countedFrom returns what the value of a write reads, when it adds to it or takes away from it: what it only asks for,
// to know where it begins ({% if … %}), is none of it where something is printed so.
func countedFrom(f *flow.Flow, write flow.Write) ([]flow.Ref, bool) {
	t := f.TemplateAt(write.Value)
	if t == nil {
		return nil, false
	}
	counts := t.Liquid.HasFilter(liquid.FilterPlus, liquid.FilterMinus)
	refs := t.Refs()
	if len(refs) > 1 && counts {
		isCounted := func(r flow.Ref) bool {
			filters, printed := reads.Printed(r)
			return printed && reads.Through(filters, liquid.FilterPlus, liquid.FilterMinus)
		}
		if slices.ContainsFunc(refs, isCounted) {
			refs = slices.DeleteFunc(slices.Clone(refs), func(r flow.Ref) bool { return !isCounted(r) })
		}
	}
	return refs, counts && len(refs) > 0
}

// neighbours returns the splits of the loop that lead to a widget or that it
// leads to, at once. A few are enough.
func neighbours(loop *flow.Loop, w *flow.Widget) []*flow.Widget {
	var list []*flow.Widget
	take := func(n *flow.Widget) {
		if n != nil && n.Facts.Split && loop.Has(n) && len(list) < 20 && !slices.Contains(list, n) {
			list = append(list, n)
		}
	}
	for _, t := range w.Transitions {
		take(effects.PastSetting(t))
	}
	for _, t := range effects.Into(w) {
		take(t.From)
	}
	return list
}
