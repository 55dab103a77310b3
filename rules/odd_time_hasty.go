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

// checkHasty reports a question by message that waits for minutes only, where all others of the flow wait ten
// times as long, and silence leads on as an answer does: one that comes later is lost.
func checkHasty(p *lint.Pass) {
	const others, longest, times = 3, 5 * 60, 10
	var hasty *flow.Widget
	least, count, own := 0, 0, 0
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Needs() != schemas.NeedsMessage || !p.Flow.Reachable(w) {
			continue
		}
		seconds, known := effects.Waits(w)
		switch {
		case !known:
			return
		case seconds <= longest && hasty != nil:
			return
		case seconds <= longest:
			hasty, own = w, seconds
		default:
			count++
			if least == 0 || seconds < least {
				least = seconds
			}
		}
	}
	if hasty == nil || count < others || own < 60 || own%60 != 0 || least < own*times || !silenceGoesOn(hasty) {
		return
	}
	text := effects.Prompt(hasty).Text()
	if len(offer.In(text)) > 1 || offer.AsksForHaste(text) {
		return // one key is pressed at once, and who is told hurries
	}
	p.Reportf(hasty.Property(hasty.Facts.Waits), "%s waits %s, and all %d other questions %s or more: a later answer is lost; wait as long",
		hasty.Label(), words.Plural(own/60, "minute"), count, words.Plural(least/60, "minute")).As(finding.Note).Identify(hasty.Label())
}

// silenceGoesOn reports whether silence at a question leads to the same step as an answer.
func silenceGoesOn(w *flow.Widget) bool {
	silent, answered := w.OnKind(schemas.KindTimeout), w.OnKind(schemas.KindInput)
	return silent != nil && answered != nil && silent.Meant != nil && effects.PastSetting(silent) == effects.PastSetting(answered)
}
