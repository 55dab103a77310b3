package rules

import (
	"fmt"
	"slices"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// maxSteps is how many steps of a witness are kept. A path through a generated
// flow can have thousands, and there can be as many findings.
const maxSteps = 100

// steps is the witness of a path. It ends at the widget to, which is all there is of
// an empty path.
func steps(path []*flow.Transition, to *flow.Widget) finding.Witness {
	return func() []finding.Step { return stepsOf(path, to) }
}

func stepsOf(path []*flow.Transition, to *flow.Widget) []finding.Step {
	all := make([]finding.Step, 0, min(len(path), maxSteps)+2)
	for i, t := range path {
		if left := len(path) - maxSteps; left > 0 && i >= maxSteps/2 && i < maxSteps/2+left {
			if i == maxSteps/2 {
				all = append(all, finding.Step{Widget: fmt.Sprintf("(%d more widgets)", left), At: t.Place()})
			}
			continue
		}
		all = append(all, finding.Step{Widget: t.From.Name, Event: t.Event, At: t.Place()})
	}
	return append(all, finding.Step{Widget: to.Name, At: to.Place()})
}

// ends reports whether a transition certainly ends the execution: its next is
// missing, null or "". A next of another type, or under a name that the
// catalogue knows as a wrong one, was meant to lead somewhere.
func ends(t *flow.Transition) bool {
	if t.Next != "" {
		return false
	}
	if n := t.Node.Get("next"); n.Exists() && n.Text() != "" {
		return false
	}
	aliases := schemas.State().Aliases.Transitions
	for key, n := range t.Node.Members() {
		if key == "next" && !n.IsString() && string(n.Raw()) != "null" || aliases[key] == "next" {
			return false
		}
	}
	return true
}

// stepLimit returns one of Studio's limits for a message.
func stepLimit(name string) string { return words.Grouped(schemas.Flow().Limit(name).Max) }

// circle writes the widgets of a closed path: "a" → "b" → "a".
func circle(path []*flow.Transition) string {
	const most = 6
	var words []string
	for i, t := range path {
		if len(path) > most+1 && i == most-1 {
			words = append(words, fmt.Sprintf("%d more", len(path)-most))
		}
		if len(path) > most+1 && i >= most-1 && i < len(path)-1 {
			continue
		}
		words = append(words, t.From.Label())
	}
	words = append(words, path[0].From.Label())
	return strings.Join(words, " → ")
}

// ways are the paths of a flow over some transitions, by entry, as far as the
// catalogue knows their events: a path through anything else proves nothing.
// Entries whose executions belong to a parent flow have none: where a subflow
// ends, its parent goes on. Nor has a flow that does not begin at its trigger,
// which initial-state reports.
type ways []*flow.Paths

func waysWhere(f *flow.Flow, pass func(*flow.Transition) bool) ways {
	all := make(ways, len(f.Entries()))
	for i, e := range f.Entries() {
		if e.Channels()&flow.Unknown == 0 {
			all[i] = e.Walk(func(t *flow.Transition) bool { return t.Facts.Known() && pass(t) })
		}
	}
	return all
}

// reach reports whether one of the entries leads to a widget.
func (all ways) reach(w *flow.Widget) bool {
	return slices.ContainsFunc(all, func(paths *flow.Paths) bool { return paths != nil && paths.Reach(w) })
}

// witness is the path to a widget from the first entry that leads there.
func (all ways) witness(w *flow.Widget) finding.Witness {
	return func() []finding.Step {
		for _, paths := range all {
			if paths != nil && paths.Reach(w) {
				path, _ := paths.To(w)
				return stepsOf(path, w)
			}
		}
		return nil
	}
}

// repeated is a path to the widget that a transition leads from and back to, with
// that transition at its end.
func repeated(f *flow.Flow, t *flow.Transition) finding.Witness {
	return func() []finding.Step {
		path, _ := f.PathTo(t.From)
		return stepsOf(slices.Concat(path, []*flow.Transition{t}), t.From)
	}
}
