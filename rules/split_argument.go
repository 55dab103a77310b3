package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/source"
)

var _ = add(lint.Rule{
	ID: "split-argument", Title: "A condition tests another variable than its split",
	Group: lint.Splits, Severity: lint.Warning,
	Doc: `Finds a condition whose "arguments" hold another variable than the "input" of its
Split Based On widget. Twilio's editor writes the same into both; they differ when
a widget was copied and changed by hand in one place only. Which of the two counts
is not documented, so the split tests something that its own text does not say.

The same variable with another filter is left alone.

Write the same variable into both.`,
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			if w.Type == splitType {
				checkArguments(p, w)
			}
		}
	},
})

func checkArguments(p *lint.Pass, w *flow.Widget) {
	input := w.Property("input")
	if !input.IsString() || subjectOf(p, input) == "" {
		return
	}
	want, ok := pathsIn(p.Flow, input)
	if !ok {
		return
	}
	found := map[string]*lint.Diagnostic{}
	for _, t := range w.Transitions {
		for _, c := range t.Conditions {
			for _, argument := range c.Arguments.Elements() {
				got, ok := pathsIn(p.Flow, argument)
				if !ok || subjectOf(p, argument) == "" || slices.Equal(got, want) {
					continue
				}
				if d := found[argument.Text()]; d != nil {
					d.Relate(argument, "so does this condition")
					continue
				}
				found[argument.Text()] = p.Reportf(argument, "this condition tests %s, but the input of %s is %s; which of the two counts is not documented: write the same into both",
					quote(strings.TrimSpace(argument.Text())), widgetName(w), quote(strings.TrimSpace(input.Text()))).
					Relate(input, "the input of "+widgetName(w))
			}
		}
	}
}

// pathsIn returns the variables that a template reads, each once, sorted. It
// reports false when it reads none, or one that is not fixed.
func pathsIn(f *flow.Flow, n source.Node) ([]string, bool) {
	t := f.TemplateAt(n)
	if t == nil {
		return nil, false
	}
	var paths []string
	for _, r := range t.Refs() {
		var names []string
		for i := range r.Segments {
			name := r.Name(i)
			if name == "" {
				return nil, false
			}
			names = append(names, name)
		}
		paths = append(paths, strings.Join(names, "."))
	}
	slices.Sort(paths)
	return slices.Compact(paths), len(paths) > 0
}
