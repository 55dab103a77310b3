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
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportNumbered looks at the lists that are numbered by forloop.index0 though the branches take 1 and not 0, and at
// what is taken from a list whatever was chosen.
func reportNumbered(p *lint.Pass) {
	listed := false
	for _, t := range p.Flow.Templates() {
		listed = listed || t.Liquid.HasTag("for", "tablerow")
	}
	if !listed {
		return // nearly always
	}
	menus := answers.Menus.Of(p)
	for i := range menus {
		m := &menus[i]
		t := p.Flow.TemplateAt(effects.Prompt(m.Question))
		if t == nil || t.Literal || !t.Liquid.Readable() {
			continue
		}
		reportFromZero(p, m, t)
		reportFixedItem(p, m, t)
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

// reportFixedItem reports a step that takes the same item of a list whatever was chosen from it: several numbers lead
// there, only the split reads the answer, and no other item is read.
func reportFixedItem(p *lint.Pass, m *answers.Menu, t *flow.Template) {
	to := takesSeveral(m)
	if to == nil {
		return
	}
	for r := range reads.UsesOf(p.Flow, m.Question) {
		if !r.Widget.Facts.Split {
			return
		}
	}
	for _, list := range t.Refs() {
		by := reads.Widget(p.Flow, list)
		if list.Use != liquid.UseLoop || by == nil || by.Facts.Request == nil {
			continue
		}
		var found *flow.Ref
		path := reads.Path(list)
		for _, r := range p.Flow.OutputRefs(by.Name) {
			n := len(list.Segments)
			if r.Node == t.Node || len(r.Segments) <= n || r.Segments[n].Kind != liquid.IndexSegment || reads.PathTo(r, n-1) != path {
				continue
			}
			if found != nil && found.Segments[n].Name != r.Segments[n].Name || !comesAfter(to, r.Widget) {
				return
			}
			found = &r
		}
		if found != nil {
			p.Reportf(*found, "%s takes the item %s of %s whatever is chosen at %s, whose answer only a split reads; take the one of that number",
				found.Widget.Label(), found.Segments[len(list.Segments)].Name, words.Shorten(path), m.Question.Label()).Relate(m.Question, "where it is chosen")
			return
		}
	}
}

// takesSeveral returns the step to which several numbers of a menu lead; nil for none.
func takesSeveral(m *answers.Menu) *flow.Widget {
	taken := map[*flow.Widget]int{}
	for _, b := range m.Branches {
		texts, _ := b.Comparison.Texts()
		for _, text := range texts {
			if offer.Count(text) > 0 {
				taken[b.Transition.Meant]++
			}
		}
		if to := b.Transition.Meant; to != nil && taken[to] > 1 {
			return to
		}
	}
	return nil
}

// comesAfter reports whether a step is another one, or follows it at once over steps that nobody has to answer.
func comesAfter(first, w *flow.Widget) bool {
	const far = 4
	for at := range first.Ahead(far) {
		if at == w {
			return true
		}
		if effects.ActOf(at) == effects.Asks {
			return false
		}
	}
	return false
}
