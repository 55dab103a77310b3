package rules

import "studiolint/lint/reads"

// excluded reports what a template reads where its own condition says that it is blank.
func (c *variableChecker) excluded(e reads.Excluded) {
	if reads.Opaque(c.Pass, e.Root()) {
		return
	}
	if e.Other != "" {
		c.ReportOncef(e.Widget, e.Ref, "%s reads %s where there is %s: an execution has one of the two, so it is blank",
			e.Widget.Label(), reads.Path(e.Ref), e.Other)
		return
	}
	d, first := c.ReportOncef(e.Widget, e.Ref, "%s reads %s in the branch in which it is blank; read what there is instead", e.Widget.Label(), reads.Path(e.Ref))
	if first {
		d.Relate(e.Test, "the condition")
	}
}
