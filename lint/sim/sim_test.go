package sim

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"studiolint/lint/flow"
	"studiolint/lint/liquid/eval"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// program compiles a flow whose trigger leads from incomingCall, incomingMessage and
// incomingRequest to the first of some states.
func program(t *testing.T, states string) *Program {
	t.Helper()
	text := fmt.Sprintf(`{"initial_state": "Trigger", "states": [
		{"name": "Trigger", "type": "trigger", "properties": {}, "transitions": [
			{"event": "incomingCall", "next": "first"}, {"event": "incomingMessage", "next": "first"},
			{"event": "incomingRequest", "next": "first"}, {"event": "incomingParent", "next": "first"}]}, %s]}`, states)
	file := source.Parse("flow.json", []byte(text))
	if file.Syntax != nil {
		t.Fatal(file.Syntax)
	}
	return Compile(flow.New(file.Root(), schemas.Catalogue{}), "flow.json")
}

// state writes a state; transitions are "event=next", a match with its condition after it:
// "match=next equal_to yes".
func state(name, typ, properties string, transitions ...string) string {
	var list []string
	var in struct{ input string }
	if _, rest, ok := strings.Cut(properties, `"input": "`); ok {
		in.input, _, _ = strings.Cut(rest, `"`)
	}
	for _, t := range transitions {
		event, next, _ := strings.Cut(t, "=")
		next, condition, branch := strings.Cut(next, " ")
		one := fmt.Sprintf(`{"event": %q`, event)
		if next != "" {
			one += fmt.Sprintf(`, "next": %q`, next)
		}
		if branch {
			operator, value, _ := strings.Cut(condition, " ")
			one += fmt.Sprintf(`, "conditions": [{"friendly_name": "x", "arguments": [%q], "type": %q, "value": %q}]`, in.input, operator, value)
		}
		list = append(list, one+"}")
	}
	return fmt.Sprintf(`{"name": %q, "type": %q, "properties": {%s}, "transitions": [%s]}`, name, typ, properties, strings.Join(list, ","))
}

const (
	menu  = "gather-input-on-call"
	say   = "say-play"
	sets  = "set-variables"
	parts = "split-based-on"
	asks  = "send-and-wait-for-reply"
	fetch = "make-http-request"
)

// trace writes the visits of an execution: "Trigger first:said".
func trace(x *Execution) string {
	var parts []string
	for _, v := range x.Visits() {
		text := v.Name
		for _, s := range v.Said {
			text += ":" + s.Text
		}
		parts = append(parts, text)
	}
	switch end := x.End(); {
	case end == nil:
		parts = append(parts, "waits")
	case end.Kind == Undetermined:
		parts = append(parts, "undetermined: "+end.Reason)
	default:
		parts = append(parts, string(end.Kind)+" "+end.Event+end.Limit)
	}
	return strings.Join(parts, " ")
}

func TestExecutions(t *testing.T) {
	keys := func(text string) Reaction { return Reaction{By: schemas.ByKeys, Text: text} }
	json := func(status int, body string) Reaction {
		return Reaction{Response: &Response{Status: status, Type: "application/json; charset=utf-8", Body: body}}
	}
	for _, c := range []struct {
		name, states string
		start        Start
		reactions    []Reaction
		want         string
	}{
		{"the first branch that holds", state("first", menu, `"say": "Hi"`, "keypress=s", "timeout=", "speech=") + "," +
			state("s", parts, `"input": "{{widgets.first.Digits}}"`, "noMatch=c", "match=a equal_to 1", "match=b starts_with 1") + "," +
			state("a", say, `"say": "A"`, "audioComplete=") + "," + state("b", say, `"say": "B"`, "audioComplete=") + "," + state("c", say, `"say": "C"`, "audioComplete="),
			Start{}, []Reaction{keys("12"), {}}, "Trigger first:Hi s b:B ended audioComplete"},
		{"an event without a transition", state("first", menu, `"say": "Hi"`, "keypress=", "speech="),
			Start{}, []Reaction{{By: schemas.BySilence}}, "Trigger first:Hi stuck timeout"},
		{"a split without noMatch", state("first", parts, `"input": "{{flow.variables.x}}"`, "match=first equal_to 1"),
			Start{}, nil, "Trigger first stuck noMatch"},
		{"ten times in a row", state("first", menu, `"say": ""`, "keypress=first", "timeout=first"),
			Start{}, []Reaction{keys("1"), keys("1"), keys("1"), keys("1"), keys("1"), keys("1"), keys("1"), keys("1"), keys("1"), keys("1")},
			"Trigger" + strings.Repeat(" first", 10) + " limit keypressvisits"},
		{"a variable counts", state("first", sets, `"variables": [{"key": "n", "value": "{{flow.variables.n | plus: 1}}"}]`, "next=s") + "," +
			state("s", parts, `"input": "{{flow.variables.n}}"`, "noMatch=first", "match=e greater_than 2") + "," + state("e", say, `"say": "{{widgets.first.n}}"`, "audioComplete="),
			Start{Variables: map[string]eval.Value{"n": eval.Text("1")}}, []Reaction{{}}, "Trigger first s first s e:3 ended audioComplete"},
		{"what is missing is blank", state("first", say, `"say": "a{{widgets.nobody.x}}{{widgets.first.Digits}}b"`, "audioComplete="),
			Start{}, []Reaction{{}}, "Trigger first:ab ended audioComplete"},
		{"a reply", state("first", asks, `"body": "Name?"`, "incomingMessage=b", "timeout=", "deliveryFailure=") + "," +
			state("b", "send-message", `"body": "{{widgets.first.inbound.Body}} {{widgets.first.inbound.NumMedia}} {{widgets.first.outbound.Body}} {{widgets.first.inbound.From}}"`, "sent=", "failed="),
			Start{Event: "incomingMessage", Contact: "+15005550010"}, []Reaction{{By: schemas.ByReply, Text: "Ann"}, {}}, "Trigger first:Name? b:Ann 0 Name? +15005550010 ended sent"},
		{"an answer to a request", state("first", fetch, `"url": "https://example.com/{{contact.channel.address}}", "method": "GET"`, "success=b", "failed=") + "," +
			state("b", say, `"say": "{{widgets.first.parsed.a.b}} {{widgets.first.status_code}} {{widgets.first.parsed.c}}"`, "audioComplete="),
			Start{Contact: "x"}, []Reaction{json(201, `{"a": {"b": 7}}`), {}}, "Trigger first b:7 201  ended audioComplete"},
		{"a list at the top is not parsed", state("first", fetch, `"url": "u"`, "success=b", "failed=") + "," + state("b", say, `"say": "<{{widgets.first.parsed}}>"`, "audioComplete="),
			Start{}, []Reaction{json(200, `[1]`), {}}, "Trigger first b:<> ended audioComplete"},
		{"a status of 400", state("first", fetch, `"url": "u"`, "success=", "failed=b") + "," + state("b", say, `"say": "{{widgets.first.body}}"`, "audioComplete="),
			Start{}, []Reaction{json(404, `no`), {}}, "Trigger first b:no ended audioComplete"},
		{"what an earlier visit stored", state("first", menu, `"say": "?"`, "keypress=first", "timeout=s", "speech=") + "," +
			state("s", parts, `"input": "{{widgets.first.Digits}}"`, "noMatch=", "match= equal_to 1"),
			Start{}, []Reaction{keys("1"), {By: schemas.BySilence}}, "Trigger first:? first:? s undetermined: whether branch 1 holds is not known: whether first keeps what an earlier visit stored as Digits is not documented"},
		{"no call", state("first", say, `"say": "?"`, "audioComplete="), Start{Event: "incomingMessage"}, nil,
			"Trigger first:? undetermined: the widget needs a live call, which this execution has not (81020)"},
		{"a call is made", state("first", "make-outgoing-call-v2", `"from": "1", "to": "2"`, "answered=b", "busy=", "noAnswer=", "failed=") + "," + state("b", say, `"say": "?"`, "audioComplete="),
			Start{Event: "incomingRequest"}, []Reaction{{By: schemas.ByPickUp}, {}}, "Trigger first b:? ended audioComplete"},
		{"the caller hangs up", state("first", menu, `"say": "?"`, "keypress=", "timeout=", "speech="), Start{}, []Reaction{{By: schemas.ByHangUp}}, "Trigger first:? ended hang-up"},
		{"parameters", state("first", say, `"say": "{{flow.data.a}} {{trigger.request.parameters.a}} {{flow.data.b}}"`, "audioComplete=") + "," + state("x", parts, `"input": "x"`),
			Start{Event: "incomingRequest", Data: eval.Object([]string{"a"}, []eval.Value{eval.Text("A")})}, nil, "Trigger first:A A  undetermined: the widget needs a live call, which this execution has not (81020)"},
		{"a type that nobody knows", state("first", "new-thing", ``, "done=b", "went-wrong=") + "," + state("b", say, `"say": "{{widgets.first.x}}"`, "audioComplete="),
			Start{}, []Reaction{{Event: "done"}, {}}, "Trigger first b:{{widgets.first.x}} ended audioComplete"},
		{"a widget that there is not", state("first", say, `"say": "a"`, "audioComplete=firts"), Start{}, []Reaction{{}},
			"Trigger first:a undetermined: audioComplete leads to firts, and there is no such widget: Twilio does not accept that"},
		{"16 KB", state("first", say, `"say": "{% for i in (1..15) %}{% for j in (1..15) %}{% for k in (1..15) %}123456{% endfor %}{% endfor %}{% endfor %}"`, "audioComplete="),
			Start{}, []Reaction{{}}, ""},
		{"input and argument differ", state("first", parts, `"input": "yes"`, "noMatch=", "match= equal_to yes"), Start{}, nil, "Trigger first ended match"},
	} {
		if c.start.Event == "" {
			c.start.Event = "incomingCall"
		}
		x := Begin(program(t, c.states), c.start)
		for i, r := range c.reactions {
			if x.End() != nil {
				t.Errorf("%s: it has ended before reaction %d: %s", c.name, i, trace(x))
				break
			}
			if err := x.Leave(r); err != nil {
				t.Errorf("%s: reaction %d: %v", c.name, i, err)
			}
		}
		if got := trace(x); got != c.want && c.want != "" {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
		if c.want == "" && !strings.Contains(x.Visits()[1].Said[0].Why, "16384") {
			t.Errorf("%s: %q", c.name, x.Visits()[1].Said[0].Why)
		}
	}
}

// An execution that is cloned goes its own way.
func TestClone(t *testing.T) {
	p := program(t, state("first", menu, `"say": "Hi"`, "keypress=s", "timeout=", "speech=")+","+
		state("s", sets, `"variables": [{"key": "k", "value": "{{widgets.first.Digits}}"}]`, "next=b")+","+state("b", say, `"say": "{{flow.variables.k}}"`, "audioComplete="))
	x := Begin(p, Start{Event: "incomingCall"})
	before := trace(x)
	for _, text := range []string{"1", "2"} {
		c := x.Clone()
		if err := c.Leave(Reaction{By: schemas.ByKeys, Text: text}); err != nil {
			t.Fatal(err)
		}
		if got := trace(c); got != "Trigger first:Hi s b:"+text+" waits" {
			t.Error(got)
		}
	}
	if got := trace(x); got != before || len(x.Variables()) != 0 {
		t.Errorf("%s, before %s", got, before)
	}
}

// A steps limit ends what goes round without anybody.
func TestStepsLimit(t *testing.T) {
	p := program(t, state("first", parts, `"input": "a"`, "noMatch=second", "match=first equal_to b")+","+state("second", sets, `"variables": []`, "next=first"))
	x := Begin(p, Start{Event: "incomingCall"})
	if end := x.End(); end == nil || end.Limit != "steps" || len(x.Visits()) != 1000 {
		t.Errorf("%v after %d visits", x.End(), len(x.Visits()))
	}
}

func TestSubflow(t *testing.T) {
	child := program(t, state("first", sets, `"variables": [{"key": "k", "value": "{{trigger.parent.parameters.p}}!"}]`, "next=b")+","+
		state("b", parts, `"input": "{{flow.variables.k}}{{trigger.call.From}}"`, "noMatch="))
	p := program(t, state("first", "run-subflow", `"flow_sid": "FW1", "parameters": [{"key": "p", "value": "{{contact.channel.address}}"}]`, "completed=b", "failed=")+","+
		state("b", say, `"say": "{{widgets.first.k}} {{flow.variables.k}}"`, "audioComplete="))
	x := Begin(p, Start{Event: "incomingCall", Contact: "+1", Subflow: func(w *flow.Widget) *Program { return child }})
	if got := trace(x); got != "Trigger first first/Trigger first/first first/b b:+1!  waits" {
		t.Error(got)
	}
	x = Begin(p, Start{Event: "incomingCall"})
	if got := trace(x); got != "Trigger first waits" {
		t.Error(got)
	}
}

// Dates are those of Los Angeles, with its summer time, whatever the machine knows of zones.
func TestClock(t *testing.T) {
	p := program(t, state("first", asks, `"body": "{{ 'now' | date: '%H:%M %z' }}", "timeout": "7200"`, "incomingMessage=", "timeout=first", "deliveryFailure="))
	for day, want := range map[string]string{"2026-03-02T09:00:00Z": "01:00 -0800 03:00 -0800", "2026-07-02T09:30:00+02:00": "00:30 -0700 02:30 -0700"} {
		now, err := time.Parse(time.RFC3339, day)
		if err != nil {
			t.Fatal(err)
		}
		x := Begin(p, Start{Event: "incomingMessage", Now: ClockOf(now)})
		if err := x.Leave(Reaction{By: schemas.BySilence}); err != nil {
			t.Fatal(err)
		}
		if got := x.Visits()[1].Said[0].Text + " " + x.Visits()[2].Said[0].Text; got != want {
			t.Errorf("%s: %s, want %s", day, got, want)
		}
	}
}

// What the flow reads of an answer and the answer does not have is noticed, once each.
func TestUnfaked(t *testing.T) {
	p := program(t, state("first", fetch, `"url": "u"`, "success=b", "failed=")+","+
		state("b", say, `"say": "{{widgets.first.parsed.x}}{{widgets.first.parsed.x}}{{widgets.first.parsed.y.z}}{{widgets.first.parsed.a}}"`, "audioComplete="))
	x := Begin(p, Start{Event: "incomingCall"})
	if err := x.Leave(Reaction{Response: &Response{Status: 200, Type: "application/json", Body: `{"a": 1}`}}); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(x.Unfaked()); got != "[{first parsed.x} {first parsed.y.z}]" {
		t.Error(got)
	}
}

// Every type of the catalogue can be executed, by each of its events.
func TestEveryType(t *testing.T) {
	for _, typ := range schemas.Types() {
		if typ == "trigger" || typ == parts {
			continue
		}
		w := schemas.Lookup(typ)
		for _, e := range w.Events {
			x := Begin(program(t, state("first", typ, ``, e.Name+"=")), Start{Event: "incomingCall"})
			if x.End() == nil {
				if err := x.Leave(Reaction{Event: e.Name}); err != nil {
					t.Errorf("%s on %s: %v", typ, e.Name, err)
				}
			}
			if end := x.End(); end == nil || end.Kind != Ended || end.Event != e.Name {
				t.Errorf("%s on %s: %s", typ, e.Name, trace(x))
			}
		}
	}
}
