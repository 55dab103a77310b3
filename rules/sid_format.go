package rules

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "sid-format", Title: "A SID of the wrong kind, or one that is broken",
		Group: finding.Flex, Severity: finding.Warning, Scope: finding.PerDocument,
		Doc: `A SID is two capital letters that tell the kind of thing, and 32 hexadecimal digits.
Finds a literal SID of another kind than its property wants (an MG… where a
content template's HX… belongs), and one that was cut, lengthened or mistyped.

Twilio takes the definition, but the widget fails when it runs: there is no such
thing.

Names, Liquid, placeholders and masked SIDs (HXxxxxxxxx) are left alone. The SIDs
of Send to Flex, Run Subflow and Flex Flows have rules of their own: flex-channel,
flex-workflow, subflow-reference, flex-flow.

Copy the SID from the page of the thing it means.`,
	},
	Check: func(p *lint.Pass) {
		if p.Document.Kind == input.FlowResource {
			for _, f := range schemas.Resource("flow").Properties {
				checkSID(p, p.Document.Field(f.Name), words.Quote(f.Name), f.SID)
			}
		}
		if p.Flow == nil {
			return
		}
		for _, w := range p.Flow.Widgets {
			known := w.Facts
			if known.FlexTask != nil || known.Subflow != nil {
				continue
			}
			for _, f := range known.Properties {
				if len(f.SID) > 0 {
					checkSID(p, dotted(w.Properties, f.Name), words.Quote(f.Name)+" of "+w.Label(), f.SID)
				}
			}
		}
	},
})

// dotted returns the member that a name with dots leads to.
func dotted(n source.Node, name string) source.Node {
	for part := range strings.SplitSeq(name, ".") {
		n = n.Get(part)
	}
	return n
}

func checkSID(p *lint.Pass, n source.Node, what string, kinds []string) {
	text, ok := shape.Literal(p, n)
	if len(kinds) == 0 || !ok {
		return
	}
	if fault := sidFault(text, kinds); fault != "" {
		p.Reportf(n, "%s %s, so nothing is found by it; write %s and 32 hexadecimal digits", what, fault, strings.Join(kinds, " or "))
	}
}

// sidAttempt is what was certainly meant to be a SID, right or wrong. A digit
// tells it from a long name.
var sidAttempt = regexp.MustCompile(`^[A-Za-z]{2}[0-9A-Za-z]{16,}$`)

// sidFault says what is wrong with a text where a SID of some kinds belongs. It is
// "" when the text fits, and when it is no SID at all: many properties take a name
// as well.
func sidFault(text string, kinds []string) string {
	trimmed := strings.TrimSpace(text)
	if len(trimmed) < 2 || !sidAttempt.MatchString(trimmed) || !strings.ContainsAny(trimmed, "0123456789") {
		return ""
	}
	kind, rest := strings.ToUpper(trimmed[:2]), trimmed[2:]
	switch {
	case words.IsSID(trimmed) && !slices.Contains(kinds, kind):
		return "is a SID of another kind (" + kind + "…)"
	case !slices.Contains(kinds, kind):
		return ""
	case trimmed != text:
		return "has white space around the SID"
	case kind != trimmed[:2]:
		return "begins with small letters"
	case len(rest) != 32:
		return fmt.Sprintf("has %d characters after %s instead of 32", len(rest), kind)
	case !words.IsSID(trimmed):
		return "holds characters that are no hexadecimal digits"
	}
	return ""
}
