package answers

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// Anew are the menus by message that invite a person to send something in place of what he
// sent before, while nothing reads it but the split that compares it with a yes, and
// whatever else is written does not lead to a question that asks for it.
var Anew = lint.NewFact(func(d *project.Document) []Menu {
	if !known.Of(d).ok {
		return nil
	}
	var all []Menu
	for _, m := range Menus.Of(d) {
		if m.Question.Needs() != schemas.NeedsMessage || !offer.Anew(effects.Prompt(m.Question).Text()) || m.Otherwise == nil || readBeside(d.Flow, &m) {
			continue
		}
		if to := m.Otherwise.Meant; to == nil || !Asks(to) {
			all = append(all, m)
		}
	}
	return all
})
