package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/input"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "sid-format", Title: "A SID of the wrong kind, or one that is broken",
		Group: finding.Flex, Severity: finding.Warning, Varies: "note for a name where a service belongs, and for the SID of the execution under the name of the flow's", Scope: finding.PerDocument,
		Doc: `A SID is two capital letters that tell the kind of thing, and 32 hexadecimal digits.
Finds a literal SID of another kind than its property wants (an MG… where a
content template's HX… belongs), and one that was cut, lengthened or mistyped, also to
its letters: "ZS".

Twilio takes the definition, but the widget fails when it runs: there is no such
thing.

As a note it finds a name where the SID of a Chat or Conversations service belongs, which
has no other name there, and the SID of the execution (flow.sid, another each time) under a name
for that of the flow (flow_sid), or the reverse.

Other names, Liquid, placeholders and masked SIDs (HXxxxxxxxx) are left alone. The SIDs
of Send to Flex, Run Subflow and Flex Flows have rules of their own: flex-channel,
flex-workflow, subflow-reference, flex-flow.

Copy the SID from the page of the thing it means.`,
	},
	Check: func(p *lint.Pass) {
		if p.Document.Kind == input.FlowResource {
			for _, f := range schemas.Resource("flow").Properties {
				checkSID(p, p.Document.Field(f.Name), nil, &f)
			}
		}
		if p.Flow == nil {
			return
		}
		reportMixedSIDs(p)
		for _, w := range p.Flow.Widgets {
			known := w.Facts
			if known.FlexTask != nil || known.Subflow != nil {
				continue
			}
			for i := range known.Properties {
				if f := &known.Properties[i]; len(f.SID) > 0 {
					checkSID(p, shape.Dotted(w.Properties, f.Name), w, f)
				}
			}
		}
	},
})

// service is the kind of a Chat or Conversations service, which nothing but its SID names.
const service = "IS"

// checkSID looks at a property of a widget, or of the resource when that is nil.
func checkSID(p *lint.Pass, n source.Node, w *flow.Widget, f *schemas.Property) {
	kinds := f.SID
	if len(kinds) == 0 || !n.IsString() {
		return
	}
	text, ok := shape.Literal(p, n)
	if !ok {
		return
	}
	if slices.Contains(kinds, text) { // as a rule all of a widget's, or of a flow's
		p.ReportOncef(nil, n, "only the letters are left of the SID here, so nothing is found by it; write all of it, or let the deployment fill it in")
		return
	}
	fault := words.SIDFault(text, kinds)
	name := strings.TrimSpace(text)
	named := fault == "" && slices.Contains(kinds, service) && name != "" && name != "default" && !words.IsSID(name)
	if named {
		fault = "is a name, which no service has here"
	}
	if fault == "" {
		return
	}
	what := words.Quote(f.Name)
	if w != nil {
		what += " of " + w.Label()
	}
	d := p.Reportf(n, "%s %s, and finds nothing; write %s and 32 hexadecimal digits", what, fault, strings.Join(kinds, " or "))
	if named {
		d.As(finding.Note)
	}
}
