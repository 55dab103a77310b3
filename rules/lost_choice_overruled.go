package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportOverruled reports the answers by which something is to be left as it is, and that lead to its being done, as the
// answer for that does.
func reportOverruled(p *lint.Pass) {
	for _, o := range answers.Overrulings.Of(p) {
		p.Reportf(o.By.PlaceOfNext(), "%s is to leave it as it is, but leads to %s, as %s does, and nothing tells them apart after it; lead it elsewhere",
			words.Quote(o.No), o.Deed.Label(), words.Quote(o.Yes)).As(finding.Warning).Relate(o.Menu.Question, "the question").Identify(o.Menu.Split.Label())
	}
}
