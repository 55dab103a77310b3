// Package twins finds the parts of a flow that are alike: widgets of one type to which the
// branches of one split lead, and those to which they lead in turn. Their authors made
// them by copying, so one that differs in one place was often forgotten there.
package twins

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Group is two or more widgets of one type that are alike.
type Group []*flow.Widget

// most is how many widgets of one group are compared.
const most = 12

// groups are the groups of a flow, those right after a split before those after them.
var groups = lint.NewFact(func(d *project.Document) []Group {
	var all []Group
	seen := map[*flow.Widget]bool{} // first of a group
	add := func(g Group) {
		if len(g) > 1 && len(g) <= most && !seen[g[0]] {
			seen[g[0]] = true
			all = append(all, g)
		}
	}
	for _, w := range d.Flow.Widgets {
		if w.Facts.Split && d.Flow.Reachable(w) {
			for _, g := range led(w) {
				add(g)
			}
		}
	}
	for i := 0; i < len(all); i++ {
		for _, t := range all[i][0].Transitions {
			add(all[i].after(t.Raised()))
		}
	}
	return all
})

// led returns the widgets to which the branches of a split lead, by type.
func led(w *flow.Widget) []Group {
	var groups []Group
	seen := map[*flow.Widget]bool{}
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch || t.To == nil || t.To == w || seen[t.To] {
			continue
		}
		seen[t.To] = true
		groups = sorted(groups, t.To)
		if past := effects.PastSetting(t); past != nil && past != w && !seen[past] {
			seen[past] = true
			groups = sorted(groups, past)
		}
	}
	return groups
}

// sorted adds a widget to the groups by type.
func sorted(groups []Group, w *flow.Widget) []Group {
	i := slices.IndexFunc(groups, func(g Group) bool { return g[0].Type == w.Type })
	if i < 0 {
		return append(groups, Group{w})
	}
	groups[i] = append(groups[i], w)
	return groups
}

// after returns the widgets to which those of a group lead on an event: each to one of its
// own, all of one type; nil when it is not so.
func (g Group) after(event string) Group {
	var next Group
	for _, w := range g {
		t := w.On(event)
		if event == "" || t == nil || t.To == nil {
			return nil
		}
		to := t.To
		if past := effects.PastSetting(t); past != nil && len(next) > 0 && next[0].Type == past.Type {
			to = past
		}
		if to.Facts.Split && to == w || slices.Contains(next, to) || slices.Contains(g, to) {
			return nil
		}
		if len(next) > 0 && next[0].Type != to.Type {
			return nil
		}
		next = append(next, to)
	}
	return next
}

// own returns, for each widget of a group, the words of its name that no other has.
func (g Group) own() [][]string {
	count := map[string]int{}
	all := make([][]string, len(g))
	for i, w := range g {
		all[i] = words.In(w.Name)
		slices.Sort(all[i])
		all[i] = slices.Compact(all[i])
		for _, word := range all[i] {
			count[word]++
		}
	}
	for i := range all {
		all[i] = slices.DeleteFunc(all[i], func(word string) bool { return count[word] > 1 })
	}
	return all
}

// Named returns the word of a list after which a part of a name is called: the same, or one
// of which the other is a longer or another form, as confirm and confirmed, confirmar and confirmada; "" when there is none.
func Named(part string, list []string) string {
	const stem = 4 // letters that tell a word
	for _, word := range list {
		longer := min(len(part), len(word)) >= stem && (strings.HasPrefix(part, word) || strings.HasPrefix(word, part))
		if part == word || longer || words.AreForms(part, word) {
			return word
		}
	}
	return ""
}
