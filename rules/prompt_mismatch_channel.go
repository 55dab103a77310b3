package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportMediumMix reports the texts that were written for another channel, each kind once: a voice asks to click, a
// message thanks for the call.
func reportMediumMix(p *lint.Pass) {
	var heard, read *finding.Diagnostic
	onlyRead := !mayBeCalled(p.Flow)
	for _, w := range p.Flow.Widgets {
		n := effects.Prompt(w)
		switch needs := w.Needs(); {
		case !n.Exists() || !p.Flow.Reachable(w):
		case needs == schemas.NeedsCall:
			if start, end := offer.NeedsScreen(n.Text()); end > 0 {
				heard = tellMediumMix(p, heard, w, "%s says %s, and nobody can click on a call; send it as a message", n.Text()[start:end])
			}
		case needs == schemas.NeedsMessage && onlyRead && effects.HeardBy(p.Flow, w) == effects.Contact:
			if start, end := offer.NeedsCall(n.Text()); end > 0 {
				read = tellMediumMix(p, read, w, "%s writes %s, and nobody has called; write it for people who read", n.Text()[start:end])
			}
		}
	}
}

func tellMediumMix(p *lint.Pass, d *finding.Diagnostic, w *flow.Widget, format, said string) *finding.Diagnostic {
	n := effects.Prompt(w)
	if d == nil {
		return p.Reportf(n, format, w.Label(), words.Quote(said)).Identify(w.Label())
	} else {
		d.Also(n, "so does "+w.Label())
	}
	return d
}

// mayBeCalled reports whether people may be on a call at some point of a flow, or have been before it: a request or
// another flow may have begun it after one.
func mayBeCalled(f *flow.Flow) bool {
	return slices.ContainsFunc(f.Entries(), func(e *flow.Entry) bool {
		return e.Channels()&(flow.Message|flow.Conversation) == 0 || e.Channels()&flow.Unknown != 0
	}) ||
		slices.ContainsFunc(f.Widgets, func(w *flow.Widget) bool { return w.Needs() == schemas.NeedsCall || w.Facts.Creates != nil })
}
