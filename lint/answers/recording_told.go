package answers

import (
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/schemas"
)

// MayTellOfRecording reports whether a flow may tell people that their call is recorded: a text speaks of it, or a sound,
// another flow, a bot or what Liquid fills in may say it.
func MayTellOfRecording(f *flow.Flow) bool {
	if parent := f.Entry(flow.ParentEvent); parent != nil && parent.Channels() != 0 || f.Unread() {
		return true
	}
	for _, w := range f.Widgets {
		switch effects.ActOf(w) {
		case effects.Anything, effects.RunsFlow:
			return true
		case effects.Tells, effects.Asks:
			text := effects.Prompt(w)
			isSound := w.Needs() == schemas.NeedsCall && len(effects.Says(w)) > 0 && strings.TrimSpace(f.Plain(text)) == ""
			if isSound || offer.SpeaksOfRecording(text.Text()) {
				return true
			}
		}
	}
	return false
}
