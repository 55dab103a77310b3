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
	"baseline": `
baseline: .studiolint-baseline.json
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
  - {files: "**/*.json.tpl", engine: jinja}
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
	"environments": `
environments:
  dev:
    files: flows/dev/**
    values: {workflow: WW00000000000000000000000000000001, sender: "+15005550006"}
  prod:
    files: flows/prod/**
    values: {workflow: WW00000000000000000000000000000002, sender: "+15005550009"}
`,
	"policies": `
policies:
  - id: snake-case
    match: {type: "*"}
    require: {name: '^[A-Za-z][A-Za-z0-9_]*$'}
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

// HouseRules are examples of house rules, with what each is good for.
const HouseRules = `policies:
  # Who calls is told before the recording begins.
  - id: consent-before-recording
    severity: error
    message: Play the notice before you record.
    reason: Many states and countries ask for it.
    match: {type: [record-call, record-voicemail]}
    require: {before: {type: say-play, name: "*consent*"}}
  # What people answered is saved also where they stop answering.
  - id: every-exit-is-saved
    message: Save the answers before the flow ends.
    match: {type: send-and-wait-for-reply}
    on: [timeout, deliveryFailure]
    require: {after: {type: [run-function, make-http-request], name: "save_*"}}
  # A reply may be a word by which people opt out.
  - id: opt-out-words-handled
    message: Let a split look for STOP, UNSUBSCRIBE and CANCEL first.
    match: {type: send-and-wait-for-reply}
    on: incomingMessage
    require: {next: {type: split-based-on, name: "*opt_out*"}}
  # Agents see whom they speak to.
  - id: task-has-a-customer
    message: Tell Flex who the customer is.
    match: {type: send-to-flex}
    require: {attributes: [customer_id, customers.external_id]}
  # Messages come from the number that people wrote to.
  - id: one-sender
    message: Send from the flow's own address.
    match: {type: [send-message, send-and-wait-for-reply]}
    require: {property: {from: '^\{\{\s*flow\.channel\.address\s*\}\}$'}}
  # Other systems are called by functions, where keys are safe and failures are handled.
  - id: no-direct-http
    message: Call it from a function.
    match: {type: make-http-request}
    forbid: true
`

// InitHouseRules returns HouseRules as a part of a configuration that is commented out.
func InitHouseRules() []byte {
	var b strings.Builder
	explain(&b, "House rules: what you ask of your own flows, with an example for each form. Remove the \"#\" in front of \"policies:\" and of those that you want.")
	comment(&b, HouseRules)
	return []byte(b.String())
}

// comment writes the lines of an example, each commented out.
func comment(b *strings.Builder, example string) {
	for line := range strings.SplitSeq(strings.TrimSpace(example), "\n") {
		b.WriteString("#" + line + "\n")
	}
}

// Init returns a configuration to begin with: every key explained, with an
// example, and commented out, so that it changes nothing. Explanations begin with
// "# ", examples with "#" alone. The examples of house rules are one, or all.
func Init(rules []*finding.Rule, house bool) []byte {
	var b strings.Builder
	explain(&b, `Configuration of studiolint. It holds for the flows in this folder and below; the nearest `+Name+` counts alone. Nothing in it is needed: remove the "#" in front of what you want to set. Patterns for files count from this folder.`)
	for _, m := range rootMembers(new(Config)) {
		b.WriteByte('\n')
		explain(&b, m.Doc)
		if m.Name == "rules" {
			b.WriteString("#rules:\n")
			for _, r := range rules {
				fmt.Fprintf(&b, "#  %s: %s # %s\n", r.ID, r.Severity, r.Title)
			}
			continue
		}
		example := strings.TrimSpace(examples[m.Name])
		if m.Name == "policies" && house {
			example = HouseRules
		}
		if strings.Contains(example, "%[") {
			example = fmt.Sprintf(example, exampleRule(rules))
		}
		comment(&b, example)
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
