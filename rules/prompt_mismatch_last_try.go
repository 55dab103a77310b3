package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// reportTriesLeft reports the texts which say how many tries are left, the last one say, where their loop counts others:
// once.
func reportTriesLeft(p *lint.Pass) {
	const most = 40 // texts whose loops are looked at
	var d *finding.Diagnostic
	looked := 0
	for _, w := range p.Flow.Widgets {
		n := effects.Prompt(w)
		said, text := offer.TriesLeft(n.Text())
		if said == 0 || p.Flow.LoopOf(w) == nil {
			continue
		}
		if looked++; looked > most {
			return
		}
		test, left, ok := answers.TriesLeft(p.Document, w, said)
		switch {
		case !ok:
		case d == nil:
			d = p.Reportf(n, "%s says %s, but %s leaves %s then; say it when it is so",
				w.Label(), words.Quote(text), test.Label(), words.Plural(left, "attempt")).Relate(test, "where they are counted").Identify(w.Label())
		default:
			d.Also(n, "so it is with "+w.Label())
		}
	}
}
