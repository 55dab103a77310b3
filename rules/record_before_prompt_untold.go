package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/schemas"
)

// reportUntoldRecording reports the calls that are recorded in a flow none of whose texts says so: once. A sound, another flow or a bot
// may say it, and so may what a text only holds once its Liquid is filled in.
func reportUntoldRecording(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Records == "" || !p.Flow.Reachable(w) {
			continue
		}
		if on, ok := w.Property(w.Facts.Records).Bool(); !ok || !on {
			continue
		}
		switch {
		case d != nil:
			d.Also(w, "so does "+w.Label())
		case mayTellOfRecording(p.Flow):
			return
		default:
			d = p.Reportf(w.Property(w.Facts.Records), "%s records the call, and no text says so, as many laws want it; say it before", w.Label()).
				As(finding.Note).Identify(w.Label())
		}
	}
}

// mayTellOfRecording reports whether a flow may tell people that their call is recorded.
func mayTellOfRecording(f *flow.Flow) bool {
	if f.Entry(flow.ParentEvent) != nil && f.Entry(flow.ParentEvent).Channels() != 0 || f.Unread() {
		return true
	}
	for _, w := range f.Widgets {
		switch effects.ActOf(w) {
		case effects.Anything, effects.RunsFlow:
			return true
		case effects.Tells, effects.Asks:
			text := effects.Prompt(w).Text()
			if w.Needs() == schemas.NeedsCall && strings.TrimSpace(f.Plain(effects.Prompt(w))) == "" || offer.SpeaksOfRecording(text) {
				return true
			}
		}
	}
	return false
}
