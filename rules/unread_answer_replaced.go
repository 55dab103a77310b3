package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/offer"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportReplaced reports the questions that invite something new, which is only compared.
func reportReplaced(p *lint.Pass) {
	for _, m := range answers.Anew.Of(p) {
		if shape.MayRead(p, m.Question) || !shape.Clear(p, m.Question, m.Split) {
			continue
		}
		holds := schemas.HoldsReply
		if offer.IsPicture(m.Thing) {
			holds = schemas.HoldsMedia
		}
		p.Reportf(m.Question, "%s invites a new %s, but %s only compares the answer: what is sent instead is lost; read widgets.%s.%s after %s",
			m.Question.Label(), words.Shorten(strings.ToLower(m.Thing)), m.Split.Label(),
			words.Shorten(m.Question.Name), effects.PathOf(m.Question, holds), words.Quote(m.Otherwise.Event)).
			Relate(m.Split, "where it is compared")
	}
}
