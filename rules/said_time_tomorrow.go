package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// reportTomorrow reports the texts that name today where they speak of tomorrow: once.
func reportTomorrow(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, t := range p.Flow.Templates() {
		if t.Literal || !effects.IsTold(t.Widget) || t.Node != effects.Prompt(t.Widget) {
			continue
		}
		start, end := offer.TomorrowToday(t.Text)
		switch {
		case end == 0 || !p.Flow.Reachable(t.Widget):
		case d == nil:
			d = p.Reportf(t.Node.Part(start, end), "%s speaks of tomorrow and prints the day that is today; add one first: {{'now' | date: '%%s' | plus: 86400 | date: …}}", t.Widget.Label()).
				As(finding.Warning).Identify(t.Widget.Label())
		default:
			d.Also(t.Node.Part(start, end), "so does "+t.Widget.Label())
		}
	}
}

// reportWorkdays reports the text of a closed line that names Monday to Friday in a flow that tests the hour, and by
// nothing the day: it is open on Sundays. Once.
func reportWorkdays(p *lint.Pass, closing []*flow.Widget) {
	for _, w := range closing {
		said := offer.NamesWorkdays(effects.Prompt(w).Text())
		if said == "" || !isDecided(w) {
			continue
		}
		if !testsHourAlone(p.Flow, w) {
			return
		}
		p.Reportf(effects.Prompt(w), "%s says %s, but the flow tests the hour alone, so it is open at weekends, too; test the day as well (%%u: 1 to 7)",
			w.Label(), words.Quote(said)).Identify(w.Label())
		return
	}
}

// isDecided reports whether one comes to a widget from a split.
func isDecided(w *flow.Widget) bool {
	for _, t := range effects.Into(w) {
		if effects.ActOf(t.From) == effects.Splits {
			return true
		}
	}
	return false
}

// testsHourAlone reports whether a flow takes the hour from the time now, and nothing before the word that it is closed
// can know the day.
func testsHourAlone(f *flow.Flow, closed *flow.Widget) bool {
	if f.Entry(flow.ParentEvent) != nil || f.Entry(flow.RequestEvent) != nil {
		return false
	}
	for _, w := range f.Widgets {
		switch effects.ActOf(w) {
		case effects.RunsFlow, effects.Anything:
			return false
		case effects.Requests:
			if f.CanPrecede(w, closed) {
				return false
			}
		}
	}
	hour := false
	for _, t := range f.Templates() {
		if t.Literal || !t.Liquid.HasFilter(liquid.FilterDate) || !t.Liquid.HoldsNow(t.Text) {
			continue
		}
		if t.Widget == nil || effects.IsTold(t.Widget) {
			continue
		}
		if liquid.WritesWeekday(t.Text) || writesMoment(t) {
			return false
		}
		hour = hour || liquid.WritesHour(t.Text)
	}
	return hour
}

// writesMoment reports whether a template writes the seconds of all time, from which a day can be worked out.
func writesMoment(t *flow.Template) bool { return t.Liquid.DateFormat(t.Text) == "%s" }
