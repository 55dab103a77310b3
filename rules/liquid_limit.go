package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "liquid-limit", Title: "A template beyond the limits of Studio's Liquid",
		Group: finding.Liquid, Severity: finding.Note,
		Doc: `Finds a for over more than 15 numbers, and a template whose own text, without what
the Liquid prints, is longer than 16 KB whichever branch is taken.

Studio stops a loop after 15 rounds without a word, and renders no template to more
than 16 KB.

Split the work over several widgets, or do it in a Function.`,
	},
	Check: func(p *lint.Pass) {
		facts := schemas.LiquidFacts()
		rounds, size := facts.Limit("for-iterations").Max, facts.Limit("rendered-size").Max
		for _, t := range p.Flow.Templates() {
			if t.Literal {
				continue
			}
			for _, tag := range t.Liquid.Tags {
				if n := tag.Rounds(t.Text); n > rounds {
					p.ReportOncef(t.Widget, t.Place(tag.Span), "the loop has %s rounds, but Studio stops after %d; do the rest in another widget, or in a Function", words.Grouped(n), rounds)
				}
			}
			if n := ownSize(t, size); n > size {
				p.ReportOncef(t.Widget, t.Node, "the text is %s bytes without its Liquid, but Studio renders at most %s; split it over several widgets", words.Grouped(n), words.Grouped(size))
			}
		}
	},
})

// ownSize returns how many bytes of its own a template prints at least. It looks
// closer only at one that may be beyond a limit.
func ownSize(t *flow.Template, limit int) int {
	if len(t.Text) <= limit {
		return len(t.Text)
	}
	j := jsontext.Parse(t)
	if j == nil {
		return 0
	}
	return j.Bytes()
}
