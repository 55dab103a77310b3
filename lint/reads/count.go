package reads

import (
	"strconv"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/pattern"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// IsCount reports whether a value is a whole number, or one that is counted up by whole ones.
func IsCount(text string) bool {
	_, err := strconv.Atoi(strings.TrimSpace(text))
	return err == nil || countedUp.Of(text)
}

// AddsOne reports whether a value adds one to something.
func AddsOne(f *flow.Flow, value source.Node) bool {
	t := f.TemplateAt(value)
	if t == nil {
		return false
	}
	for filter := range t.Liquid.Filters() {
		if filter.Name == liquid.FilterPlus && strings.TrimSpace(filter.Args.In(t.Text)) == "1" {
			return true
		}
	}
	return false
}

var countedUp = words.NewMemory(func(text string) bool { return countsUp.MatchString(text) })

var countsUp = pattern.Lazy(`^(?:\s*(?:\{%[^%]*%\}|\d+|\{\{[^{}]*\|\s*plus:\s*\d+\s*-?\}\}))+\s*$`)
