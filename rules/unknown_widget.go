package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unknown-widget", Title: "A template reads a widget that does not exist",
		Group: finding.Liquid, Severity: finding.Warning, Fix: finding.SometimesFix,
		Doc: `Finds {{widgets.NAME…}} where no widget has that name: it was renamed or deleted,
the name is misspelt, or in another case. Names are case-sensitive.

Nothing fails: the value is blank. A split on it takes noMatch every time, a message
goes out with a gap.

A name is one finding a flow, with the other places as related ones; what is suggested
is first a name that the widget itself reads, and never the widget itself or one that
cannot store what is read.

Write the name of a widget of this flow.`,
	},
	Check: func(p *lint.Pass) {
		near := reads.Nearest{Names: p.Flow.Names()}
		var own reads.Own
		told := map[string]*finding.Diagnostic{}
		lost := hasNameless(p.Flow)
		for _, r := range p.Flow.Refs() {
			name, _, ok := r.Output()
			if !ok || r.Broken || p.Flow.Widget(name) != nil || reads.Opaque(p, name) {
				continue
			}
			hint := "no widget has that name, so it is blank; write the one that is meant"
			right := near.Fitting(p.Document, r)
			if !right.Certain {
				if mine := own.Of(p.Document, r.Widget).Widget(p.Document, r); mine.Name != "" {
					right = mine
				}
			}
			switch {
			case strings.EqualFold(right.Name, name):
				hint = "the widget is called " + words.QuoteBeside(right.Name, name) + ", and names are case-sensitive: the value is blank"
			case lost:
				continue // perhaps the name that a widget has lost
			case right.Name != "":
				hint = "no widget has that name, so the value is blank; did you mean " + words.QuoteBeside(right.Name, name) + "?"
			}
			at := r.SegmentPlace(1)
			d := told[name]
			if d == nil {
				d = p.Reportf(at, "%s reads %s, but %s", r.Widget.Label(), reads.PathTo(r, 1), hint)
				told[name] = d
			} else {
				d.Also(at, r.Widget.Label()+" reads it, too")
			}
			right.Fix(d, at)
		}
	},
})

// hasNameless reports whether some widget has no name, or cannot be read at all.
func hasNameless(f *flow.Flow) bool {
	return f.Unread() || slices.ContainsFunc(f.Widgets, func(w *flow.Widget) bool { return w.Name == "" })
}
