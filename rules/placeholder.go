package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "placeholder", Title: "A placeholder was left in",
		Group: finding.Values, Severity: finding.Warning, Scope: finding.PerDocument,
		Doc: `Finds what somebody was to replace and did not: YOUR_DOMAIN, REPLACE_ME,
[WORKFLOW_SID], <your number>, {{LAMBDA_URL}}, a masked SID (WWxxxxxxxx), words in an
address (https://API_USER:API_PASSWORD@…, https://menu-XXXX-dev.twil.io,
https://{{service-domain}}), a name such as ADMIN_PHONE_NUMBER or <channel> where a
number, a SID or an address belongs, and a number that nobody has: +15555555555.
Deployed so, the flow says it to people, or calls what does not exist. Each is
reported once in a flow, at the first place.

What a tool fills in by a syntax of its own is no mistake: ${NAME}, %{NAME}, <%= NAME %>,
#{NAME}#, __NAME__, @@NAME@@. Neither is what the configuration lists under
"placeholders". For files that hold placeholders on purpose, list them under
"templates":

    templates: ["**/*.template.json"]`,
	},
	Check: func(p *lint.Pass) {
		if p.Config.IsTemplate(p.File.Source.Path) {
			return
		}
		found := map[string]*finding.Diagnostic{}
		for n := range textsToFill(p) {
			for _, span := range shape.LeftIn(p, n) {
				word, at := n.Text()[span[0]:span[1]], n.Part(span[0], span[1])
				if d := found[word]; d != nil {
					d.Relate(at, "here too")
					continue
				}
				if p.Config.IsPlaceholder(word) || p.Config.IsPlaceholder(n.Text()) {
					continue
				}
				found[word] = p.Reportf(at, "%s is a placeholder that was left in; put the value there, or list the file under \"templates\" in the configuration if a deployment fills it in", words.Quote(word))
			}
		}
	},
})

// textsToFill yields the strings of a document that a person writes: those of the
// definition, and the fields of a request. What the API returned around a
// definition is masked in many examples, and that is no mistake of the flow.
func textsToFill(p *lint.Pass) func(yield func(source.Node) bool) {
	return func(yield func(source.Node) bool) {
		roots := []source.Node{p.Document.Definition}
		switch p.Document.Kind {
		case input.FlowRequest, input.FlexFlowRequest:
			for n := range p.Document.Node.Children() {
				if n.IsString() && !mayHoldDefinition(p, n) {
					roots = append(roots, n)
				}
			}
		}
		for _, root := range roots {
			for n := range root.Strings() {
				if strings.TrimSpace(n.Text()) != "" && !yield(n) {
					return
				}
			}
		}
	}
}

// mayHoldDefinition reports whether a string is the one that the definition stands
// in.
func mayHoldDefinition(p *lint.Pass, n source.Node) bool {
	for _, text := range p.File.Texts {
		if text.Outer() == n {
			return true
		}
	}
	return false
}
