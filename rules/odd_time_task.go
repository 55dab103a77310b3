package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkTasks reports the tasks that are gone before an agent can take them: once.
func checkTasks(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		facts := livesTooShort(w)
		if facts == nil || !p.Flow.Reachable(w) {
			continue
		}
		n := w.Property(facts.Name)
		seconds, known := effects.Seconds(n)
		switch {
		case !known || seconds < 1 || seconds >= facts.TooSoon || triesNext(p.Flow, w):
		case d == nil:
			d = p.Reportf(n, "the task of %s lives for %s, gone before an agent takes it; write %d for minutes",
				w.Label(), words.Plural(seconds, "second"), seconds*secondsAMinute).Identify(w.Label())
		default:
			d.Also(n, "so it is with "+w.Label())
		}
	}
}

const secondsAMinute = 60

// livesTooShort returns the property by which a task of a widget may live too short a time; nil for none.
func livesTooShort(w *flow.Widget) *schemas.Property {
	for i := range w.Facts.Properties {
		if facts := &w.Facts.Properties[i]; facts.TooSoon > 0 && w.Property(facts.Name).Exists() {
			return facts
		}
	}
	return nil
}

// triesNext reports whether somebody else is tried after a widget: its short time is meant.
func triesNext(f *flow.Flow, w *flow.Widget) bool {
	return slices.ContainsFunc(f.Widgets, func(other *flow.Widget) bool {
		act := effects.ActOf(other)
		return other != w && (act == effects.HandsOver || act == effects.Dials || act == effects.RunsFlow ||
			other.Facts.TakesMessage) && f.CanPrecede(w, other)
	})
}
