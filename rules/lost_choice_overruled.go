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

// reportRefusedOn reports the answers after which a person hears that nothing is done, or goes on, without a yes, and
// which go on all the same as the yes does.
func reportRefusedOn(p *lint.Pass) {
	for _, r := range answers.RefusedOns.Of(p) {
		p.Reportf(r.On.PlaceOfNext(), "%s, which %s leads to, says that it is not done, and goes on to %s, as %s does; lead it elsewhere",
			r.Told.Label(), words.Quote(r.No), r.To.Label(), words.Quote(r.Yes)).As(finding.Warning).
			Relate(r.Menu.Question, "the question").Identify(r.Menu.Split.Label())
	}
}
