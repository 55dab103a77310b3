package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportOverwritten reports the variables that the widget right after sets anew before anything has
// read them: one of a widget.
func reportOverwritten(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Sets || w.Incomplete {
			continue
		}
		if lost, by, ok := overwritten(p.Flow, w); ok && len(p.Flow.Variable(lost.Key.Text()).Reads) > 0 {
			p.Reportf(lost.Key, "%s sets %s, and %s sets it anew before anything reads it; lead one past the other, or remove it",
				w.Label(), words.Quote(lost.Key.Text()), by.Widget.Label()).Relate(by.Key, by.Widget.Label()+" sets it, too")
		}
	}
}

// overwritten returns what a widget sets and one after it sets anew, with nothing but others
// that set something between them; false when there is no such thing.
func overwritten(f *flow.Flow, w *flow.Widget) (lost, by flow.Write, ok bool) {
	const far = 4
	var kept []flow.Write
	at := w
	for i := range far {
		next := at.OnKind(schemas.KindAlways)
		if next == nil || next.Meant == nil || next.Meant == w || next.Meant.Incomplete || effects.ActOf(next.Meant) != effects.Sets {
			return lost, by, false
		}
		at = next.Meant
		if i == 0 {
			kept = slices.Clone(f.Writes(w))
		}
		kept = slices.DeleteFunc(kept, func(k flow.Write) bool { return readsIn(f, at, k.Key.Text()) })
		for _, by := range f.Writes(at) {
			if i := slices.IndexFunc(kept, func(k flow.Write) bool { return k.Key.Text() == by.Key.Text() }); i >= 0 {
				return kept[i], by, true
			}
		}
	}
	return lost, by, false
}

// readsIn reports whether a widget reads a variable, or may.
func readsIn(f *flow.Flow, w *flow.Widget, key string) bool {
	return slices.ContainsFunc(f.TemplatesOf(w), func(t *flow.Template) bool {
		return !t.Liquid.Readable() || slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool {
			read, ok := r.Variable()
			if !ok {
				read = r.Name(2) // as an output of the widget that sets it
			}
			return read == key || read == ""
		})
	})
}
