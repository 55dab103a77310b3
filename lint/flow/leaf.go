package flow

import (
	"slices"

	"studiolint/schemas"
)

// endLeaves takes states without a list of transitions for the last ones of their ways, where
// nothing tells that such a list is lost: the others lead to all widgets.
func (f *Flow) endLeaves() {
	if !slices.ContainsFunc(f.Widgets, (*Widget).isLeaf) || !f.leadsToAll() {
		return
	}
	for _, w := range f.Widgets {
		if w.isLeaf() {
			w.unlisted, w.Incomplete = false, false
		}
	}
}

// leadsToAll reports whether what is written leads from the beginning to all widgets.
func (f *Flow) leadsToAll() bool {
	start := f.Begin()
	if start == nil {
		return false
	}
	seen, queue := make([]bool, len(f.Widgets)), []*Widget{start}
	seen[start.Index] = true
	for i := 0; i < len(queue); i++ {
		for _, t := range queue[i].Transitions {
			if to := t.Meant; to != nil && !seen[to.Index] {
				seen[to.Index] = true
				queue = append(queue, to)
			}
		}
	}
	return len(queue) == len(f.Widgets)
}

// isLeaf reports whether a state without a list of transitions may be meant to lead nowhere: it has
// nothing that could have been meant for one, and says a last word or hands the person over.
func (w *Widget) isLeaf() bool {
	dialog := w.Facts.Dialog
	if w.list.Exists() || dialog != schemas.DialogTells && dialog != schemas.DialogHandsOver {
		return false
	}
	for key := range w.Node.Members() {
		if !slices.Contains(stateMembers, key) {
			return false
		}
	}
	return true
}
