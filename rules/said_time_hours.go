package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// ownHours are the opening hours that a text names.
type ownHours struct {
	by    *flow.Widget
	hours words.Hours
	days  [7]bool
}

// checkTwoHours reports two texts that name other opening hours of the same days, though one person may hear
// both, or nobody has chosen between them. Once.
func checkTwoHours(p *lint.Pass, telling []*flow.Widget) {
	const most = 40 // texts that are compared
	var all []ownHours
	for _, w := range telling {
		text := effects.Prompt(w).Text()
		list := words.HoursIn(text)
		if len(list) != 1 || !offer.TellsOwnHours(text) || len(all) == most {
			continue
		}
		days, _ := words.WeekIn(text)
		all = append(all, ownHours{w, list[0], days})
	}
	for i, a := range all {
		for _, b := range all[:i] {
			if a.days != b.days || a.hours.From == b.hours.From && a.hours.Till == b.hours.Till || parted(p, a.by, b.by) {
				continue
			}
			n := effects.Prompt(a.by)
			p.Reportf(n.Part(a.hours.Start, a.hours.End), "%s says %s, but %s says %s; write the same into both",
				a.by.Label(), words.Quote(a.hours.Text), b.by.Label(), words.Quote(b.hours.Text)).
				Relate(effects.Prompt(b.by).Part(b.hours.Start, b.hours.End), "the other hours")
			return
		}
	}
}

// parted reports whether a person chooses between two texts: each comes after an answer, and neither after
// the other.
func parted(p *lint.Pass, a, b *flow.Widget) bool {
	f := p.Flow
	if f.CanPrecede(a, b) || f.CanPrecede(b, a) {
		return false
	}
	return slices.ContainsFunc([]*flow.Widget{a, b}, func(w *flow.Widget) bool { return values.AfterChoice(p.Document, w) })
}
