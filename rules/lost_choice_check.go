package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportPassedCheck reports a secret code that a request checks, whose verdict is only handed on, while one
// goes on whatever it is: one a flow.
func reportPassedCheck(p *lint.Pass) {
	const most = 20 // requests whose answers are looked at
	tried := 0
	for _, asked := range p.Flow.Widgets {
		if !answers.Asks(asked) || p.Flow.Only(asked.Name) != asked || !p.Flow.Reachable(asked) {
			continue
		}
		if text := effects.ToldBefore(asked); !offer.AsksForSecret(text) || offer.ChoosesSecret(text) {
			continue
		}
		for _, r := range p.Flow.OutputRefs(asked.Name) {
			by := r.Widget
			if by.Facts.Request == nil || !reads.IsAnswer(p.Flow, r) {
				continue
			}
			if tried++; tried > most {
				return
			}
			worked := by.OnKind(schemas.KindSuccess)
			if verdict := verdictOf(p.Flow, by); verdict != nil && effects.Next(worked, effects.Asks, effects.Tells) != nil {
				p.Reportf(worked.NextNode, "%s checks the code of %s, but nothing tests %s: whoever has a wrong one goes on as well; test it in a split",
					by.Label(), asked.Label(), words.Quote(verdict.Reference.String())).Relate(asked, "the question for the code").
					Relate(verdict.Template.Place(verdict.Reference.Span), "where it is only handed on").Identify(by.Label())
				return
			}
		}
	}
}

// verdictOf returns where something reads whether a request has found a code right, when nothing depends on
// what the request brings; nil for nowhere.
func verdictOf(f *flow.Flow, by *flow.Widget) (verdict *flow.Ref) {
	for _, r := range f.OutputRefs(by.Name) {
		if reads.Decides(r) {
			return nil
		}
		if len(f.Writes(r.Widget)) > 0 {
			return nil // a split may test the variable
		}
		if verdict == nil && words.NamesVerdict(r.Name(len(r.Segments)-1)) {
			verdict = &r
		}
	}
	return verdict
}
