package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// reportNumbered looks at the lists that are numbered by forloop.index0 though the branches take 1 and not 0.
func reportNumbered(p *lint.Pass) {
	listed := false
	for _, t := range p.Flow.Templates() {
		listed = listed || t.Liquid.HasTag("for", "tablerow")
	}
	if !listed {
		return // nearly always
	}
	for _, m := range answers.Menus.Of(p) {
		t := p.Flow.TemplateAt(effects.Prompt(m.Question))
		if t == nil || t.Literal || !t.Liquid.Readable() {
			continue
		}
		reportFromZero(p, m, t)
	}
}

// reportFromZero reports a list whose numbers begin with 0, where its first choice is 1.
func reportFromZero(p *lint.Pass, m *answers.Menu, t *flow.Template) {
	if !strings.Contains(t.Text, "index0") || !choosesNumber(m, "1") || choosesNumber(m, "0") || answersOthers(m) {
		return
	}
	for _, node := range t.Liquid.Markup {
		if node.Kind != liquid.OutputNode {
			continue
		}
		if inner := strings.Trim(node.In(t.Text), "{}- "); inner == "forloop.index0" && !strings.HasPrefix(t.Text[node.End:], "}}") {
			p.Reportf(t.Place(node.Span), "%s numbers its choices from 0 (forloop.index0), and the answers are taken from 1 on: who wants the first gets the second; write forloop.index",
				m.Question.Label()).Relate(m.Split, "where 1 is taken").Suggest(false, "Write forloop.index", t.Place(node.Span).Replace("{{forloop.index}}"))
			return
		}
	}
}

// answersOthers reports whether whatever no branch takes is answered, and neither asked again nor refused: 0 may be
// meant by it.
func answersOthers(m *answers.Menu) bool {
	otherwise := m.Split.OnKind(schemas.KindNoMatch)
	if to := effects.PastSetting(otherwise); to == nil || to == m.Question {
		return false
	}
	told := effects.Next(otherwise, effects.Tells, effects.Asks)
	if told == nil {
		return true
	}
	text := effects.Prompt(told).Text()
	return !offer.SaysWrong(text) && !offer.AsksAnew(text) && !offer.Refuses(text) && !offer.SaysFailed(text) && effects.PastSetting(told.Onward()) != m.Question
}

// choosesNumber reports whether a branch of a menu certainly takes a number.
func choosesNumber(m *answers.Menu, number string) bool {
	return slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return b.Comparison.Holds(number) != split.No })
}
