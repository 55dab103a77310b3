package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
)

// reportUntoldRecording reports the calls that are recorded in a flow none of whose texts says so: once.
func reportUntoldRecording(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Records == "" || !p.Flow.Reachable(w) {
			continue
		}
		if on, ok := w.Property(w.Facts.Records).Bool(); !ok || !on {
			continue
		}
		switch {
		case d != nil:
			d.Also(w, "so does "+w.Label())
		case answers.MayTellOfRecording(p.Flow):
			return
		default:
			d = p.Reportf(w.Property(w.Facts.Records), "%s records the call, and no text says so, as many laws want it; say it before", w.Label()).
				As(finding.Note).Identify(w.Label())
		}
	}
}
