package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/values"
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
		var names []string
		var all map[string][]lostRead // by name
		lost := hasNameless(p.Flow)
		for _, r := range p.Flow.Refs() {
			name, _, ok := r.Output()
			if !ok || r.Broken || p.Flow.Widget(name) != nil || reads.Opaque(p, name) {
				continue
			}
			right := near.Fitting(p.Document, r)
			if !right.Certain {
				if mine := own.Of(p.Document, r.Widget).Widget(p.Document, r); mine.Name != "" {
					right = mine
				}
			}
			if lost && !strings.EqualFold(right.Name, name) {
				continue // perhaps the name that a widget has lost
			}
			if all == nil {
				all = map[string][]lostRead{}
			}
			if all[name] == nil {
				names = append(names, name)
			}
			all[name] = append(all[name], lostRead{r, right})
		}
		for _, name := range names {
			reportLostReads(p, name, all[name])
		}
	},
})

// A lostRead is a reference to a widget that does not exist, and which one was most likely meant.
type lostRead struct {
	flow.Ref
	right reads.Near
}

// reportLostReads reports what reads one name: at the first split that it always leads one way, else at the first
// place.
func reportLostReads(p *lint.Pass, name string, all []lostRead) {
	const blank = "it is blank"
	way := func(r lostRead) string { return values.Blank(p.Document, r.Ref, blank) }
	first := max(0, slices.IndexFunc(all, func(r lostRead) bool { return way(r) != blank }))
	r := all[first]
	hint := "no widget has that name, so " + way(r)
	switch right := r.right.Name; {
	case strings.EqualFold(right, name):
		hint = "the widget is called " + words.QuoteBeside(right, name) + ", and names are case-sensitive: " + way(r)
	case right != "":
		hint += "; did you mean " + words.QuoteBeside(right, name) + "?"
	default:
		hint += "; write the one meant"
	}
	d := p.Reportf(r.SegmentPlace(1), "%s reads %s, but %s", r.Widget.Label(), reads.PathTo(r.Ref, 1), hint)
	for i, r := range all {
		at := r.SegmentPlace(1)
		if i != first {
			also := " reads it, too"
			if way := way(r); way != blank && r.Widget != all[first].Widget {
				also += ": " + way
			}
			d.Also(at, r.Widget.Label()+also)
		}
		r.right.Fix(d, at)
	}
}

// hasNameless reports whether some widget has no name, or cannot be read at all.
func hasNameless(f *flow.Flow) bool {
	return f.Unread() || slices.ContainsFunc(f.Widgets, func(w *flow.Widget) bool { return w.Name == "" })
}
