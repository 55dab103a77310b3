package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/twins"
	"studiolint/lint/words"
)

// reportOtherFigures reports the texts that name another figure than the same text in another language does.
func reportOtherFigures(p *lint.Pass) {
	others := twins.OtherFigures(p.Document)
	var told []answers.Contradiction // prompt-mismatch tells of those
	if len(others) > 0 {
		told = answers.Contradictions(p.Document)
	}
	for _, o := range others {
		if slices.ContainsFunc(told, func(c answers.Contradiction) bool {
			return c.Odd.Widget == o.Widget || c.Odd.Widget == o.Twin
		}) {
			continue
		}
		n, other := effects.Prompt(o.Widget), effects.Prompt(o.Twin)
		said, there := n.Text()[o.Figure.Start:o.Figure.End], other.Text()[o.InTwin.Start:o.InTwin.End]
		p.Reportf(n.Part(o.Figure.Start, o.Figure.End), "%s says %s where %s, the same in another language, says %s; write the same into both",
			o.Widget.Label(), words.Quote(said), o.Twin.Label(), words.Quote(there)).
			Relate(other.Part(o.InTwin.Start, o.InTwin.End), "the other one")
	}
	for _, l := range answers.LackingOffers(p.Document) {
		n := effects.Prompt(l.Menu.Question)
		p.Reportf(n, "%s does not offer %s, as %s does, the same menu in another language (%s); fine if that is meant",
			l.Menu.Question.Label(), words.Quote(l.Offer.Answer), l.Twin.Question.Label(),
			words.Quote(strings.Trim(l.Offer.Purpose(), " .,;:"))).
			Relate(effects.PlaceOfPrompt(l.Twin.Question), "the other menu")
	}
}
