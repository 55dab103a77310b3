package twins

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// chains returns the questions of a flow that are asked one after the other, each right after
// the answer to the one before or what keeps it: their authors gave all of them the same time.
func chains(d *project.Document) []Group {
	follows := map[*flow.Widget]bool{}
	for _, w := range d.Flow.Widgets {
		if next := asksNext(w); next != nil {
			follows[next] = true
		}
	}
	var all []Group
	for _, w := range d.Flow.Widgets {
		if follows[w] || !isQuestion(w) || !d.Flow.Reachable(w) {
			continue
		}
		g := Group{w}
		for next := asksNext(w); next != nil && len(g) < most; next = asksNext(next) {
			g = append(g, next)
		}
		all = append(all, g)
	}
	return all
}

// isQuestion reports whether a widget waits for a message.
func isQuestion(w *flow.Widget) bool {
	return w.Facts.Dialog == schemas.DialogAsks && w.Facts.KeyEntry == nil && w.OnKind(schemas.KindTimeout) != nil
}

// asksNext returns the question that comes right after the answer to one, when silence leads
// both to the same; nil when there is none.
func asksNext(w *flow.Widget) *flow.Widget {
	if !isQuestion(w) {
		return nil
	}
	t := w.OnKind(schemas.KindInput)
	for range 2 { // what was answered is kept
		if t == nil || t.To == nil || t.To.Facts.Outputs.From != schemas.FromVariables {
			break
		}
		t = t.To.Onward()
	}
	if t == nil || t.To == nil || t.To == w || t.To.Facts != w.Facts || !isQuestion(t.To) ||
		effects.PastSetting(t.To.OnKind(schemas.KindTimeout)) != effects.PastSetting(w.OnKind(schemas.KindTimeout)) {
		return nil
	}
	return t.To
}
