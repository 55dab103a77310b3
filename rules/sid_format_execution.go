package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportMixedSIDs reports the SID of an execution that is handed on as that of its flow, and the
// reverse: once.
func reportMixedSIDs(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, r := range p.Flow.Refs() {
		key, other := mixedSID(r)
		switch {
		case key == "":
		case d == nil:
			whose := "the execution's SID, another each time"
			if other == words.ExecutionSID {
				whose = "the flow's SID, the same for all its executions"
			}
			d = p.Reportf(r, "%s has flow.%s under %s, and that is %s; read flow.%s",
				r.Widget.Label(), r.Name(1), words.Quote(key), whose, other).As(finding.Note).Identify(r.Widget.Label())
		default:
			d.Also(r, "so has "+r.Widget.Label()+" under "+words.Quote(key))
		}
	}
}

// mixedSID returns the name under which a reference hands on the SID of the execution or of the flow,
// and which of them that name is for, when it is the other one; "" else.
func mixedSID(r flow.Ref) (key, other string) {
	if r.Root() != "flow" || len(r.Segments) != 2 || r.Widget == nil || r.Broken {
		return "", ""
	}
	sid := r.Name(1)
	if sid != words.ExecutionSID && sid != words.FlowSID {
		return "", ""
	}
	if key = reads.KeyOf(r); key == "" {
		key = reads.FieldOf(r)
	}
	other = words.SIDMember(key)
	if other == "" || other == sid {
		return "", ""
	}
	return key, other
}
