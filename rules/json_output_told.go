package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/jsontext"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
)

// checkToldJSON reports the texts for a person that print a part of an answer by to_json, which writes its quotes and brackets: once.
func checkToldJSON(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, r := range p.Flow.Refs() {
		if r.Use != liquid.UseOutput || r.Widget == nil || r.Node != effects.Prompt(r.Widget) ||
			!effects.IsTold(r.Widget) {
			continue
		}
		filters, ok := reads.Printed(r)
		if !ok || len(filters) == 0 || filters[len(filters)-1].Name != liquid.FilterToJSON ||
			jsontext.Meant(r.Template) ||
			reads.InResponse(p.Flow, reads.Origin(p.Flow, r)) == nil || !p.Flow.Reachable(r.Widget) {
			continue
		}
		if d == nil {
			d = p.Reportf(r.Place(), "%s prints %s by to_json, so a person gets its quotes and brackets; leave to_json out, or name the member that is meant",
				r.Widget.Label(), reads.Path(r)).As(finding.Note).Identify(r.Widget.Label())
		} else {
			d.Also(r.Place(), "so does "+r.Widget.Label())
		}
	}
}
