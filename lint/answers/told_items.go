package answers

import (
	"iter"
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/twins"
	"studiolint/schemas"
)

// A FixedItem is an item of a list that a step takes though another one was chosen, or whatever was: the question
// tells several of the list by their numbers, from which one chooses.
type FixedItem struct {
	Ref      flow.Ref
	At       int // the segment of the item
	Question *flow.Widget
	Answer   string // by which another item is chosen; "" where the same is taken whatever the answer is
	Chosen   string // the item that is offered for that answer
	Split    bool   // a split reads the answer
}

// FixedItems returns those of a flow, one a question.
func FixedItems(d *project.Document) (all []FixedItem) {
	var menus []*Menu
	for _, w := range d.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Incomplete || !d.Flow.Reachable(w) {
			continue
		}
		list, ok := toldItems(d.Flow, w)
		if !ok {
			continue // nearly always
		}
		if menus == nil {
			menus = append(slices.Clone(Menus.Of(d)), SpokenMenus.Of(d)...)
		}
		if item, ok := list.fixed(menus); ok {
			all = append(all, item)
		}
	}
	return all
}

// listTold is a list of which a question tells items.
type listTold struct {
	flow     *flow.Flow
	question *flow.Widget
	by       *flow.Widget // the request that brings it
	path     string
	at       int  // the segment of the item
	all      bool // a loop tells all of it
}

// toldItems returns the list of which the prompt of a question prints two items at least, by their numbers, or all in a
// loop.
func toldItems(f *flow.Flow, w *flow.Widget) (list listTold, ok bool) {
	t := f.TemplateAt(effects.Prompt(w))
	if t == nil || t.Literal || !t.Liquid.Readable() {
		return list, false
	}
	first := ""
	for _, r := range t.Refs() {
		by := reads.InResponse(f, r)
		if by == nil {
			continue
		}
		if r.Use == liquid.UseLoop {
			return listTold{f, w, by, reads.Path(r), len(r.Segments), true}, true
		}
		at := itemOf(r)
		if at == 0 {
			continue
		}
		if path := reads.PathTo(r, at-1); path != list.path {
			list, first = listTold{f, w, by, path, at, false}, r.Name(at)
		} else if r.Name(at) != first {
			return list, true
		}
	}
	return list, false
}

// itemOf returns the segment of a reference that is the number of an item, 0 for none.
func itemOf(r flow.Ref) int {
	for i := flow.ValueDepth; i < len(r.Segments); i++ {
		if r.Segments[i].Kind == liquid.IndexSegment {
			return i
		}
	}
	return 0
}

// fixed returns an item that is taken after the question whatever the answer is, or for the answer that is for another.
func (l *listTold) fixed(menus []*Menu) (item FixedItem, ok bool) {
	answered, split := l.uses()
	if answered {
		return item, false
	}
	for i := range menus {
		m := menus[i]
		if m.Question != l.question {
			continue
		}
		if item, ok = l.crossed(m); ok {
			return item, true
		}
		if to := m.forSeveral(); to != nil && (l.all || l.offersSeveral(m, to)) {
			item, ok = l.only(to)
			item.Split = true
			return item, ok
		}
	}
	if !offer.AsksForItem(effects.Prompt(l.question).Text()) {
		return item, false
	}
	if to := effects.PastIdle(l.flow, l.question.OnKind(schemas.KindInput)); !split && to != nil && !to.Facts.Split {
		return l.only(to)
	}
	return item, false
}

// uses reports whether anything but a split reads the answer to the question, and whether a split does.
func (l *listTold) uses() (answered, split bool) {
	for r := range reads.UsesOf(l.flow, l.question) {
		if !r.Widget.Facts.Split {
			return true, split
		}
		split = true
	}
	return false, split
}

// forSeveral returns the step to which several answers of a menu lead that are offered each for itself; nil for none.
func (m *Menu) forSeveral() *flow.Widget {
	taken := map[*flow.Widget]int{}
	for _, b := range m.Branches {
		texts, _ := b.Comparison.Texts()
		to := m.Leads(b.Transition)
		for _, text := range texts {
			if len(text) == 1 && '1' <= text[0] && text[0] <= '9' {
				taken[to]++
			}
		}
		if to != nil && to != m.Question && taken[to] > 1 {
			return to
		}
	}
	return nil
}

// offersSeveral reports whether the answers for several items lead to a step.
func (l *listTold) offersSeveral(m *Menu, to *flow.Widget) bool {
	leading := 0
	for answer := range l.offered() {
		if b := m.takenBy(answer); b != nil && m.Leads(b.Transition) == to {
			leading++
		}
	}
	return leading > 1
}

// only returns the item that is read of the list from a step on, where no other is.
func (l *listTold) only(to *flow.Widget) (item FixedItem, ok bool) {
	for _, r := range l.flow.OutputRefs(l.by.Name) {
		if !l.reads(r) || r.Widget == l.question || !l.flow.CanPrecede(l.question, r.Widget) {
			continue
		}
		if ok && item.Ref.Name(l.at) != r.Name(l.at) || r.Widget.Facts.Split || !follows(to, r.Widget) {
			return item, false
		}
		if !ok || item.Ref.Widget.Facts.Dialog != schemas.DialogSilent {
			item, ok = FixedItem{Ref: r, At: l.at, Question: l.question}, true
		}
	}
	return item, ok
}

// reads reports whether a reference reads a numbered item of the list, and prints it.
func (l *listTold) reads(r flow.Ref) bool {
	_, printed := reads.Printed(r)
	return printed && itemOf(r) == l.at && reads.PathTo(r, l.at-1) == l.path
}

// follows reports whether a step is another one, or comes after it at once, before anybody is asked.
func follows(first, w *flow.Widget) bool {
	const far = 6
	for at := range first.Ahead(far) {
		if at == w {
			return true
		}
		if effects.ActOf(at) == effects.Asks {
			return false
		}
	}
	return false
}

// crossed returns the item that a branch of a menu takes for the answer which is offered for another one.
func (l *listTold) crossed(m *Menu) (item FixedItem, ok bool) {
	for answer, chosen := range l.offered() {
		b := m.takenBy(answer)
		if b == nil {
			continue
		}
		step := m.Leads(b.Transition)
		if step == nil || effects.ActOf(step) == effects.Asks || effects.OnlyInto(step) == nil && len(step.In) != 1 {
			continue
		}
		if r, only := l.onlyIn(step); only && r.Name(l.at) != chosen && !l.isCopied(m, step) {
			return FixedItem{r, l.at, l.question, answer, chosen, true}, true
		}
	}
	return item, false
}

// isCopied reports whether another branch of a menu leads to a step that does exactly the same: copied-branch.
func (l *listTold) isCopied(m *Menu, step *flow.Widget) bool {
	return slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
		other := m.Leads(b.Transition)
		return other != nil && other != step && twins.AreAlike(other, step)
	})
}

// offered yields the items with the digits for which the prompt offers them, in the order of the text: each item with
// one digit before it, or each with one after it.
func (l *listTold) offered() iter.Seq2[string, string] {
	t := l.flow.TemplateAt(effects.Prompt(l.question))
	var items []string
	var between []string // what stands before each item, and after the last
	end := 0
	for _, r := range t.Refs() {
		if !l.reads(r) {
			continue
		}
		at := t.Liquid.Markup[r.Markup]
		if n := len(items); n > 0 && items[n-1] == r.Name(l.at) {
			end = at.End
			continue
		}
		items, between = append(items, r.Name(l.at)), append(between, t.Text[min(end, at.Start):at.Start])
		end = at.End
	}
	between = append(between, t.Text[min(end, len(t.Text)):])
	return func(yield func(string, string) bool) {
		digits := offer.LoneDigits(between[:len(items)])
		if digits == nil {
			digits = offer.LoneDigits(between[1:])
		}
		for i, digit := range digits {
			if !yield(digit, items[i]) {
				return
			}
		}
	}
}

// onlyIn returns what a step reads of the list, where that is one item.
func (l *listTold) onlyIn(step *flow.Widget) (only flow.Ref, ok bool) {
	for _, t := range l.flow.TemplatesOf(step) {
		for _, r := range t.Refs() {
			if !l.reads(r) {
				continue
			}
			if ok && r.Name(l.at) != only.Name(l.at) {
				return only, false
			}
			only, ok = r, true
		}
	}
	return only, ok
}
