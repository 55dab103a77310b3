package flow

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

const templated = `{"initial_state": "Trigger", "states": [
 {"name": "Trigger", "type": "trigger", "properties": {}, "transitions": [{"event": "incomingCall", "next": "set"}]},
 {"name": "set", "type": "set-variables", "transitions": [{"event": "next", "next": "ask"}], "properties": {"variables": [
   {"key": "count", "value": "{% if flow.variables.count %}{{flow.variables.count | plus: 1}}{% else %}1{% endif %}"},
   {"key": "name_{{trigger.call.From}}", "value": "x"},
   {"key": "unread", "value": "plain"},
   {"value": "no key"}, 7
 ]}},
 {"name": "ask", "type": "send-and-wait-for-reply", "transitions": [{"event": "incomingMessage", "next": "split"}],
  "properties": {"body": "Hi {{flow.variables.count}}", "timeout": 3600,
   "content_variables": [{"key": "{{1}}", "value": "{{widgets.set.unread}}"}, {"key": " {{ 22 }} ", "value": "{{flow.variables.count}}"}]}},
 {"name": "split", "type": "split-based-on", "properties": {"input": "{{widgets.ask.inbound.Body}}"}, "transitions": [
   {"event": "noMatch"},
   {"event": "match", "next": "{{flow.variables.where}}", "conditions": [
     {"friendly_name": "If {{flow.variables.label}}", "type": "equal_to", "arguments": ["{{widgets['ask'].inbound.Body}}"], "value": "{{flow.variables.expected}}"}]}]},
 {"name": "call", "type": "run-subflow", "properties": {"flow_sid": "{{flow.variables.sid}}", "parameters": [{"key": "a", "value": "{% assign x = flow.variables.a %}{{x}} {{flow.variables[x]}}"}]},
  "transitions": [{"event": "completed", "conditions": [{"arguments": ["{{flow.variables.never}}"], "type": "equal_to", "value": "{{flow.variables.never}}"}]}]},
 {"name": "odd", "type": "no-such-type", "properties": {"x": [[{"y": "\u007b{ flow.variables.deep }}"}]]}, "transitions": []}
]}`

func TestTemplates(t *testing.T) {
	f := parse(t, templated)
	var got []string
	for _, p := range f.Templates() {
		literal := ""
		if p.Literal {
			literal = " literal"
		}
		got = append(got, fmt.Sprintf("%s %s%s", p.Widget.Name, p.Node.PointerFrom(p.Widget.Node), literal))
		if f.TemplateAt(p.Node) != p {
			t.Errorf("%s is not found by its node", p.Node.Pointer())
		}
		if p.Text != p.Node.Text() {
			t.Errorf("%s holds %q", p.Node.Pointer(), p.Text)
		}
	}
	want := []string{
		"set /properties/variables/0/value",
		"set /properties/variables/1/key literal",
		"ask /properties/body",
		"ask /properties/content_variables/0/value",
		"ask /properties/content_variables/1/value",
		"split /properties/input",
		"split /transitions/1/next literal",
		"split /transitions/1/conditions/0/arguments/0",
		"split /transitions/1/conditions/0/value",
		"call /properties/flow_sid literal",
		"call /properties/parameters/0/value",
		"odd /properties/x/0/0/y",
	}
	if !slices.Equal(got, want) {
		t.Errorf("templates are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if n := len(f.TemplatesOf(f.Widget("ask"))); n != 3 {
		t.Errorf("ask has %d templates, want 3", n)
	}
	body, again := f.TemplatesOf(f.Widget("ask"))[2], f.TemplatesOf(f.Widget("ask"))[0]
	if body.Liquid == nil || again.Property != "body" || body.Property != "content_variables" {
		t.Errorf("the properties are %q and %q", again.Property, body.Property)
	}
}

func TestRefs(t *testing.T) {
	f := parse(t, templated)
	var got []string
	for _, r := range f.Refs() {
		got = append(got, r.Reference.String())
	}
	want := "flow.variables.count flow.variables.count flow.variables.count widgets.set.unread flow.variables.count " +
		"widgets.ask.inbound.Body widgets[\"ask\"].inbound.Body flow.variables.expected flow.variables.a flow.variables[…] flow.variables.deep"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("references are\n%s\nwant\n%s", s, want)
	}
	r := f.Refs()[5]
	if w, key, ok := r.Output(); w != "ask" || key != "inbound" || !ok {
		t.Errorf("%s reads %q of %q", r.Reference, key, w)
	}
	if at := r.Place(); string(at.File.Bytes[at.Span.Start:at.Span.End]) != "widgets.ask.inbound.Body" {
		t.Errorf("the place of %s is %v", r.Reference, at.Span)
	}
	if _, ok := r.Variable(); ok || r.Root() != "widgets" {
		t.Errorf("%s is a variable", r.Reference)
	}
}

func TestVariables(t *testing.T) {
	f := parse(t, templated)
	var got []string
	for _, v := range f.Variables() {
		got = append(got, fmt.Sprintf("%s %d/%d", v.Key, len(v.Writes), len(v.Reads)))
	}
	want := "count 1/4, name_{{trigger.call.From}} 1/0, unread 1/1, expected 0/1, a 0/1, deep 0/1"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("variables (writes/reads) are %s, want %s", s, want)
	}
	if any := f.ReadsOfAny(); len(any) != 1 || any[0].Reference.String() != "flow.variables[…]" {
		t.Errorf("reads of any variable: %v", any)
	}
	count := f.Variable("count")
	if w := count.Writes[0]; w.Widget.Name != "set" || w.Key.Text() != "count" || !w.Value.IsString() {
		t.Errorf("count is written by %+v", w)
	}
	if f.Variable("Count") != nil || f.Variable("never") != nil || f.Variable("label") != nil {
		t.Error("a variable that is not read")
	}
	if n := len(f.Writes(f.Widget("set"))); n != 3 {
		t.Errorf("set writes %d variables, want 3", n)
	}
}
