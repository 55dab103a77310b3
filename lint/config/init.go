package config

import (
	"fmt"
	"slices"
	"strings"

	"studiolint/lint/finding"
)

// examples shows each key of a configuration in use, but "rules", which lists the
// rules.
var examples = map[string]string{
	"extends": `
extends: recommended
`,
	"overrides": `
overrides:
  - files: [drafts/**, "*.draft.json"]
    rules:
      %[1]s: note
`,
	"ignore": `
ignore:
  - rule: %[1]s
    files: flows/ivr.json
    widgets: [menu, "old_*"]
    reason: replaced with the new menu in spring
    until: 2030-12-31
`,
	"exclude": `
exclude:
  - archive/**
`,
	"placeholders": `
placeholders:
  - '^__[A-Z_]+__$'
`,
	"templates": `
templates:
  - templates/**
`,
	"widget-types": `
widget-types:
  - my-new-widget
`,
	"flex": `
flex:
  task-channels:
    chat: TC0123456789abcdef0123456789abcdef
  flex-flows:
    - channel-type: sms
      flow: flows/chatbot.json
`,
	"tests": `
tests:
  least-coverage: 80
`,
	"subflows": `
subflows:
  FW0123456789abcdef0123456789abcdef: flows/opening-hours.json
`,
}

// Init returns a configuration to begin with: every key explained, with an
// example, and commented out, so that it changes nothing. Explanations begin with
// "# ", examples with "#" alone.
func Init(rules []*finding.Rule) []byte {
	var b strings.Builder
	explain(&b, `Configuration of studiolint. It holds for the flows in this folder and below; the nearest `+Name+` counts alone. Nothing in it is needed: remove the "#" in front of what you want to set. Patterns for files count from this folder.`)
	for _, m := range rootMembers(new(Config)) {
		b.WriteByte('\n')
		explain(&b, m.doc)
		if m.name == "rules" {
			b.WriteString("#rules:\n")
			for _, r := range rules {
				fmt.Fprintf(&b, "#  %s: %s # %s\n", r.ID, r.Severity, r.Title)
			}
			continue
		}
		example := strings.TrimSpace(examples[m.name])
		if strings.Contains(example, "%[") {
			example = fmt.Sprintf(example, exampleRule(rules))
		}
		for line := range strings.SplitSeq(example, "\n") {
			b.WriteString("#" + line + "\n")
		}
	}
	return []byte(b.String())
}

// exampleRule returns a rule for examples: the first about what leads where, which
// every flow can get wrong.
func exampleRule(rules []*finding.Rule) string {
	if i := slices.IndexFunc(rules, func(r *finding.Rule) bool { return r.Group == finding.Wiring }); i >= 0 {
		return rules[i].ID
	}
	return rules[0].ID
}

// explain writes a comment of lines that fit a screen.
func explain(b *strings.Builder, text string) {
	const width = 90
	line := "#"
	for word := range strings.FieldsSeq(text) {
		if len(line)+1+len(word) > width {
			b.WriteString(line + "\n")
			line = "#"
		}
		line += " " + word
	}
	b.WriteString(line + "\n")
}
