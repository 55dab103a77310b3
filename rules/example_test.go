package rules_test

import (
	"fmt"

	"studiolint/lint"
	"studiolint/lint/input"
	"studiolint/rules"
)

func Example() {
	flow := []byte(`{
  "description": "Says hello",
  "states": [
    {"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingMessage", "next": "helo"}], "properties": {}},
    {"name": "hello", "type": "send-message", "transitions": [{"event": "sent"}, {"event": "failed"}],
     "properties": {"from": "{{flow.channel.address}}", "to": "{{contact.channel.address}}", "body": "Hello"}}
  ],
  "initial_state": "Trigger",
  "flags": {"allow_concurrent_calls": true}
}`)
	result := lint.Run([]input.Candidate{input.FromBytes("hello.json", flow)}, lint.Options{Rules: rules.All()})
	for _, d := range result.Diagnostics {
		fmt.Printf("%s:%d:%d: %s: %s\n", d.File, d.Range.Start.Line, d.Range.Start.Column, d.Severity, d.Message)
	}
	// Output:
	// hello.json:4:97: error: "Trigger" goes to "helo" on "incomingMessage", but no widget has that name; did you mean "hello"?
}
