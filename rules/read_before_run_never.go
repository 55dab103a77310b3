package rules

import (
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/values"
)

// never reports a widget that cannot have run.
func (c *orderChecker) never(r flow.Ref, w *flow.Widget) {
	if c.tested.Has(r) || c.lost {
		return
	}
	why := w.Label() + " cannot run before it"
	switch {
	case w == r.Widget:
		why = "that is its own output, stored only when it has run"
	case !c.Flow.Reachable(w):
		why = "nothing leads to " + w.Label()
	case c.Flow.CanPrecede(r.Widget, w):
		why = w.Label() + " runs only later"
	}
	d, first := c.ReportOncef(r.Widget, r.SegmentPlace(1), "%s reads %s, but %s: %s", r.Widget.Label(),
		reads.PathTo(r, 1), why, values.Blank(c.Document, r, "it is blank"))
	if first {
		if reads.Alternative(r) {
			d.As(finding.Note)
		}
		c.along(d, r.Widget)
		if w != r.Widget {
			d.Relate(w, w.Label()+" stands here")
		}
	}
}
