package answers

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/project"
	"studiolint/lint/words"
)

// Tongues are the languages of what the widgets of a flow say or send, by their index; "" where
// a widget says nothing or its language is not clear.
var Tongues = lint.NewFact(func(d *project.Document) []string {
	all := make([]string, len(d.Flow.Widgets))
	for i, w := range d.Flow.Widgets {
		all[i] = words.Tongue(effects.Prompt(w).Text())
	}
	return all
})
