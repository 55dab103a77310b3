package rules

import "studiolint/lint"

var _ = add(lint.Rule{
	ID: "unused-ignore", Title: "An ignore that matches nothing, or is past its date",
	Group: lint.Values, Severity: lint.Warning, Scope: lint.PerFile,
	Doc: `Finds entries of "ignore" in the configuration, and "studiolint-ignore" directives
in a flow's description, that suppress nothing: the finding is gone, the name of
the rule or widget is wrong, the reason is missing or the date in "until" has
passed.

What nobody needs any more hides the next real finding.

Remove it, or mend it.`,
})
