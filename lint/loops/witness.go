package loops

import (
	"fmt"
	"slices"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// Limit returns one of Studio's limits for a message.
func Limit(name string) string { return words.Grouped(schemas.Flow().Limit(name).Max) }

// Circle writes the widgets of a closed path: "a" → "b" → "a".
func Circle(path []*flow.Transition) string {
	const most = 4
	var names []string
	for i, t := range path {
		if len(path) > most+1 && i == most-1 {
			names = append(names, fmt.Sprintf("%d more", len(path)-most))
		}
		if len(path) > most+1 && i >= most-1 && i < len(path)-1 {
			continue
		}
		names = append(names, t.From.Label())
	}
	names = append(names, path[0].From.Label())
	return strings.Join(names, " → ")
}

// Witness returns a path into the loop and once around it, and the part that
// goes around.
func Witness(f *flow.Flow, loop *flow.Loop, via *flow.Transition) (path, around []*flow.Transition) {
	inside := make(map[*flow.Transition]bool, len(loop.Inside))
	for _, t := range loop.Inside {
		inside[t] = true
	}
	pass := func(t *flow.Transition) bool { return inside[t] }
	path, _ = f.PathTo(loop.Widgets[0])
	head := loop.Widgets[0]
	for i, t := range path {
		if loop.Has(t.From) {
			head, path = t.From, path[:i]
			break
		}
	}
	if via == nil {
		around, _ = f.PathBetween(head, head, pass)
		return slices.Concat(path, around), around
	}
	// Around by way of one transition.
	if via.From != head {
		around, _ = f.PathBetween(head, via.From, pass)
	}
	around = append(slices.Clone(around), via)
	if via.Meant != head {
		back, _ := f.PathBetween(via.Meant, head, pass)
		around = append(around, back...)
	}
	return slices.Concat(path, around), around
}

// Through returns a transition of the loop that leaves one of its widgets.
func Through(loop *flow.Loop, w *flow.Widget) *flow.Transition {
	for _, t := range loop.Inside {
		if t.From == w {
			return t
		}
	}
	return nil
}

// Uncounted returns a transition by which a circle that is counted is left for the rest
// of the loop, so that a witness goes round what really has no end; nil when no circle
// in it is counted.
func Uncounted(d *project.Document, loop *flow.Loop) *flow.Transition {
	inside := make(map[*flow.Transition]bool, len(loop.Inside))
	for _, t := range loop.Inside {
		inside[t] = true
	}
	round := values.Held.Of(d).Round(loop)
	var found *flow.Transition
	longest, looked := 0, 0
	for _, t := range loop.Inside {
		if !t.From.Facts.Split || looked >= deepest || !slices.ContainsFunc(reads.Compared(d.Flow, t.From), func(r flow.Ref) bool {
			return round.Of(r) == values.Sets
		}) {
			continue
		}
		looked++
		back, ok := d.Flow.PathBetween(t.Meant, t.From, func(t *flow.Transition) bool { return inside[t] })
		if ok && len(back) > longest {
			found, longest = t, len(back)
		}
	}
	return found
}

// Silence returns a transition of the loop that is taken because a caller says nothing;
// nil when there is none.
func Silence(loop *flow.Loop) *flow.Transition {
	for _, t := range loop.Inside {
		if IsSilence(t) {
			return t
		}
	}
	return nil
}

// Exits names how a loop is left by something that works: "b" on "success".
func Exits(loop *flow.Loop) string {
	var ways []string
	for _, t := range loop.Leaving {
		if e := t.Facts; !e.Known() || e.Person || e.Kind == schemas.KindFailure || t.Meant == t.From {
			continue
		}
		way := t.From.Label() + " on " + words.Quote(t.Event)
		if !slices.Contains(ways, way) {
			ways = append(ways, way)
		}
	}
	if len(ways) > 3 {
		ways = append(ways[:2], words.Plural(len(ways)-2, "other way"))
	}
	return strings.Join(ways, " or ")
}

// Repeated is the witness of a transition from a widget to itself: a path to the
// widget, with that transition at its end.
func Repeated(f *flow.Flow, t *flow.Transition) finding.Witness {
	return func() []finding.Step {
		path, _ := f.PathTo(t.From)
		return finding.Steps(slices.Concat(path, []*flow.Transition{t}), t.From)()
	}
}

// Fails reports whether a transition is taken because the widget failed, and not
// because of what a person did.
func Fails(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindFailure && !t.Facts.Person }
