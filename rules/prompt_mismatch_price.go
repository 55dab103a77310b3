package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/words"
)

// reportPrices reports the prices that a person is told and that are not those which the flow sets or charges.
func reportPrices(p *lint.Pass) {
	for _, m := range answers.MispricedAnswers(p.Document) {
		p.Reportf(m.Write.Value, "%s sets %s to %s, but %s says %s; write the same price into both",
			m.Write.Widget.Label(), words.Quote(m.Write.Key.Text()), words.Quote(m.Write.Value.Text()), m.Menu.Question.Label(), words.Quote(m.Price.Text)).
			Relate(effects.PlaceOfPrompt(m.Menu.Question), "the price that is told")
	}
	for _, r := range answers.RepricedAnswers(p.Document) {
		p.Reportf(effects.Prompt(r.By), "%s names another price than %s, which offers it as %s; write the same price into both",
			r.By.Label(), r.Menu.Question.Label(), words.Quote(r.Price.Text)).
			Relate(effects.PlaceOfPrompt(r.Menu.Question), "the price that is offered")
	}
	for _, o := range answers.Overcharges(p.Document) {
		n := o.Widget.Property(o.Amount.Name)
		p.Reportf(n, "%s takes %s, but another sum is told right before it (%d.%02d); write the same into both",
			o.Widget.Label(), words.Quote(n.Text()), o.Said/100, o.Said%100)
	}
}
