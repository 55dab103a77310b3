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
	for _, w := range p.Flow.Widgets {
		transfer := w.Facts.Transfer
		if transfer == nil || w.Incomplete || !p.Flow.Reachable(w) || readsResult(p.Flow, w) {
			continue
		}
		t := w.On(transfer.Event)
		asked := effects.Next(t, effects.Asks)
		switch {
		case asked == nil || asked.Facts.TakesMessage || !p.Flow.CanPrecede(asked, w):
		case d == nil:
			d = p.Reportf(t, "after the call of %s the caller is back at %s, also when nobody took it, and is not told; test %s",
				w.Label(), asked.Label(), words.Shorten("widgets."+w.Name+"."+transfer.Result)).As(finding.Note).Relate(asked, "what is asked again")
		default:
			d.Also(t, "so it is after "+w.Label())
		}
	}
}
