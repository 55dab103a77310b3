package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportSentAtLast reports the messages that a caller is promised, and that are sent only when the last word was heard to
// its end: once.
func reportSentAtLast(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsCall || w.Incomplete {
			continue
		}
		by, more := sentAtLast(p, w) // before the text is asked, which costs more
		if by == nil {
			continue
		}
		n := effects.Prompt(w)
		switch said, ok := offer.Promises(n.Text(), offer.Later); {
		case !ok || !offer.ByMessage(said) || !more && !offer.GoesOnAfter(n.Text(), said) || !p.Flow.Reachable(w):
		case d == nil:
			d = p.Reportf(n, "%s says %s, but %s sends it only when all is said: who hangs up before that gets none; send it first, and say so then",
				w.Label(), words.Quote(said), by.Label()).Relate(by, "what sends it").Identify(w.Label())
		default:
			d.Also(n, "so it is with "+w.Label())
		}
	}
}

// sentAtLast returns the message to the caller that ends a call after some words, and whether others come in between; nil
// for none.
func sentAtLast(p *lint.Pass, w *flow.Widget) (by *flow.Widget, more bool) {
	const far = 5
	for by := range w.Onward().Ahead(far) {
		switch act := effects.ActOf(by); {
		case act == effects.Sets:
		case act != effects.Tells || by.Incomplete:
			return nil, false
		case by.Needs() == schemas.NeedsCall:
			more = true
		default:
			worked := by.Onward()
			if worked == nil || effects.HeardBy(p.Flow, by) != effects.Contact || !values.EndsUnheard(p, worked) {
				return nil, false
			}
			return by, more
		}
	}
	return nil, false
}
