package rules

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// anything is a value of each JSON type.
var anything = []string{`null`, `true`, `1`, `1.5`, `"x"`, `[]`, `{}`, `[1]`, `{"a":1}`}

// TestShapes puts a value of every JSON type in every place of a flow, for each
// widget type of the catalogue: nothing fails, what is found is found there, and
// one wrong value is not more than one error.
func TestShapes(t *testing.T) {
	t.Parallel()
	for _, typ := range schemas.Types() {
		t.Run(typ, func(t *testing.T) {
			t.Parallel()
			text := sampleFlow(t, typ)
			before := lintText("flow.json", text)
			for _, p := range before.Problems {
				t.Fatal(p)
			}
			for _, d := range before.Diagnostics {
				if d.Severity == finding.Error {
					t.Fatalf("the flow is to be valid: %s\n%s", d.Message, text)
				}
			}
			file := source.Parse("flow.json", text)
			f := flow.New(file.Root(), schemas.Catalogue{})
			for i := 1; file.Node(i).Exists(); i++ {
				for _, value := range anything {
					checkShape(t, f, file.Node(i), value, before.Diagnostics)
				}
			}
		})
	}
}

// TestDefinitionShapes does the same with the definition of a request as a whole.
func TestDefinitionShapes(t *testing.T) {
	const before = `{"FriendlyName": "Flow", "Status": "draft", "Definition": `
	for _, value := range slices.Concat(anything, []string{`"{}"`, `"[1]"`, `"null"`, `"{\"a\": 1}"`}) {
		text := before + value + "}"
		result := lintText("request.json", []byte(text))
		for _, p := range result.Problems {
			t.Errorf("%s: %v", value, p)
		}
		missing := 0
		for _, d := range result.Diagnostics {
			if at := d.Range.Start.Offset; at < len(before) || at >= len(before)+len(value) {
				t.Errorf("%s: a finding elsewhere, at %d: %s", value, at, d.Message)
			}
			if d.Twilio != nil && d.Twilio.Message == "is missing but it is required" {
				missing++
			}
		}
		if n := result.Count(finding.Error); n != max(1, missing) {
			t.Errorf("%s: %d errors", value, n)
			for _, d := range result.Diagnostics {
				t.Logf("  %s %s [%s]", d.Severity, d.Message, d.Rule.ID)
			}
		}
	}
}

func checkShape(t *testing.T, f *flow.Flow, n source.Node, value string, before []*finding.Diagnostic) {
	t.Helper()
	text := n.File().Bytes
	m := fault{edits: []edit{replace(n, value)}}
	// What is missing in the new value is reported at the widget or transition
	// that holds it, and a name that has changed where it is used.
	for at := n; at.Exists(); at = at.Parent() {
		m.places = append(m.places, at.Opening().Span)
		for _, key := range []string{"name", "type", "event"} {
			if c := at.Get(key); c.IsString() {
				m.places = append(m.places, c.Span())
			}
		}
	}
	uses := 0
	if w := f.WidgetAt(n); w != nil && n == w.NameNode {
		for _, t := range w.In {
			m.places = append(m.places, t.NextNode.Span())
		}
		m.places = append(m.places, f.Initial.Span())
		uses = len(w.In) + 1
	}
	edited := m.apply(text)
	after := lintText("flow.json", edited)
	for _, p := range after.Problems {
		t.Errorf("%s in %s: %v", value, n.Pointer(), p)
	}
	targets := m.targets()
	mistakes, missing := 0, 0
	var elsewhere []*finding.Diagnostic
	for _, d := range m.added(before, after.Diagnostics) {
		if d.Severity == finding.Error {
			mistakes++
			if d.Twilio != nil && d.Twilio.Message == "is missing but it is required" {
				missing++
			}
		}
		if !touches(d, targets) {
			elsewhere = append(elsewhere, d)
		}
	}
	for _, d := range elsewhere {
		if mistakes > 0 { // else the value is right, and there are consequences
			t.Errorf("%s in %s: a finding elsewhere, at %s: %s [%s]", value, n.Pointer(), d.Pointer(), d.Message, d.Rule.ID)
		}
	}
	// An object that lacks several members lacks each of them, and a name is wrong
	// wherever it is used.
	if mistakes > max(1, missing, uses) {
		t.Errorf("%s in %s: %d errors", value, n.Pointer(), mistakes)
		for _, d := range m.added(before, after.Diagnostics) {
			t.Logf("  %s %s: %s [%s]", d.Severity, d.Pointer(), d.Message, d.Rule.ID)
		}
	}
}

// sampleFlow makes a valid flow with one widget of a type that has all of its
// properties and events.
func sampleFlow(t *testing.T, typ string) []byte {
	t.Helper()
	type object = map[string]any
	known := schemas.Lookup(typ)
	properties := sampleValue(known.Schema.Properties.Get("properties"), nil, known).(map[string]any)
	transitions := []any{}
	for _, e := range known.Events {
		transition := object{"event": e.Name}
		if typ != "trigger" || e.Name == "incomingRequest" {
			transition["next"] = "other"
		}
		if e.Name == "match" {
			transition["conditions"] = []any{object{"friendly_name": "If", "arguments": []any{properties["input"]}, "type": "equal_to", "value": "1"}}
		}
		transitions = append(transitions, transition)
	}
	state := object{"name": "one", "type": typ, "properties": properties, "transitions": transitions}
	other := object{
		"name": "other", "type": "set-variables", "transitions": []any{object{"event": "next"}},
		"properties": object{"variables": []any{object{"key": "k", "value": "v"}}},
	}
	states := []any{state, other}
	if typ == "trigger" {
		state["name"] = "Trigger"
	} else {
		states = append([]any{object{
			"name": "Trigger", "type": "trigger", "properties": object{},
			"transitions": []any{object{"event": "incomingRequest", "next": "one"}},
		}}, states...)
	}
	text, err := json.MarshalIndent(object{
		"description": "A sample", "initial_state": "Trigger", "states": states,
		"flags": object{"allow_concurrent_calls": true},
	}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// sampleValue makes a value that fits a schema and what the catalogue says of a
// property.
func sampleValue(s *schemas.Schema, facts *schemas.Property, known *schemas.Widget) any {
	switch {
	case s.Enum != nil:
		return s.Enum[0]
	case s.Types == 0 || s.Types.Accepts(schemas.String):
		return sampleText(facts)
	case s.Types.Accepts(schemas.Boolean):
		return true
	case s.Types.Accepts(schemas.Integer):
		if facts != nil && facts.Range != nil {
			return facts.Range.Min
		}
		return 1
	case s.Types.Accepts(schemas.Array):
		if s.Items == nil {
			return []any{}
		}
		return []any{sampleValue(s.Items, nil, known)}
	}
	object := map[string]any{}
	for name, sub := range s.Properties.All() {
		if s.OneOfRequired != nil && !slices.Contains(s.OneOfRequired[0], name) && slices.Contains(slices.Concat(s.OneOfRequired...), name) {
			continue
		}
		object[name] = sampleValue(sub, known.Property(name), known)
	}
	return object
}

func sampleText(facts *schemas.Property) string {
	const digits = "0123456789abcdef0123456789abcdef"
	if facts == nil {
		return "text"
	}
	if len(facts.SID) > 0 {
		return facts.SID[0] + digits
	}
	if len(facts.Values) > 0 {
		return facts.Values[0]
	}
	switch facts.Format {
	case "number-text":
		if facts.Range != nil {
			return fmt.Sprint(facts.Range.Min)
		}
		return "1"
	case "url":
		return "https://example.com/"
	case "websocket-url":
		return "wss://example.com/"
	case schemas.FormatJSON:
		return `{"a": 1}`
	case "duration":
		return "PT30M"
	case "dtmf", "finish-key":
		return "1"
	case "revision":
		return "LatestPublished"
	}
	return "text"
}
