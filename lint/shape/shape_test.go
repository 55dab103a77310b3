package shape

import (
	"testing"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/source"
)

// inside calls a function with the pass of a rule over a definition.
func inside(t *testing.T, definition string, f func(p *lint.Pass)) {
	t.Helper()
	called := false
	rule := &lint.Rule{
		Rule:  finding.Rule{ID: "probe", Title: "A probe", Group: finding.Text, Severity: finding.Error},
		Check: func(p *lint.Pass) { called = true; f(p) },
	}
	r := lint.Run([]input.Candidate{input.FromBytes("flow.json", []byte(definition))}, lint.Options{Rules: []*lint.Rule{rule}})
	for _, problem := range r.Problems {
		t.Error(problem)
	}
	if !called {
		t.Error("the definition was not looked at")
	}
}

const sample = `{"description": "d", "initial_state": "Trigger", "states": [
	{"name": "Trigger", "type": "trigger", "properties": {}, "transitions": [{"event": "incomingCall", "next": "call"}]},
	{"name": "call", "type": "make-outgoing-call-v2", "properties": {"from": "{{flow.channel.address}}", "to": "${NUMBER}", "timeout": true, "record": true, "record": false},
		"transitions": [{"event": "answered"}, {"event": "bsuy"}, {"event": "noAnswer", "next": 5}, {"event": "failed"}]},
	{"name": "bare", "type": "make-outgoing-call-v2", "transitions": []},
	{"name": "other", "type": "say-paly", "properties": {}, "transitions": []},
	{"name": "untyped", "properties": {}},
	"none"
], "flags": {"allow_concurrent_calls": true}}`

func lookup(t *testing.T, p *lint.Pass, pointer string) source.Node {
	t.Helper()
	n, ok := p.Flow.Definition.Lookup(pointer)
	if !ok {
		t.Fatalf("there is no %s", pointer)
	}
	return n
}

func TestSound(t *testing.T) {
	inside(t, sample, func(p *lint.Pass) {
		for pointer, want := range map[string]bool{
			"":                              false, // it holds what is wrong
			"/states":                       false,
			"/description":                  true,
			"/states/0":                     true,
			"/states/1":                     false,
			"/states/1/name":                true,
			"/states/1/properties":          false,
			"/states/1/properties/from":     true,
			"/states/1/properties/timeout":  false,
			"/states/1/transitions/0":       true,
			"/states/1/transitions/1":       false,
			"/states/1/transitions/1/event": false,
			"/states/1/transitions/2/event": true,
			"/states/1/transitions/2/next":  false,
			"/states/2":                     false, // it lacks properties
			"/states/2/type":                true,
			"/states/3/type":                false,
			"/states/4":                     false,
			"/states/5":                     false,
			"/flags/allow_concurrent_calls": true,
		} {
			if got := Sound(p, lookup(t, p, pointer)); got != want {
				t.Errorf("Sound(%s) = %v", pointer, got)
			}
		}
		if Sound(p, source.Node{}) {
			t.Error("what is absent is sound")
		}
		lost := 0
		for _, n := range p.Flow.Widget("call").Properties.Members() {
			if Lost(p, n) {
				lost++
				if Sound(p, n) {
					t.Error("what nobody reads is sound")
				}
			}
		}
		if lost != 1 {
			t.Errorf("%d members are lost", lost)
		}
		kinds := map[StateFault]int{}
		for _, f := range Faults(p) {
			kinds[f.State]++
		}
		if kinds[NotObject] != 1 || kinds[NoType] != 1 || kinds[UnknownType] != 1 || kinds[NotWrong] < 4 {
			t.Errorf("the faults are %v", kinds)
		}
	})
}

func TestLiteral(t *testing.T) {
	inside(t, sample, func(p *lint.Pass) {
		for pointer, want := range map[string]bool{
			"/states/1/name":               true,
			"/states/1/properties/from":    false,
			"/states/1/properties/to":      false,
			"/states/1/properties/timeout": false,
		} {
			if got := IsLiteral(p, lookup(t, p, pointer)); got != want {
				t.Errorf("IsLiteral(%s) = %v", pointer, got)
			}
		}
		if n := lookup(t, p, "/states/1/properties/to"); !IsPlaceholder(p.Document, n) || IsPlaceholder(p, lookup(t, p, "/states/1/name")) {
			t.Error("IsPlaceholder says something else")
		}
	})
}

// The value of a property that is not there is its default, unless nothing can be said
// since the object that it belongs in is not there either.
func TestValue(t *testing.T) {
	inside(t, sample, func(p *lint.Pass) {
		call, bare := p.Flow.Widget("call"), p.Flow.Widget("bare")
		const name = "detect_answering_machine"
		if v, certain := Value(p, call, name); v != "false" || !certain {
			t.Errorf("%s of call is %q, %v", name, v, certain)
		}
		if v, certain := Value(p, bare, name); certain {
			t.Errorf("%s of bare is certainly %q", name, v)
		}
		if v, certain := Value(p, call, "to"); certain {
			t.Errorf("a placeholder is certainly %q", v)
		}
	})
}
