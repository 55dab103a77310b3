package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// reportOldValues reports the requests that are given what was fetched before a question in the place of its answer.
func reportOldValues(p *lint.Pass) {
	for _, o := range answers.OldValues(p.Document) {
		question := o.Answer.From
		if !shape.Clear(p, o.Ref.Widget, question) || !shape.ClearBefore(p, o.Ref.Widget) {
			continue
		}
		p.Reportf(o.Ref, "%s has %s as %s, which was fetched before %s asked for it; read %s",
			o.Ref.Widget.Label(), reads.Path(o.Ref), words.Quote(o.Key), question.Label(), reads.AnswerOn(o.Answer)).
			As(finding.Note).Relate(question, "the question")
	}
}

// reportFirstResults reports the texts that tell what the first of two tries has brought, also after the second.
func reportFirstResults(p *lint.Pass) {
	for _, r := range answers.FirstResults(p.Document) {
		if !shape.Clear(p, r.Ref.Widget, r.First, r.Again) {
			continue
		}
		p.Reportf(r.Ref, "%s tells what %s brought, also after %s, which asks once more: that is the first try's; write a text for each",
			r.Ref.Widget.Label(), r.First.Label(), r.Again.Label()).
			As(finding.Note).Relate(r.Again, "the second try")
	}
}

// reportRefusedFirst reports the steps that hand on the first answer, which fitted nowhere, after a second attempt that did.
func reportRefusedFirst(p *lint.Pass) {
	for _, r := range answers.RefusedFirsts(p.Document) {
		by := r.Ref.Widget
		if shape.MayRead(p, r.Again) || !shape.Clear(p, by, r.First, r.Again) || !shape.ClearBefore(p, by) {
			continue
		}
		p.Reportf(r.Ref, "%s has the answer to %s also where that fitted nowhere, and %s was answered then, which is lost; "+
			"keep both in one variable, and read that", by.Label(), r.First.Label(), r.Again.Label()).
			Relate(r.Again, "the second attempt").Relate(r.First, "the first")
	}
}
