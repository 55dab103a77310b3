package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
)

// checkRings reports the calls that ring once or twice, which nobody answers in time: once.
func checkRings(p *lint.Pass) {
	const (
		one = 6  // seconds of the first ring and the silence after it
		two = 10 // seconds in which a person may get to the phone
	)
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Transfer == nil && effects.ActOf(w) != effects.Dials {
			continue
		}
		n := w.Property(w.Facts.Waits)
		seconds, known := effects.Waits(w)
		switch {
		case !known || !n.Exists() || seconds < 1 || seconds >= two || seconds >= one && callsOn(w) || !p.Flow.Reachable(w):
		case d == nil:
			d = p.Reportf(n, "%s lets it ring for %s, in which hardly anybody answers; write 20 or more", w.Label(), words.Plural(seconds, "second"))
		default:
			d.Also(n, "so does "+w.Label())
		}
	}
}

// callsOn reports whether another call comes right after one, as where several people are tried in
// turn.
func callsOn(w *flow.Widget) bool {
	const far, wide = 3, 50
	at := []*flow.Widget{w}
	for range far {
		var next []*flow.Widget
		for _, from := range at {
			for _, t := range from.Transitions {
				if t.Meant != nil && t.Meant != w && len(next) < wide && !slices.Contains(next, t.Meant) {
					if t.Meant.Facts.Transfer != nil {
						return true
					}
					next = append(next, t.Meant)
				}
			}
		}
		at = next
	}
	return false
}
