package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/shape"
	"studiolint/schemas"
)

// reportAskedByCopy reports a question by message of which an answer that fits no branch leads to another question that
// has its words: nothing says that it was not understood. Once.
func reportAskedByCopy(p *lint.Pass) {
	var first *flow.Widget
	var asked map[string]*flow.Widget // by their words, once there are two questions
	for _, w := range p.Flow.Widgets {
		words := ownWords(w)
		if words == "" || !p.Flow.Reachable(w) {
			continue
		}
		if first == nil {
			first = w
			continue
		}
		if asked == nil {
			asked = map[string]*flow.Widget{ownWords(first): first}
		}
		other := asked[words]
		if other == nil {
			asked[words] = w
			continue
		}
		for _, pair := range [][2]*flow.Widget{{other, w}, {w, other}} {
			t := refusedUntold(p, pair[0], func(to *flow.Widget) bool { return to == pair[1] })
			if t == nil || t.Facts.Kind != schemas.KindNoMatch || !shape.Clear(p, t.From, pair[1]) {
				continue
			}
			p.Reportf(t.PlaceOfNext(), "%s answers what it does not know with %s, the words of %s again; say what was wrong",
				t.From.Label(), pair[1].Label(), pair[0].Label()).As(finding.Note).Relate(pair[1], "the copy").Identify(pair[0].Label())
			return
		}
	}
}

// ownWords returns the text of a question by message that is the same each time and does not say that it is asked
// again; "" for any other, and for a short one.
func ownWords(w *flow.Widget) string {
	const least = 20
	if effects.ActOf(w) != effects.Asks || w.Needs() != schemas.NeedsMessage || w.Incomplete {
		return ""
	}
	text := strings.TrimSpace(effects.Prompt(w).Text())
	if len(text) < least || liquid.HasMarkup(text) || offer.SaysWrong(text) || offer.AsksAnew(text) || offer.IsAnotherTry(text) {
		return ""
	}
	return text
}
