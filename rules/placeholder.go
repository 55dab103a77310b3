package rules

import (
	"regexp"
	"strings"
	"sync"

	"studiolint/lint"
	"studiolint/lint/input"
	"studiolint/lint/source"
)

var _ = add(lint.Rule{
	ID: "placeholder", Title: "A placeholder was left in",
	Group: lint.Values, Severity: lint.Warning, Scope: lint.PerDocument,
	Doc: `Finds what somebody was to replace and did not: YOUR_DOMAIN, REPLACE_ME,
[WORKFLOW_SID], <your number>, {{LAMBDA_URL}}, a masked SID (WWxxxxxxxx). Deployed
so, the flow says it to people, or calls an address that does not exist. Each is
reported once in a flow, at the first place.

What a tool fills in by a syntax of its own is no mistake: ${NAME}, %{NAME}, <%= NAME %>,
#{NAME}#, __NAME__, @@NAME@@. Neither is what the configuration lists under
"placeholders". For files that hold placeholders on purpose, list them under
"templates":

    templates: ["**/*.template.json"]`,
	Check: func(p *lint.Pass) {
		if p.Config.IsTemplate(p.File.Source.Path) {
			return
		}
		found := map[string]*lint.Diagnostic{}
		for n := range textsToFill(p) {
			if !mayHoldFillIn(n.Text()) {
				continue
			}
			for _, span := range fillIn().FindAllStringIndex(n.Text(), -1) {
				word := strings.TrimPrefix(n.Text()[span[0]:span[1]], "://")
				at := n.Part(span[1]-len(word), span[1])
				if d := found[word]; d != nil {
					d.Relate(at, "here too")
					continue
				}
				if p.Config.IsPlaceholder(word) || p.Config.IsPlaceholder(n.Text()) {
					continue
				}
				found[word] = p.Reportf(at, "%s is a placeholder that was left in; put the value there, or list the file under \"templates\" in the configuration if a deployment fills it in", quote(word))
			}
		}
	},
})

// fillIn is what a person was to replace. Each alternative is one habit:
// YOUR_NAME and YOUR-NAME, MY_DOMAIN, REPLACE_ME, TOKEN_HERE, your-domain
// or XXXX in an address, <your name>, [Your name], and, as the whole of a text, [NAME], <NAME>,
// {{NAME}} and masked SIDs. Within a text, {{NAME}} needs an underscore: Studio's
// variables have small letters.
var fillIn = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\bYOUR[_-][A-Z0-9_-]*[A-Z0-9]\b` +
		`|\bMY_(?:[A-Z0-9]+_)*(?:URL|SID|NUMBER|PHONE|DOMAIN|KEY|TOKEN|HOST|ENDPOINT|NAME|ID)\b` +
		`|\b(?:REPLACE|CHANGE)[_-]?(?:ME|THIS)\b|\bREPLACE_WITH_[A-Z0-9_]+\b|\bINSERT_(?:[A-Z0-9]+_)*HERE\b|\b[A-Z0-9]+(?:_[A-Z0-9]+)*_HERE\b` +
		`|://your?[_-](?:[a-z0-9]+[_-])*(?:url|endpoint|domain|server|serverless|service|services|function|functions|host|site|app|api|company|subdomain)\b[a-z0-9_-]*` +
		`|://[xX]{4,}` +
		`|[\[<](?i:your|insert|enter)[ _-][^\[\]<>]{1,60}[\]>]` +
		`|^\[[A-Z][A-Z0-9_ -]{2,}\]$` +
		`|^<[A-Z][A-Z0-9_ -]{2,}>$` +
		`|\{\{\s*[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\s*\}\}` +
		`|^\{\{\s*[A-Z]{3,}\s*\}\}$` +
		`|^[A-Z]{2}[xX*]{6,}[0-9A-Za-z*]*$`)
})

// mayHoldFillIn looks for what every match of fillIn has, which is cheaper.
func mayHoldFillIn(s string) bool {
	if strings.ContainsAny(s, "[<") {
		return true
	}
	for rest := s; ; {
		_, after, ok := strings.Cut(rest, "{{")
		if !ok {
			break
		}
		if rest = strings.TrimLeft(after, " \t\r\n"); rest != "" && 'A' <= rest[0] && rest[0] <= 'Z' {
			return true
		}
	}
	for _, part := range [...]string{"YOUR", "MY_", "REPLACE", "CHANGE", "_HERE", "://you", "xxx", "XXX", "***"} {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}

// holdsFillIn reports whether a text holds what a person was to replace.
func holdsFillIn(s string) bool { return mayHoldFillIn(s) && fillIn().MatchString(s) }

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
			for n := range stringsBelow(root) {
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

// stringsBelow yields the strings in a value, itself included, in the order of the
// text.
func stringsBelow(root source.Node) func(yield func(source.Node) bool) {
	return func(yield func(source.Node) bool) {
		file, end := root.File(), root.Span().End
		if file == nil {
			return
		}
		for i := root.Order(); ; i++ {
			n := file.Node(i)
			if !n.Exists() || n.Span().Start >= end && n != root {
				return
			}
			if n.IsString() && !yield(n) {
				return
			}
		}
	}
}
