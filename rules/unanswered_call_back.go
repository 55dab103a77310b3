package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportBack reports the calls after which, however they went, the caller is asked an earlier question
// again without a word: once.
func reportBack(p *lint.Pass) {
	var d *finding.Diagnostic
	for w, t := range calls(p) {
		asked := effects.Next(t, effects.Asks)
		switch {
		case asked == nil || asked.Facts.TakesMessage || readsResult(p.Flow, w) || !p.Flow.CanPrecede(asked, w):
		case d == nil:
			d = p.Reportf(t, "after the call of %s the caller is back at %s, also when nobody took it, and is not told; test %s",
				w.Label(), asked.Label(), words.Shorten("widgets."+w.Name+"."+w.Facts.Transfer.Result)).As(finding.Note).Relate(asked, "what is asked again")
		default:
			d.Also(t, "so it is after "+w.Label())
		}
	}
}
