package reads

import (
	"testing"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/input"
)

const sample = `{"initial_state": "Trigger", "flags": {}, "states": [
	{"name": "Trigger", "type": "trigger", "properties": {}, "transitions": [
		{"event": "incomingMessage", "next": "how"}, {"event": "incomingCall", "next": "how"}]},
	{"name": "how", "type": "split-based-on", "properties": {"input": "{{trigger.call.From}}"}, "transitions": [
		{"event": "noMatch", "next": "call"},
		{"event": "match", "next": "text", "conditions": [{"type": "is_blank", "friendly_name": "", "value": "Is Blank", "arguments": ["{{trigger.call.From}}"]}]}]},
	{"name": "call", "type": "set-variables", "properties": {"variables": [{"key": "a", "value": "1"}, {"key": "b", "value": "2"}]}, "transitions": [{"event": "next"}]},
	{"name": "text", "type": "set-variables", "properties": {"variables": [{"key": "a", "value": "1"}, {"key": "{{flow.sid}}", "value": "2"}]}, "transitions": [{"event": "next", "next": "slip"}]},
	{"name": "slip", "type": "set-variables", "properties": {"variables": [{"kye": "a", "value": "1"}]}, "transitions": [{"event": "next"}]},
	{"name": "slip", "type": "say-play", "properties": {"say": "x"}, "transitions": [{"event": "audioComplete"}]}
]}`

// inside calls a function with the pass of a rule over the sample.
func inside(t *testing.T, f func(p *lint.Pass)) {
	t.Helper()
	called := false
	rule := &lint.Rule{
		Rule:  finding.Rule{ID: "probe", Title: "A probe", Group: finding.Liquid, Severity: finding.Error},
		Check: func(p *lint.Pass) { called = true; f(p) },
	}
	r := lint.Run([]input.Candidate{input.FromBytes("flow.json", []byte(sample))}, lint.Options{Rules: []*lint.Rule{rule}})
	for _, problem := range r.Problems {
		t.Error(problem)
	}
	if !called {
		t.Error("the flow was not looked at")
	}
}

// A branch is known with what it tests and compares; a name that two widgets have is
// nobody's.
func TestBranches(t *testing.T) {
	inside(t, func(p *lint.Pass) {
		all := Branches.Of(p)[p.Flow.Widget("how").Index]
		if len(all) != 1 || all[0].Subject != "{{trigger.call.From}}" || !all[0].Literal || all[0].Words() != "is blank" || Target(all[0].Transition) != `"text"` {
			t.Errorf("got %+v", all)
		}
		if p.Flow.Only("slip") != nil || p.Flow.Only("call") == nil {
			t.Error("the name slip is shared, call is not")
		}
	})
}
