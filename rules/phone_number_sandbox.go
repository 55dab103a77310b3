package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkSandbox reports the sender that Twilio lends to everybody for trying things out: once.
func checkSandbox(p *lint.Pass) {
	if !schemas.NamesSandbox(p.Flow.Definition.Raw()) || !p.Flow.KnowsWhatsApp() { // a number is found sooner than a word
		return
	}
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		for n := range w.Properties.Strings() {
			switch text := n.Text(); {
			case schemas.SandboxIn(text) == nil:
			case d == nil:
				d = p.Reportf(n, "%s in %s is Twilio's sandbox, and writes only to people who have joined it",
					words.Quote(text), w.Label()).As(finding.Note)
			default:
				d.Also(n, "so it is in "+w.Label())
			}
		}
	}
}
