package rules

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// A numberBound is the number that a branch compares with: one that a template reads, and some more, or a fixed one.
type numberBound struct {
	path string // "" for a fixed one
	more int
}

// A numberTest is a branch that asks whether a whole number which the flow counts is less or more than a bound.
type numberTest struct {
	reads.Branch
	key   string // of the variable
	less  bool
	bound numberBound
}

// reportDecidedBefore reports the branches on a count that are never taken, since each way to them leads over
// another split on it by which it cannot be so: once a flow.
func reportDecidedBefore(p *lint.Pass) {
	const most = 12 // pairs that are looked at: each may take a walk through the flow
	looked := 0
	counts := map[string]bool{}
	var alike map[[2]string][]numberTest // by the count and the bound
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		for _, b := range reads.Branches.Of(p)[w.Index] {
			later, ok := numberTestOf(p.Flow, b, counts)
			if !ok {
				continue
			}
			key := [2]string{later.key, later.bound.path}
			for _, other := range alike[key] {
				if looked++; looked > most {
					return
				}
				if reportContradicted(p, other, later) || reportContradicted(p, later, other) {
					return
				}
			}
			if alike == nil {
				alike = map[[2]string][]numberTest{}
			}
			alike[key] = append(alike[key], later)
		}
	}
}

// reportContradicted reports the later one of two tests when each way to it leads over the earlier one, by which it
// cannot be so, and whether it did.
func reportContradicted(p *lint.Pass, before, later numberTest) bool {
	w := before.Transition.From
	if w == later.Transition.From {
		return false
	}
	for _, t := range []*flow.Transition{before.Transition, w.OnKind(schemas.KindNoMatch)} {
		if t != nil && contradicts(before, t == before.Transition, later) && onlyBy(p.Flow, t, later) {
			p.Reportf(later, "%s is never taken: each way here leads over %s, by which it cannot be so; correct one of the two",
				later.Words(), w.Label()).As(finding.Note).Relate(before, "what was decided before")
			return true
		}
	}
	return false
}

// numberTestOf returns the test of a branch on a variable that the flow sets to whole numbers only. It notes which
// ones are such.
func numberTestOf(f *flow.Flow, b reads.Branch, counts map[string]bool) (n numberTest, ok bool) {
	operator := b.Condition.Operator
	if !split.IsBound(operator) {
		return n, false
	}
	r, one := reads.OnlyRead(f, b.Condition)
	if !one {
		return n, false
	}
	key, variable := reads.VariableOf(f, r)
	if !variable || key == "" || f.Variable(key) == nil || !reads.IsAll(r) {
		return n, false
	}
	if _, known := counts[key]; !known {
		writes := f.Variable(key).Writes
		counts[key] = len(writes) > 0 && !slices.ContainsFunc(writes, func(by flow.Write) bool { return !reads.IsCount(by.Value.Text()) })
	}
	if !counts[key] {
		return n, false
	}
	bound, ok := boundOf(f, b)
	return numberTest{b, key, operator == split.LessThan, bound}, ok
}

// boundOf returns what a branch compares a number with.
func boundOf(f *flow.Flow, b reads.Branch) (bound numberBound, ok bool) {
	if n, err := strconv.Atoi(strings.TrimSpace(b.Condition.Value.Text())); err == nil {
		return numberBound{"", n}, true
	}
	t := f.TemplateAt(b.Condition.Value)
	if t == nil || !t.Liquid.Readable() || len(t.Liquid.Markup) != 1 || len(t.Liquid.Outputs) != 1 ||
		strings.TrimSpace(t.Text) != strings.TrimSpace(t.Liquid.Outputs[0].In(t.Text)) {
		return bound, false
	}
	e := t.Liquid.Outputs[0].Expr
	if len(e.Terms) != 1 || e.Terms[0].Kind != liquid.ReferenceOperand {
		return bound, false
	}
	bound.path = t.Liquid.References[e.Terms[0].Ref].String()
	for _, filter := range e.Terms[0].Filters {
		n, err := strconv.Atoi(strings.TrimSpace(filter.Args.In(t.Text)))
		switch {
		case err != nil:
			return bound, false
		case filter.Name == liquid.FilterPlus:
			bound.more += n
		case filter.Name == liquid.FilterMinus:
			bound.more -= n
		default:
			return bound, false
		}
	}
	return bound, true
}

// contradicts reports whether a later test never holds after an earlier one held, or did not.
func contradicts(before numberTest, held bool, later numberTest) bool {
	if before.less != held { // it is more than this, at least
		least := before.bound.more
		if held {
			least++
		}
		return later.less && later.bound.more-1 < least
	}
	most := before.bound.more // it is this at most
	if held {
		most--
	}
	return !later.less && later.bound.more+1 > most
}

// onlyBy reports whether one comes to a later test by a transition of an earlier one alone, and neither the number
// nor the bound is set on the way.
func onlyBy(f *flow.Flow, t *flow.Transition, later numberTest) bool {
	to := later.Transition.From
	if t.Meant == nil || f.Routes(func(other *flow.Transition) bool { return other != t }).Reach(to) {
		return false
	}
	sets := func(w *flow.Widget) bool {
		return !w.Facts.Known() || strings.HasPrefix(later.bound.path, "widgets."+w.Name+".") || slices.ContainsFunc(f.Writes(w), func(by flow.Write) bool {
			key := by.Key.Text()
			return liquid.HasMarkup(key) || key == later.key || strings.HasSuffix(later.bound.path, "."+key)
		})
	}
	walk := flow.WalkFrom(t.Meant)
	walk.Omit(t.From, to)
	for at := range walk.All() {
		if at == to {
			continue
		}
		if sets(at) {
			return false
		}
		walk.AddNext(at)
	}
	return !comesBack(to, t, sets)
}

// comesBack reports whether a round that does not pass a transition leads from a widget over one of some others
// back to it.
func comesBack(w *flow.Widget, but *flow.Transition, over func(*flow.Widget) bool) bool {
	var after, before flow.Walk
	follow := func(at *flow.Widget) {
		for _, t := range at.Transitions {
			if t != but {
				after.Add(t.Meant)
			}
		}
	}
	follow(w)
	for at := range after.All() {
		follow(at)
	}
	retrace := func(at *flow.Widget) {
		for _, t := range at.In {
			if t != but {
				before.Add(t.From)
			}
		}
	}
	retrace(w)
	for at := range before.All() {
		if after.Has(at) && over(at) {
			return true
		}
		retrace(at)
	}
	return false
}
