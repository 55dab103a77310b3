package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportNoPicture reports the questions for a picture of which a request is given the address, while
// nothing tests whether one came, nor what the request says: once.
func reportNoPicture(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Needs() != schemas.NeedsMessage ||
			!offer.AsksForPicture(effects.Prompt(w).Text()) || p.Flow.Only(w.Name) != w || !p.Flow.Reachable(w) {
			continue
		}
		switch by := givenPicture(p.Flow, w); {
		case by == nil:
		case d == nil:
			d = p.Reportf(w, "%s asks for a picture, and %s takes its address untested: whoever writes a text passes, too; test widgets.%s.inbound.NumMedia first",
				w.Label(), by.Label(), words.Shorten(w.Name)).Relate(by, "what takes it").Identify(w.Label())
		default:
			d.Also(w, "so it is with "+w.Label())
		}
	}
}

// givenPicture returns the request that is given the address of the picture which answers a
// question, when nothing decides by the answer or by what the request brings; else nil.
func givenPicture(f *flow.Flow, asked *flow.Widget) (by *flow.Widget) {
	for _, r := range f.OutputRefs(asked.Name) {
		if reads.Decides(r) {
			return nil
		}
		if about := reads.About(f, r); about != nil && about.Holds == schemas.HoldsMedia && r.Widget.Facts.Request != nil && f.Reachable(r.Widget) {
			if filters, printed := reads.Printed(r); printed && len(filters) == 0 && by == nil {
				by = r.Widget
			}
		} else if about != nil && about.Holds == schemas.HoldsMediaCount {
			return nil // who is given the number may test it
		}
	}
	if by != nil && len(f.OutputRefs(by.Name)) > 0 {
		return nil
	}
	return by
}
