package answers

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// A Replacement is a menu that invites something else in place of an answer.
type Replacement struct {
	Menu
	Thing string // a word of the prompt: photo
}

// Anew are the menus by message that invite a person to send something in place of what he
// sent before, while nothing reads it but the split that compares it with a yes, and
// whatever else is written does not lead to a question that asks for it.
var Anew = lint.NewFact(func(d *project.Document) []Replacement {
	if !known.Of(d).ok {
		return nil
	}
	var all []Replacement
	for _, m := range Menus.Of(d) {
		if m.Question.Needs() != schemas.NeedsMessage || m.Otherwise == nil {
			continue
		}
		thing, ok := offer.Anew(effects.Prompt(m.Question).Text())
		if to := m.Leads(m.Otherwise); ok && (to == nil || !Asks(to)) && !readBeside(d.Flow, m) {
			all = append(all, Replacement{*m, thing})
		}
	}
	return all
})
