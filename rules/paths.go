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

// repeated is a path to the widget that a transition leads from and back to, with
// that transition at its end.
func repeated(f *flow.Flow, t *flow.Transition) finding.Witness {
	return func() []finding.Step {
		path, _ := f.PathTo(t.From)
		return finding.Steps(slices.Concat(path, []*flow.Transition{t}), t.From)()
	}
}
