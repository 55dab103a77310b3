package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "widget-name", Title: "Templates cannot name this widget",
		Group: finding.Wiring, Severity: finding.Warning,
		Doc: `Finds names that do not fit into a Liquid path such as
{{widgets.NAME.Body}}: with spaces, dots or other signs, or with a digit at the
beginning. Letters, digits, underscores and hyphens are fine.

Twilio's editor allows no such names, and a template that uses one prints
nothing or fails (warning 81018).

Rename the widget, in transitions and templates too.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			if w.Name == "" || reads.IsName(w.Name) || !shape.IsLiteral(p, w.NameNode) {
				continue
			}
			what := "begins with something else than a letter"
			switch {
			case strings.ContainsAny(w.Name, " \t\n\r\u00a0"):
				what = "holds a space"
			case strings.Contains(w.Name, "."):
				what = "holds a dot"
			case reads.IsName("x" + w.Name):
			default:
				what = "holds more than letters, digits, underscores and hyphens"
			}
			p.ReportSomef(what, w.NameNode, "the name %s %s, so templates cannot read what the widget stores; rename it",
				words.Quote(w.Name), what)
		}
	},
})
