package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportSameCalls reports the answers that are offered for different things and put through to the same people, while
// every other answer of the menu has people of its own: once a menu.
func reportSameCalls(p *lint.Pass) {
	for _, s := range answers.SameCalls(p) {
		trim := func(purpose string) string { return words.Quote(strings.Trim(purpose, " ,.")) }
		p.Reportf(s.Other.Property(s.Property), "%s is offered %s and puts through to %s, as %s does %s, and every other answer to somebody else: a copy? write whom it is to call",
			s.Other.Label(), trim(s.ForOther), words.Quote(s.Whom), s.One.Label(), trim(s.ForOne)).As(finding.Note).
			Relate(s.One.Property(s.Property), "the other").
			Relate(effects.PlaceOfPrompt(s.Menu.Question), "what offers the two").Identify(s.Other.Label())
	}
}
