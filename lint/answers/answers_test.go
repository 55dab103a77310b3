package answers

import (
	"fmt"
	"strings"
	"testing"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/input"
)

// inside calls a function with the pass of a rule over a flow of these states.
func inside(t *testing.T, states string, f func(p *lint.Pass)) {
	t.Helper()
	text := `{"states": [{"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingCall", "next": "a"}], "properties": {}},` +
		states + `], "initial_state": "Trigger", "flags": {}}`
	called := false
	rule := &lint.Rule{
		Rule:  finding.Rule{ID: "probe", Title: "A probe", Group: finding.Paths, Severity: finding.Error},
		Check: func(p *lint.Pass) { called = true; f(p) },
	}
	for _, problem := range lint.Run([]input.Candidate{input.FromBytes("flow.json", []byte(text))}, lint.Options{Rules: []*lint.Rule{rule}}).Problems {
		t.Error(problem)
	}
	if !called {
		t.Errorf("no flow: %s", text)
	}
}

func gather(name, keypress string) string {
	return fmt.Sprintf(`{"name": %q, "type": "gather-input-on-call", "transitions": [{"event": "keypress", "next": %q}], "properties": {"say": "Press 1 or 2."}}`, name, keypress)
}

func branch(name, tests, match, otherwise string) string {
	return fmt.Sprintf(`{"name": %q, "type": "split-based-on", "transitions": [{"event": "noMatch", "next": %[4]q}, {"event": "match", "next": %[3]q,
		"conditions": [{"type": "equal_to", "value": "1", "friendly_name": "", "arguments": ["{{%[2]s}}"]}]}], "properties": {"input": "{{%[2]s}}"}}`, name, tests, match, otherwise)
}

func say(name, text, next string) string {
	return fmt.Sprintf(`{"name": %q, "type": "say-play", "transitions": [{"event": "audioComplete", "next": %q}], "properties": {"say": %q}}`, name, next, text)
}

func TestUnread(t *testing.T) {
	for text, want := range map[string]bool{
		"Thank you.":                        true,
		"You pressed {{widgets.a.Digits}}.": false,
		"{{widgets.a}}":                     false,
		"{{widgets.a.Confidence}}":          false,
		"{{widgets.a.CallSid}}":             true,
		"{{widgets.b.Digits}}":              true,
		"{{widgets.c.Digits}}":              false,
		"{{widgets[x].Digits}}":             false,
		"{{flow.sid}}":                      false,
		"{{flow.flow_sid}}":                 true,
		"{{widgets.a.Digits":                false,
	} {
		inside(t, gather("a", "b")+","+say("b", text, ""), func(p *lint.Pass) {
			if got := Unread.Of(p)[1]; got != want {
				t.Errorf("%s: unread is %v", text, got)
			}
			if Unread.Of(p)[2] || Asks(p.Flow.Widgets[2]) {
				t.Errorf("%s: what asks nobody has no answer", text)
			}
		})
	}
}

func TestMisread(t *testing.T) {
	for name, c := range map[string]struct{ states, want string }{
		"its own answer":      {gather("a", "s") + "," + branch("s", "widgets.a.Digits", "", ""), ""},
		"an earlier answer":   {gather("a", "b") + "," + gather("b", "s") + "," + branch("s", "widgets.a.Digits", "", ""), "b"},
		"over what is said":   {gather("a", "b") + "," + gather("b", "c") + "," + say("c", "Thanks", "s") + "," + branch("s", "widgets.a.Digits", "", ""), "b"},
		"the later one read":  {gather("a", "b") + "," + gather("b", "s") + "," + branch("s", "widgets.a.Digits", "", "x") + "," + say("x", "{{widgets.b.Digits}}", ""), ""},
		"no answer":           {gather("a", "s") + "," + branch("s", "contact.channel.address", "", ""), ""},
		"the time":            {gather("a", "s") + "," + branch("s", "'now' | date: '%H'", "", ""), ""},
		"asked by two":        {gather("a", "s") + "," + branch("s", "widgets.a.Digits", "", "b") + "," + gather("b", "s"), "b"},
		"an unknown question": {gather("a", "b") + `,{"name": "b", "type": "ask", "transitions": [{"event": "keypress", "next": "s"}], "properties": {}},` + branch("s", "widgets.a.Digits", "", ""), ""},
	} {
		inside(t, c.states, func(p *lint.Pass) {
			var got []string
			for _, m := range Misread.Of(p) {
				got = append(got, m.Asked.From.Name)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("%s: %q, want %q", name, got, c.want)
			}
		})
	}
}

func TestMenus(t *testing.T) {
	menu := gather("a", "s") + "," + branch("s", "widgets.a.Digits", "x", "%s") + "," + say("x", "One.", "") + "," + say("again", "No.", "a")
	for otherwise, want := range map[string]bool{"a": true, "again": true, "x": false, "": false, "s": false} {
		inside(t, fmt.Sprintf(menu, otherwise), func(p *lint.Pass) {
			menus := Menus.Of(p)
			if len(menus) != 1 {
				t.Fatalf("%d menus", len(menus))
			}
			m := menus[0]
			if len(m.Offers) != 2 || !m.Fixed || len(m.Branches) != 1 || !m.Takes("1") || m.Takes("2") {
				t.Errorf("%+v", m)
			}
			if m.Again() != want {
				t.Errorf("%q: asked again is %v", otherwise, !want)
			}
		})
	}
	inside(t, gather("a", "s")+","+branch("s", "widgets.a.Digits | slice: 0", "", ""), func(p *lint.Pass) {
		if len(Menus.Of(p)) > 0 {
			t.Error("a part of the answer is no answer")
		}
	})
}
