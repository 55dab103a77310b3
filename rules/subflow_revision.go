package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "subflow-revision", Title: "One subflow is run in two revisions",
		Group: finding.Flex, Severity: finding.Warning,
		Doc: `Finds Run Subflow widgets of one flow that run the same subflow in different
revisions. Twilio allows one revision of a subflow in a flow; also LatestPublished
beside the number of the latest one are two.

Write the same "flow_revision" in all of them.`,
	},
	Check: func(p *lint.Pass) {
		first := map[string]flow.SubflowCall{}
		for _, c := range p.Flow.SubflowCalls() {
			if !c.Revision.IsString() || !c.NamesRevision() || !c.SID.IsString() {
				continue
			}
			before, again := first[c.SID.Text()]
			if !again {
				first[c.SID.Text()] = c
				continue
			}
			if a, b := before.Revision.Text(), c.Revision.Text(); a != b {
				p.Reportf(c.Revision, "%s runs revision %s of a subflow of which %s runs %s, and a flow may run one revision of each; write the same in both",
					c.Widget.Label(), words.Quote(b), before.Widget.Label(), words.Quote(a)).
					Relate(before.Revision, "the other revision")
			}
		}
	},
})
