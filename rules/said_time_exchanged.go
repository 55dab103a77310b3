package rules

import (
	"fmt"
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportExchangedHours reports the texts which say that nobody is there and name the hours at which somebody is, when
// a split on the hour leads to them for as long as those are, and elsewhere for the rest of the day. At which hour that
// begins is not looked at: the clock may be that of another place.
func reportExchangedHours(p *lint.Pass, telling []*flow.Widget) {
	for _, w := range telling {
		text := effects.Prompt(w).Text()
		all := words.HoursIn(text)
		if len(all) != 1 || offer.SaysNobody(text) == "" {
			continue
		}
		open := (all[0].Till - all[0].From + 59) / 60
		for _, by := range splitsBefore(w) {
			closed, known := hoursLedTo(p, by, w)
			if !known || closed != open || 24-closed == open {
				continue
			}
			p.Reportf(effects.Prompt(w).Part(all[0].Start, all[0].End), "%s is told for %s a day, as many as %s are, and the caller is put through for the rest; exchange the branches of %s",
				w.Label(), words.Plural(closed, "hour"), words.Quote(all[0].Text), by.Label()).
				Relate(by, "the split").As(finding.Warning)
			return
		}
	}
}

// splitsBefore returns the splits that lead to a widget, each once.
func splitsBefore(w *flow.Widget) (all []*flow.Widget) {
	for _, t := range effects.Into(w) {
		if t.From.Facts.Split && !slices.Contains(all, t.From) {
			all = append(all, t.From)
		}
	}
	return all
}

// hoursLedTo counts the hours of a day at which a split on the hour leads to a widget; false when that is not known.
func hoursLedTo(p *lint.Pass, by, w *flow.Widget) (count int, known bool) {
	branches := reads.Branches.Of(p)[by.Index]
	other := func(b reads.Branch) bool { return !isTimeOfDay(b) }
	if len(branches) == 0 || by.Incomplete || slices.ContainsFunc(branches, other) {
		return 0, false
	}
	for hour := range 24 {
		t := by.OnKind(schemas.KindNoMatch)
		for _, b := range branches {
			holds := holdsAt(b, hour)
			if holds == split.Unsure {
				return 0, false
			}
			if holds == split.Yes {
				t = b.Transition
				break
			}
		}
		if t != nil && effects.PastIdle(p.Flow, t) == w {
			count++
		}
	}
	return count, true
}

// holdsAt tells whether a branch is taken at an hour, in the form in which its operator compares.
func holdsAt(b reads.Branch, hour int) split.Answer {
	form := "%02d"
	switch operator := b.Condition.Operator; {
	case split.IsBound(operator):
		form = "%d"
	case split.Layout(operator) != "":
		form = "%02d:30"
	}
	return b.Comparison.Holds(fmt.Sprintf(form, hour))
}
