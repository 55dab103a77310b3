package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/source"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "time-zone", Title: "The hour is that of Los Angeles",
		Group: finding.Liquid, Severity: finding.Note,
		Doc: `Finds {{"now" | date: "%H"}}: an hour or a day of the week taken from the time now.
Studio's date filter works with the time of Los Angeles, summer time included, wherever
the flow's people are: opening hours are off by some hours.

Ask a Function for the time where it matters, or add the difference in seconds first:
{{"now" | date: "%s" | plus: 10800 | date: "%H"}}. A template that does so, or names a
zone, is left alone, and so is a flow whose description or texts name a place in that zone (San Francisco) or
its time (Pacific time). Told once a flow.`,
	},
	Check: func(p *lint.Pass) {
		var told *finding.Diagnostic
		for _, t := range p.Flow.Templates() {
			if t.Literal || !t.Liquid.HasFilter(liquid.FilterDate) || liquid.NamesZone(t.Text) || answers.SetsOneTimeCode(t) {
				continue
			}
			for term := range t.Liquid.Terms() {
				if !localTime(t, term) {
					continue
				}
				if told == nil && isPacific(p.Flow) {
					return
				}
				at := t.Place(liquid.Span{Start: term.Start, End: term.Filters[0].Args.End})
				if told == nil {
					told = p.Reportf(at, "%s takes the time from the clock of Los Angeles, as Studio's date filter does; add the difference first, or ask a Function", t.Widget.Label())
				} else {
					told.Also(at, "here too")
				}
			}
		}
	},
})

// localTime reports whether an operand is the time now, of which a date filter takes an
// hour or a day of the week, and nothing else is done with it.
func localTime(t *flow.Template, term *liquid.Term) bool {
	if !term.IsNow(t.Text) || len(term.Filters) == 0 {
		return false
	}
	date := term.Filters[0]
	if date.Name != liquid.FilterDate || len(date.Arguments) != 1 {
		return false
	}
	for _, f := range term.Filters[1:] {
		if f.Name == liquid.FilterPlus || f.Name == liquid.FilterMinus || f.Name == liquid.FilterDate {
			return false
		}
	}
	format := date.Args.In(t.Text)
	return liquid.WritesClock(format) && !liquid.IsStamp(format)
}

// isPacific reports whether the description or a text of a flow names a place or a time by which Los Angeles' clock
// is the right one.
func isPacific(f *flow.Flow) bool {
	return offer.NamesPacific(f.Definition.Get("description").Text()) || slices.ContainsFunc(f.Widgets, func(w *flow.Widget) bool {
		return slices.ContainsFunc(effects.Says(w), func(n source.Node) bool { return offer.NamesPacific(n.Text()) })
	})
}
