package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/pattern"
	"studiolint/schemas"
)

// reportCutAddresses reports the addresses in messages that a blank or a line break cuts in two.
func reportCutAddresses(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		n := effects.Prompt(w)
		if w.Needs() != schemas.NeedsMessage || !n.IsString() {
			continue
		}
		at := cutAddress.FindStringSubmatchIndex(n.Text())
		if at == nil {
			continue
		}
		i := slices.IndexFunc(at[2:], func(offset int) bool { return offset >= 0 }) + 2 // of the blank, which one of the groups is
		d, _ := p.ReportOncef(w, n.Part(at[i], at[i+1]), "the address in the text of %s has a blank or a line break in it, and the link ends there; take it away", w.Label())
		d.As(finding.Warning)
	}
}

// cutAddress finds a blank in an address, before a path that goes on after what is filled in, or where
// the value of a parameter is to come.
var cutAddress = pattern.Lazy(`https?://[^\s{}]*(?:\{\{[^{}]*\}\}[^\s{}]*)*(?:/(\s+)\{\{[^{}]*\}\}[/?&=]|[?&][\w.]+=(\s+)\{\{)`)
