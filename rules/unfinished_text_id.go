package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
)

// reportToldIDs reports the texts for a person that print an ID of what a service answered, or of a variable, where a
// name or a time is to stand: once.
func reportToldIDs(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, r := range p.Flow.Refs() {
		if !r.IsContent() || !reads.IsFetchedOrKept(r) || !r.Liquid.Readable() ||
			!offer.NamesID(r.Name(len(r.Segments)-1)) {
			continue
		}
		before := r.Text[:r.Liquid.Markup[r.Markup].Start]
		meant := ""
		switch {
		case offer.GreetsNext(before):
			meant = "a name"
		case offer.TellsTimeNext(before):
			meant = "a time"
		}
		switch {
		case meant == "" || !p.Flow.Reachable(r.Widget) || !effects.IsTold(r.Widget):
		case d == nil:
			d = p.Reportf(r, "%s tells a person an ID (%s) in the place of %s; read that", r.Widget.Label(), reads.Path(r), meant).
				As(finding.Note).Identify(r.Widget.Label())
		default:
			d.Also(r.Place(), "so does "+r.Widget.Label())
		}
	}
}
