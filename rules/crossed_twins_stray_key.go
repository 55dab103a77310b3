package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportStrayKeys reports the answers that one of two like menus takes elsewhere than the other one.
func reportStrayKeys(p *lint.Pass) {
	for _, s := range answers.StrayKeys(p.Document) {
		p.Reportf(s.Way.NextNode, "%s at %s leads to %s, as another one does, and at %s, whose %d others lead where these do, to %s; fine if that is meant",
			words.Quote(s.Answer), s.Menu.Question.Label(), reads.Target(s.Way), s.Twin.Question.Label(), s.Others, reads.Target(s.TwinsWay)).
			Relate(s.TwinsWay.NextNode, "the other menu")
	}
}
