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

// reportHolding reports the texts that tell a caller to stay on the line, after which nobody comes: a
// message is asked for, or the call ends. Once.
func reportHolding(p *lint.Pass) {
	if p.Flow.Entry(flow.ParentEvent) != nil {
		return // the parent may put the caller through
	}
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsCall || w.Incomplete {
			continue
		}
		text := effects.Prompt(w).Text()
		said := offer.TellsToHold(text)
		if said == "" || liquid.HasTags(text) || !p.Flow.Reachable(w) {
			continue
		}
		instead, nobody := insteadOfHolding(w)
		_, promised := offer.Promises(text, offer.Transfer)
		switch {
		case !nobody || promised && instead == nil: // reportBroken tells of it
		case d == nil:
			what := "the call ends"
			if instead != nil {
				what = instead.Label() + " takes a message"
			}
			d = p.Reportf(effects.Prompt(w), "%s says %s, but nobody comes: %s; say what comes",
				w.Label(), words.Quote(said), what).Identify(w.Label())
		default:
			d.Also(effects.Prompt(w), "so does "+w.Label())
		}
	}
}

// insteadOfHolding follows a text over others, and reports whether a message or the end comes, and no
// widget that may bring somebody; instead is what takes the message.
func insteadOfHolding(w *flow.Widget) (instead *flow.Widget, nobody bool) {
	const far = 8
	t := w.Onward()
	for range far {
		if t == nil || t.Dangling() {
			return nil, false
		}
		next := t.Meant
		if next == nil {
			return nil, t.Ends()
		}
		if next.Facts.TakesMessage {
			return next, true
		}
		if act := effects.ActOf(next); act != effects.Tells && act != effects.Sets || next.Incomplete {
			return nil, false
		}
		t = next.Onward()
	}
	return nil, false
}
