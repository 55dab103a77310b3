package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportMoreTalk reports what says that the call is put through now, when something else is said
// before it is: once.
func reportMoreTalk(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !saysOnCall(w) || !p.Flow.Reachable(w) {
			continue
		}
		n := effects.Prompt(w)
		start, end := offer.TransfersNow(n.Text())
		if end == 0 || len(effects.Says(w)) != 1 {
			continue
		}
		switch more := saidFirst(w); {
		case more == nil:
		case d == nil:
			d = p.Reportf(n.Part(start, end), "%s says %s, but %s speaks first; let it come before those words", w.Label(), words.Quote(n.Text()[start:end]), more.Label()).
				Relate(more, "what is said before the call").Identify(w.Label())
		default:
			d.Also(n.Part(start, end), "so it is with "+w.Label())
		}
	}
}

// saysOnCall reports whether a widget only speaks to a caller.
func saysOnCall(w *flow.Widget) bool {
	return w.Needs() == schemas.NeedsCall && effects.ActOf(w) == effects.Tells && !w.Incomplete
}

// saidFirst returns what is said right after a widget, or on a branch of a split right after it, and
// right before the call is put through; nil for none. What asks for patience, or tells that the call is
// recorded, belongs to that.
func saidFirst(w *flow.Widget) *flow.Widget {
	t := w.Onward()
	after := []*flow.Transition{t}
	if split := effects.Next(t, effects.Splits); split != nil {
		after = split.Transitions
	}
	for _, t := range after {
		next := effects.PastSetting(t)
		if next == nil || next == w || !saysOnCall(next) || offer.BelongsToTransfer(effects.Prompt(next).Text()) {
			continue
		}
		if effects.Next(next.Onward(), effects.HandsOver) != nil {
			return next
		}
	}
	return nil
}
