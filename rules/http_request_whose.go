package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportWhose reports the requests that store answers and are not given whose they are: once.
func reportWhose(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, n := range answers.NamelessOnes.Of(p) {
		if d == nil {
			d = p.Reportf(n.Request, "%s is given %s and nothing that tells whose they are, while %s is given the number; add {{contact.channel.address}}",
				n.Request.Label(), words.Plural(n.Answers, "answer"),
				n.Other.Label()).As(finding.Note).Relate(n.Other,
				"what is given the number").Identify(n.Request.Label())
		} else {
			d.Also(n.Request, "so is "+n.Request.Label())
		}
	}
}
