package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/twins"
	"studiolint/lint/words"
)

// reportLeftOvers reports the values of one person that are written out where the steps like it have those of whoever
// writes or calls.
func reportLeftOvers(p *lint.Pass) {
	for _, l := range twins.LeftOvers(p.Document) {
		p.Reportf(l.Mark.Place(), "%s gives %s as %s for everybody, where %d steps like it give %s: left from a test? write that here, too",
			l.Widget.Label(), words.Quote(l.Mark.Value), words.Quote(l.Mark.Key), l.Others, words.Shorten(l.Own.Value)).
			As(finding.Warning).Relate(l.Own.Place(), "one of them")
	}
}
