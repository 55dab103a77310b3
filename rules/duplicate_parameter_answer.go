package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// reportAnswers reports a field of a request that stands twice with the answers to two questions,
// under a name that is no list's.
func reportAnswers(p *lint.Pass, w *flow.Widget, one, other source.Node) {
	first, second := answerIn(p, one.Get("value")), answerIn(p, other.Get("value"))
	if first == nil || second == nil || first == second || offer.NamesSeveral(other.Get("key").Text()) {
		return
	}
	p.Reportf(other.Get("key"), "%s stands twice in %s, with answers to %s and %s; give each its own name",
		words.Quote(strings.TrimSpace(other.Get("key").Text())), w.Label(), first.Label(), second.Label()).
		As(finding.Note).Relate(one.Get("key"), "the first")
}

// answerIn returns the question whose answer a value is, nil when it is anything else.
func answerIn(p *lint.Pass, value source.Node) *flow.Widget {
	t := p.Flow.TemplateAt(value)
	if t == nil {
		return nil
	}
	var asked *flow.Widget
	for _, r := range t.Refs() {
		w := reads.Widget(p.Flow, r)
		if w == nil || effects.ActOf(w) != effects.Asks || !reads.IsAnswer(p.Flow, r) || asked != nil && asked != w {
			return nil
		}
		asked = w
	}
	return asked
}
