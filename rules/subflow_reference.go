package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "subflow-reference", Title: "Run Subflow does not name a flow and a revision",
		Group: finding.Flex, Severity: finding.Error, Rejected: true,
		Doc: `A Run Subflow widget needs the SID of the flow (FW and 32 hexadecimal digits) and
its revision: a number, LatestPublished, LatestDraft or LatestRevision. Both are fixed when the
flow is saved; Liquid does not work there.

Twilio refuses anything else ("must be a valid, non-liquid flow sid", error
81022; a wrong revision, 81021).

To choose between subflows at run time, split first and use one widget for each.`,
	},
	Check: func(p *lint.Pass) {
		for _, c := range p.Flow.SubflowCalls() {
			checkSubflow(p, c)
		}
	},
})

func checkSubflow(p *lint.Pass, c flow.SubflowCall) {
	w := c.Widget.Label()
	if n := c.SID; n.IsString() && !words.IsSIDOf(n.Text(), "FW") && !shape.IsPlaceholder(p, n) {
		fault := words.SIDFault(n.Text(), []string{"FW"})
		switch {
		case liquid.HasMarkup(n.Text()):
			fault = "holds Liquid, which Studio does not evaluate here"
		case n.Text() == "":
			fault = "is empty"
		case fault == "":
			fault = "is not the SID of a flow"
		}
		p.Reportf(n, "\"flow_sid\" of %s %s; write FW and 32 hexadecimal digits, as the flow's page shows it", w, fault).
			Says(p.Document.PropertyPath(n), "must be a valid, non-liquid flow sid")
	}
	if n := c.Revision; n.IsString() && !c.NamesRevision() && !shape.IsPlaceholder(p, n) {
		names := c.RevisionWords()
		hint := "write a number as text, or " + strings.Join(names, ", ")
		if liquid.HasMarkup(n.Text()) {
			hint = "Studio does not evaluate Liquid here; " + hint
		} else if near := words.Nearest(n.Text(), names); near != "" {
			hint = "did you mean " + words.Quote(near) + "?"
		}
		p.Reportf(n, "\"flow_revision\" of %s is %s, which is no revision (81021); %s", w, words.Quote(n.Text()), hint)
	}
}
