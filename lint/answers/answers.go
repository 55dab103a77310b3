// Package answers tells what becomes of the answers that a flow asks for: whether
// anything reads them, and which splits test the answer to another question.
package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// Asks reports whether a widget asks a person for an answer that it stores, and
// stores it under its own name.
func Asks(w *flow.Widget) bool {
	if w.Facts.Dialog != schemas.DialogAsks {
		return false
	}
	if renamed := w.Facts.Outputs.RenamedBy; renamed != "" && w.Property(renamed).Exists() && w.Property(renamed).Text() != "" {
		return false
	}
	for _, t := range w.Transitions {
		if t.Meant != nil && effects.StoresAnswerOn(w, t.Raised()) {
			return true
		}
	}
	return false
}

// Unread are, by the index of a widget, the questions whose answers certainly nothing
// in the flow reads. There are none when some template may read any widget, or when
// the whole execution is looked up from outside.
var Unread = lint.NewFact(func(d *project.Document) []bool {
	f := d.Flow
	unread := make([]bool, len(f.Widgets))
	read, ok := known.Of(d).read, known.Of(d).ok
	if !ok {
		return unread
	}
	for i, w := range f.Widgets {
		unread[i] = Asks(w) && f.Only(w.Name) == w && f.Reachable(w) && !slices.ContainsFunc(read[w], func(key string) bool {
			output := w.Facts.Outputs.Key(key)
			return output == nil || effects.IsAnswer(w, output)
		})
	}
	return unread
})

// known is what readIn returns.
var known = lint.NewFact(func(d *project.Document) (all struct {
	read map[*flow.Widget][]string
	left map[*flow.Widget]bool
	ok   bool
}) {
	all.read, all.left, all.ok = readIn(d.Flow)
	return all
})

// LeftOver reports whether the answer to a question is read by a widget that never runs, and
// would be by the one that passes on the others.
func LeftOver(of lint.Subject, w *flow.Widget) bool { return known.Of(of).left[w] }

// unreadOn reports whether nothing reads what the answer stores by which a question is
// left, though something may read what its other answers store.
func unreadOn(d *project.Document, t *flow.Transition) bool {
	k := known.Of(d)
	return k.ok && !slices.ContainsFunc(k.read[t.From], func(key string) bool {
		output := t.From.Facts.Outputs.Key(key)
		return output == nil || slices.Contains(output.Events, t.Raised())
	})
}

// readIn returns which of the outputs of each widget something may read, "" for all of
// them. It reports false when that cannot be told. What only a widget reads that never runs is
// left over.
func readIn(f *flow.Flow) (read map[*flow.Widget][]string, left map[*flow.Widget]bool, ok bool) {
	read = map[*flow.Widget][]string{}
	if f.Unread() {
		return nil, nil, false
	}
	unreadable := 0
	savers := saversOf(f)
	for _, t := range f.Templates() {
		if !t.Liquid.Readable() {
			if unreadable++; unreadable > near {
				return nil, nil, false
			}
			for _, w := range f.Widgets {
				if strings.Contains(t.Text, w.Name) {
					read[w] = append(read[w], "")
				}
			}
		}
		for i := range t.Liquid.References {
			r := flow.Ref{Template: t, Reference: &t.Liquid.References[i]}
			if r.Root() == "" || r.Root() == "widgets" && r.Name(1) == "" || looksUp(r) {
				return nil, nil, false
			}
			w := f.Widget(r.Name(1))
			if w == nil && r.Root() == "widgets" {
				if t.Widget != nil && !f.Reachable(t.Widget) {
					continue // left over, like the widget that it was for
				}
				return nil, nil, false // some widget is meant
			}
			if isLeftOver(f, t.Widget, w, savers) {
				left = noted(left, w) // what runs instead passes on other answers
				continue
			}
			if w != nil && r.Root() == "widgets" && !slices.Contains(read[w], r.Name(2)) {
				read[w] = append(read[w], r.Name(2))
			}
		}
	}
	return read, left, true
}

// noted adds a widget to a set, which is made when it is first needed.
func noted(set map[*flow.Widget]bool, w *flow.Widget) map[*flow.Widget]bool {
	if set == nil {
		set = map[*flow.Widget]bool{}
	}
	set[w] = true
	return set
}

// isLeftOver reports whether a widget that reads another one never runs, and one that passes on
// other answers does.
func isLeftOver(f *flow.Flow, reader, w *flow.Widget, savers []*flow.Widget) bool {
	return w != nil && reader != nil && len(savers) > 0 && !f.Reachable(reader) &&
		slices.ContainsFunc(savers, func(saver *flow.Widget) bool { return f.CanPrecede(w, saver) })
}

// saversOf returns the steps that pass on the answers to several questions, where some widget of
// the flow certainly never runs: that one may be what once did so. Else there are none.
func saversOf(f *flow.Flow) []*flow.Widget {
	if len(f.Unfollowable()) > 0 || !slices.ContainsFunc(f.Widgets, func(w *flow.Widget) bool { return !f.Reachable(w) }) {
		return nil
	}
	const several = 3
	var savers []*flow.Widget
	for _, w := range f.Widgets {
		if act := effects.ActOf(w); act != effects.Requests && act != effects.HandsOver || !f.Reachable(w) {
			continue
		}
		asked := map[string]bool{}
		for _, t := range f.TemplatesOf(w) {
			for _, r := range t.Refs() {
				if by := f.Widget(r.Name(1)); r.Root() == "widgets" && by != nil && Asks(by) {
					asked[by.Name] = true
				}
			}
		}
		if len(asked) >= several {
			savers = append(savers, w)
		}
	}
	return savers
}

// looksUp reports whether a reference gives somebody the execution, whose context
// holds every answer, or the answers of a conversation, which stand elsewhere.
func looksUp(r flow.Ref) bool {
	return r.Root() == "flow" && (r.Name(1) == "sid" || r.Name(1) == "") || r.Root() == "trigger" && r.Name(1) == "conversation"
}
