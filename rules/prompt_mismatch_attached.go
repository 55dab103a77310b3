package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportNothingAttached reports the messages that speak of a file which comes with them, and have none: once.
func reportNothingAttached(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Needs() != schemas.NeedsMessage || w.Incomplete {
			continue
		}
		n := effects.Prompt(w)
		text := n.Text()
		said := offer.Attaches(text)
		if said == "" || liquid.HasMarkup(text) || offer.HasAddress(text) || offer.TellsToWrite(text) ||
			len(effects.Says(w)) > 1 || !p.Flow.Reachable(w) || comesWithFile(w) {
			continue
		}
		if d == nil {
			d = p.Reportf(n, "%s says %s, but it has no media_url; add the file, or change the text", w.Label(), words.Quote(said)).Identify(w.Label())
		} else {
			d.Also(n, "so does "+w.Label())
		}
	}
}

// comesWithFile reports whether the message right before or after one brings a file.
func comesWithFile(w *flow.Widget) bool {
	for _, t := range effects.Into(w) {
		if t.From.Needs() == schemas.NeedsMessage && len(effects.Says(t.From)) > 1 {
			return true
		}
	}
	next := effects.PastSetting(w.Onward())
	return next != nil && next.Needs() == schemas.NeedsMessage && (len(effects.Says(next)) > 1 || effects.Prompt(next).Text() == "")
}
