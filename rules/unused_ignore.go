package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unused-ignore", Title: "An ignore that matches nothing, or is past its date",
		Group: finding.Values, Severity: finding.Warning, Scope: finding.Last,
		Doc: `Finds entries of "ignore" in the configuration, and "studiolint-ignore" directives
in a flow's description, that suppress nothing: the finding is gone, the name of
the rule or widget is wrong, the reason is missing or the date in "until" has
passed.

What nobody needs any more hides the next real finding.

Remove it, or mend it.`,
	},
	Check: func(p *lint.Pass) {
		for _, v := range p.InVain {
			p.Reportf(v.At, "%s", v.Why).Identify(v.Args...)
		}
	},
})
