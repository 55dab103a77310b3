package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// reportFirstAgain reports the loops in which a step is given the first message again and not what was
// answered since.
func reportFirstAgain(p *lint.Pass) {
	for _, a := range answers.FirstAgains.Of(p) {
		w := a.Ref.Widget
		p.Reportf(a.Ref, "%s is given the first message again each round, and not the answer to %s, so it does the same once more; pass on widgets.%s.inbound.Body",
			w.Label(), a.Question.Label(), words.Shorten(a.Question.Name)).As(finding.Note).Relate(a.Question, "what is asked in between")
	}
}

// reportFirstPictures reports the steps that are given the picture of the first message and not the one that was
// asked for.
func reportFirstPictures(p *lint.Pass) {
	for _, f := range answers.FirstInsteads(p.Document) {
		if shape.MayRead(p, f.Question) {
			continue
		}
		p.Reportf(f.Ref, "%s is given the picture of the first message, and not the one that %s asks for; read widgets.%s.inbound.%s",
			f.Ref.Widget.Label(), f.Question.Label(), words.Shorten(f.Question.Name), f.Ref.Name(2)).Relate(f.Question, "where it is asked for")
	}
}

// reportFirstOnceMore reports the steps that are given the first message once more, after one like them had it and a
// question was answered: a bot answers it again.
func reportFirstOnceMore(p *lint.Pass) {
	for _, o := range answers.FirstsOnceMore(p.Document) {
		w := o.Ref.Widget
		p.Reportf(o.Ref, "%s is given the first message, which %s has had, and not the answer to %s, so it does the same once more; pass on widgets.%s.inbound.Body",
			w.Label(), o.Before.Label(), o.Between.Label(), words.Shorten(o.Between.Name)).As(finding.Note).Relate(o.Between, "what is asked in between")
	}
}
