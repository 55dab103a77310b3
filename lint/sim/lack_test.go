package sim

import (
	"strings"
	"testing"

	"studiolint/lint/flow"
	"studiolint/lint/liquid/eval"
	"studiolint/schemas"
)

// What somebody gives counts from the visit on at which it was stored, and the execution goes
// the same way up to where it lacked it.
func TestGiven(t *testing.T) {
	const dial = "connect-call-to"
	reply := Reaction{By: schemas.ByReply, Text: "yes"}
	for _, c := range []struct {
		name, states string
		start        Start
		reactions    []Reaction
		lacks        string
		want         string
	}{
		{"what a widget stores", state("first", dial, ``, "callCompleted=s") + "," + state("s", parts, `"input": "{{widgets.first.DialCallStatus}}"`, "noMatch=", "match=b equal_to busy") + "," +
			state("b", say, `"say": "{{widgets.first.DialCallStatus}}"`, "audioComplete="),
			Start{}, []Reaction{{}}, "first DialCallStatus", "Trigger first s b:busy waits"},
		{"what an earlier visit stored", state("first", dial, ``, "callCompleted=k") + "," +
			state("k", sets, `"variables": [{"key": "a", "value": "{{flow.variables.b}}"}, {"key": "b", "value": "{{widgets.first.DialCallStatus}}"}]`, "next=s") + "," +
			state("s", parts, `"input": "{{flow.variables.a}}"`, "noMatch=", "match=first equal_to none", "match=b equal_to busy") + "," +
			state("b", say, `"say": "{{flow.variables.a}}, {{flow.variables.b}}"`, "audioComplete="),
			Start{Variables: map[string]eval.Value{"b": eval.Text("none")}}, []Reaction{{}, {}}, "first DialCallStatus", "Trigger first k s first k s b:{{flow.variables.a}}, {{flow.variables.b}} waits"},
		{"a member", state("first", asks, `"body": "?"`, "incomingMessage=s") + "," + state("s", parts, `"input": "{{widgets.first.inbound.MessageSid}}"`, "noMatch=", "match=b equal_to busy") + "," +
			state("b", "send-message", `"body": "{{widgets.first.inbound.Body}} {{widgets.first.inbound.MessageSid}}"`, "sent="),
			Start{Event: "incomingMessage"}, []Reaction{reply}, "first inbound.MessageSid", "Trigger first:? s b:yes busy waits"},
		{"its length", state("first", "run-subflow", ``, "completed=s") + "," + state("s", parts, `"input": "{{widgets.first.x.y.size}}"`, "noMatch=b", "match= equal_to 0") + "," +
			state("b", say, `"say": "{{widgets.first.x.y}}"`, "audioComplete="),
			Start{}, []Reaction{{}}, "first x.y", "Trigger first s b:busy waits"},
		{"in a condition of Liquid", state("first", dial, ``, "callCompleted=s") + "," +
			state("s", parts, `"input": "{% if widgets.first.DialCallStatus == 'busy' %}1{% endif %}"`, "noMatch=", "match=b equal_to 1") + "," + state("b", say, `"say": "B"`, "audioComplete="),
			Start{}, []Reaction{{}}, "first DialCallStatus", "Trigger first s b:B waits"},
		{"what it was started with", state("first", parts, `"input": "{{trigger.call.FromState}}"`, "noMatch=", "match=b equal_to busy") + "," +
			state("b", say, `"say": "{{trigger.call.FromState}}"`, "audioComplete="),
			Start{}, nil, "Trigger trigger.call.FromState", "Trigger first b:busy waits"},
		{"what stands beside the parameters", state("first", parts, `"input": "{{trigger.request.other}}"`, "noMatch=", "match= equal_to x"), Start{Event: "incomingRequest"}, nil, "", ""},
		{"what is not documented", state("first", parts, `"input": "{{flow.flow_sid}}"`, "noMatch=", "match= equal_to x"), Start{}, nil, "", ""},
	} {
		if c.start.Event == "" {
			c.start.Event = "incomingCall"
		}
		x := Begin(program(t, c.states), c.start)
		for _, r := range c.reactions {
			if err := x.Leave(r); err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
		}
		if x.End() == nil || x.End().Kind != Undetermined {
			t.Errorf("%s: %s", c.name, trace(x))
			continue
		}
		l, before := x.End().Lack, trace(x)
		if l == nil {
			if c.lacks != "" {
				t.Errorf("%s: nothing is lacking: %s", c.name, before)
			}
			continue
		}
		if got := x.Lacking(l).Name + " " + strings.Join(l.Path(), "."); got != c.lacks {
			t.Errorf("%s: %s is lacking", c.name, got)
		}
		next, err := x.Given(l, eval.Text("busy"))
		if err != nil || trace(next) != c.want {
			t.Errorf("%s: %s, %v", c.name, trace(next), err)
		}
		if trace(x) != before {
			t.Errorf("%s: the execution was changed: %s", c.name, trace(x))
		}
	}
}

// An answer to a request comes whole, and leaves the widget as it was left.
func TestAnswered(t *testing.T) {
	p := program(t, state("first", fetch, `"url": "u"`, "success=s", "failed=")+","+
		state("s", parts, `"input": "{{widgets.first.parsed.a}}"`, "noMatch=", "match=b equal_to 1")+","+state("b", say, `"say": "{{widgets.first.status_code}}"`, "audioComplete="))
	x := Begin(p, Start{Event: "incomingCall"})
	if err := x.Leave(Reaction{Event: "success"}); err != nil {
		t.Fatal(err)
	}
	l := x.End().Lack
	if l == nil || !l.Answers() {
		t.Fatal(trace(x))
	}
	if next, err := x.Answered(l, &Response{Status: 500, Type: jsonType, Body: "{}"}); err == nil {
		t.Error(trace(next))
	}
	next, err := x.Answered(l, &Response{Status: 201, Type: jsonType, Body: `{"a": 1}`})
	if err != nil || trace(next) != "Trigger first s b:201 waits" {
		t.Errorf("%s, %v", trace(next), err)
	}
}

// In a subflow the way is gone again through the flow that runs it.
func TestGivenInSubflow(t *testing.T) {
	child := program(t, state("first", "connect-call-to", ``, "callCompleted=s")+","+
		state("s", parts, `"input": "{{widgets.first.DialCallStatus}}"`, "noMatch=", "match=b equal_to busy")+","+state("b", say, `"say": "B"`, "audioComplete="))
	p := program(t, state("first", "run-subflow", ``, "completed=e")+","+state("e", say, `"say": "E"`, "audioComplete="))
	x := Begin(p, Start{Event: "incomingCall", Subflow: func(*flow.Widget) *Program { return child }})
	if err := x.Leave(Reaction{}); err != nil {
		t.Fatal(err)
	}
	next, err := x.Given(x.End().Lack, eval.Text("busy"))
	if err != nil || next.Leave(Reaction{}) != nil || trace(next) != "Trigger first first/Trigger first/first first/s first/b:B e:E waits" {
		t.Errorf("%s, %v", trace(next), err)
	}
}
