package rules

import (
	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/schemas"
)

// reportCutAddresses reports the addresses in messages that a blank or a line break cuts in two.
func reportCutAddresses(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		n := effects.Prompt(w)
		if w.Needs() != schemas.NeedsMessage || !n.IsString() {
			continue
		}
		start, end := address.CutAt(n.Text())
		if end == 0 {
			continue
		}
		d, _ := p.ReportOncef(w, n.Part(start, end), "the address in the text of %s has a blank or a line break in it, and the link ends there; take it away", w.Label())
		d.As(finding.Warning)
	}
}
