package rules

import (
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
	named string // the days, as it says them
}

// checkTwoHours reports two texts that name other opening hours of the same days, or other days with the same, though one person may hear
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
		days, named := words.WeekIn(text)
		all = append(all, ownHours{w, list[0], days, named})
	}
	for i, a := range all {
		for _, b := range all[:i] {
			same := a.hours.From == b.hours.From && a.hours.Till == b.hours.Till
			if (a.days == b.days) == same || same && !isLongerWeek(a.days, b.days) || parted(p, a.by, b.by) {
				continue
			}
			n := effects.Prompt(a.by)
			if same {
				p.Reportf(n, "%s says %s, but %s says %s, at the same hours; write the same into both", a.by.Label(), words.Quote(a.named),
					b.by.Label(), words.Quote(b.named)).Relate(effects.PlaceOfPrompt(b.by), "the other days")
				return
			}
			p.Reportf(n.Part(a.hours.Start, a.hours.End), "%s says %s, but %s says %s; write the same into both",
				a.by.Label(), words.Quote(a.hours.Text), b.by.Label(), words.Quote(b.hours.Text)).
				Relate(effects.Prompt(b.by).Part(b.hours.Start, b.hours.End), "the other hours")
			return
		}
	}
}

// isLongerWeek reports whether one of two weeks has all days of the other, three and more, and others.
func isLongerWeek(a, b [7]bool) bool {
	const least = 3
	both, onlyA, onlyB := 0, 0, 0
	for i := range a {
		switch {
		case a[i] && b[i]:
			both++
		case a[i]:
			onlyA++
		case b[i]:
			onlyB++
		}
	}
	return both >= least && (onlyA == 0) != (onlyB == 0)
}

// parted reports whether a person chooses between two texts: each comes after an answer, and neither after the other
// before anything is asked; or one does, and none comes after the other at all.
func parted(p *lint.Pass, a, b *flow.Widget) bool {
	f := p.Flow
	if !f.CanPrecede(a, b) && !f.CanPrecede(b, a) {
		return values.AfterChoice(p.Document, a) || values.AfterChoice(p.Document, b)
	}
	if !values.AfterChoice(p.Document, a) || !values.AfterChoice(p.Document, b) {
		return false
	}
	for _, pair := range [...][2]*flow.Widget{{a, b}, {b, a}} {
		unasked := func(t *flow.Transition) bool { return t.From == pair[0] || effects.ActOf(t.From) != effects.Asks }
		if _, ok := f.PathBetween(pair[0], pair[1], unasked); ok {
			return false
		}
	}
	return true
}
