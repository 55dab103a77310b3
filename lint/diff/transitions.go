package diff

import (
	"slices"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/source"
)

// transitions returns what changed in where a widget leads.
func (c *comparison) transitions(was, now *flow.Widget) []Change {
	var list []Change
	before, branches := byEvent(was)
	after, branches2 := byEvent(now)
	for _, t := range now.Transitions {
		if len(t.Conditions) > 0 || after[t.Event] == nil {
			continue
		}
		list = append(list, c.events(t.Event, before[t.Event], after[t.Event])...)
		delete(before, t.Event)
		delete(after, t.Event)
	}
	for _, t := range was.Transitions {
		if len(t.Conditions) == 0 && before[t.Event] != nil {
			list = append(list, c.events(t.Event, before[t.Event], nil)...)
			delete(before, t.Event)
		}
	}
	return append(list, c.branches(branches, branches2)...)
}

// byEvent returns the transitions without conditions by their events, and those with
// conditions in order.
func byEvent(w *flow.Widget) (plain map[string][]*flow.Transition, branches []*flow.Transition) {
	plain = map[string][]*flow.Transition{}
	for _, t := range w.Transitions {
		if len(t.Conditions) > 0 {
			branches = append(branches, t)
		} else {
			plain[t.Event] = append(plain[t.Event], t)
		}
	}
	return plain, branches
}

// events compares the transitions for one event; there is more than one by a slip.
func (c *comparison) events(event string, was, now []*flow.Transition) []Change {
	var list []Change
	for i := range max(len(was), len(now)) {
		change := Change{Kind: Rewired, Event: event}
		if i < len(was) {
			to := c.led(was[i].Next)
			change.Old, change.Before, change.from = &to, was[i].Place(), was[i]
		}
		if i < len(now) {
			change.New, change.After, change.to = &now[i].Next, now[i].Place(), now[i]
		}
		if change.Old == nil || change.New == nil || *change.Old != *change.New {
			list = append(list, change)
		}
	}
	return list
}

// branches compares transitions with conditions. Their order counts: the first that
// holds is taken.
func (c *comparison) branches(was, now []*flow.Transition) []Change {
	twin := c.matchBranches(was, now)
	var list []Change
	for _, t := range now {
		before := twin[t]
		if before == nil {
			list = append(list, Change{Kind: BranchAdded, Event: t.Event, Branch: label(t, source.Node.Text), New: &t.Next, After: t.Place(), to: t})
			continue
		}
		if old, new := label(before, c.text), label(t, source.Node.Text); old != new {
			list = append(list, Change{Kind: Changed, Event: t.Event, Branch: new, Member: "conditions", Old: &old,
				New: &new, Before: before.Place(), After: t.Place(), from: before, to: t})
		} else if a, b := c.condition(before, c.text), c.condition(t, source.Node.Text); a != b {
			list = append(list, Change{Kind: Changed, Event: t.Event, Branch: new, Member: "conditions", Old: &a,
				New: &b, Before: before.Place(), After: t.Place(), from: before, to: t})
		}
		if to := c.led(before.Next); to != t.Next {
			list = append(list, Change{Kind: Rewired, Event: t.Event, Branch: label(t, source.Node.Text), Old: &to,
				New: &t.Next, Before: before.Place(), After: t.Place(), from: before, to: t})
		}
	}
	var kept []*flow.Transition // those that are still there, in the new order
	for _, t := range now {
		if twin[t] != nil {
			kept = append(kept, twin[t])
		}
	}
	for _, t := range was {
		if !slices.Contains(kept, t) {
			to := c.led(t.Next)
			list = append(list, Change{Kind: BranchRemoved, Event: t.Event, Branch: label(t, c.text), Old: &to, Before: t.Place(), from: t})
		}
	}
	if !slices.IsSortedFunc(kept, func(a, b *flow.Transition) int { return a.Index - b.Index }) {
		new := c.labels(kept)
		slices.SortFunc(kept, func(a, b *flow.Transition) int { return a.Index - b.Index })
		old := c.labels(kept)
		list = append(list, Change{Kind: Changed, Member: "the order of branches", Old: &old, New: &new, Before: kept[0].Place(), After: now[0].Place()})
	}
	return list
}

// matchBranches pairs the branches of a widget: those with the same conditions, then
// those that lead to the same widget.
func (c *comparison) matchBranches(was, now []*flow.Transition) map[*flow.Transition]*flow.Transition {
	twin := map[*flow.Transition]*flow.Transition{}
	used := map[*flow.Transition]bool{}
	pair := func(fits func(a, b *flow.Transition) bool) {
		for _, b := range now {
			if twin[b] != nil {
				continue
			}
			for _, a := range was {
				if !used[a] && fits(a, b) {
					twin[b], used[a] = a, true
					break
				}
			}
		}
	}
	keys := map[*flow.Transition]string{}
	for _, t := range was {
		keys[t] = c.condition(t, c.text)
	}
	for _, t := range now {
		keys[t] = c.condition(t, source.Node.Text)
	}
	leads := func(a, b *flow.Transition) bool { return a.Event == b.Event && c.led(a.Next) == b.Next }
	pair(func(a, b *flow.Transition) bool { return keys[a] == keys[b] && leads(a, b) })
	pair(func(a, b *flow.Transition) bool { return keys[a] == keys[b] && a.Event == b.Event })
	pair(func(a, b *flow.Transition) bool { return leads(a, b) && b.Next != "" })
	return twin
}

// condition writes the conditions of a branch without the labels that people give them.
func (c *comparison) condition(t *flow.Transition, text func(source.Node) string) string {
	var parts []string
	for _, condition := range t.Conditions {
		condition = condition.Written()
		parts = append(parts, condition.Operator+" "+canonical(condition.Value, text)+" "+canonical(condition.Arguments, text))
	}
	return strings.Join(parts, ", ")
}

// label names a branch as a person would: "equal_to 1".
func label(t *flow.Transition, text func(source.Node) string) string {
	var parts []string
	for _, condition := range t.Conditions {
		condition = condition.Written()
		parts = append(parts, strings.TrimSpace(condition.Operator+" "+text(condition.Value)))
	}
	return strings.Join(parts, ", ")
}

func (c *comparison) labels(list []*flow.Transition) string {
	var parts []string
	for _, t := range list {
		parts = append(parts, label(t, c.text))
	}
	return strings.Join(parts, "; ")
}
