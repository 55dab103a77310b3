package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportRaw reports the answers that are passed on as they were written, where another branch has a fixed word:
// once.
func reportRaw(p *lint.Pass) {
	const few = 3 // words that are named
	var d *finding.Diagnostic
	for _, c := range answers.RawCodes.Of(p) {
		if d == nil {
			d = p.Reportf(c.Raw.Place(), "%s hands over %s as written (%s come here), and %s a fixed %s; write one word here, too",
				c.Raw.Widget.Label(), words.Quote(c.Key), words.List(c.Words[:min(len(c.Words), few)]), c.By.Label(), words.Quote(c.Fixed)).
				Identify(c.Key).Relate(c.Split, "what takes those words")
		} else {
			d.Also(c.Raw.Place(), "so it is with "+words.Quote(c.Key))
		}
	}
}
