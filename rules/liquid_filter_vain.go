package rules

import (
	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// checkVainFilters reports the filters that never change anything: a default for a constant, and the search
// for letters of the other case than all are in.
func checkVainFilters(p *lint.Pass, t *flow.Template) {
	for _, f := range t.Liquid.VainFilters(t.Text) {
		if shape.HoldsPlaceholder(p, f.Text) {
			continue
		}
		if f.Name == liquid.FilterDefault {
			d, _ := p.ReportOncef(t.Widget, t.Place(f.Of), "%s always prints %s: default is for what stands before it, and a text is never blank; exchange the two",
				t.Widget.Label(), words.Quote(f.Text))
			d.Relate(t.Place(f.Span), "its default")
			continue
		}
		d, _ := p.ReportOncef(t.Widget, t.Place(f.Args), "%s never finds %s in %s: %s has written all letters otherwise; write them so here, too",
			words.Quote(f.Name), words.Quote(f.Text), t.Widget.Label(), words.Quote(f.Of.In(t.Text)))
		d.Relate(t.Place(f.Of), "where the letters are written otherwise")
	}
}
