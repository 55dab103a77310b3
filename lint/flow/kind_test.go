package flow

import (
	"fmt"
	"strings"
	"testing"
)

// What a type was meant to be that is missing, misspelt or invented.
func TestTypesMeant(t *testing.T) {
	const state = `{"initial_state": "w", "states": [{"name": "w", %s "properties": %s, "transitions": %s}]}`
	for _, c := range []struct{ kind, properties, transitions, want string }{
		{`"type": "say-play",`, `{}`, `[]`, "say-play, as written"},
		{`"type": "SayPlay",`, `{}`, `[]`, "say-play"},
		{`"type": "split-absed-on",`, `{}`, `[]`, "split-based-on"},
		{`"type": "make-outgoing-call",`, `{}`, `[{"event": "answered"}]`, "make-outgoing-call-v2"},
		{`"type": "gather-input",`, `{"say": "Press 1"}`, `[{"event": "digits"}, {"event": "noInput"}]`, "gather-input-on-call"},
		{`"type": "make-outgoing-connection",`, `{}`, `[{"event": "answered"}]`, "not known"}, // another raises that
		{`"type": "brand-new-widget",`, `{"say": "Hello"}`, `[{"event": "audioComplete"}]`, "not known"},
		{``, `{"say": "Hello"}`, `[{"event": "audioComplete"}]`, "say-play"},
		{`"type": 7,`, `{"input": "{{x}}"}`, `[{"event": "noMatch"}]`, "split-based-on"},
		{``, `{"say": "Hello"}`, `[{"event": "done"}]`, "not known"},
		{``, `{"say": "Hello", "method": "GET"}`, `[{"event": "audioComplete"}]`, "not known"},
		{``, `{}`, `[]`, "not known"},
	} {
		w := parse(t, fmt.Sprintf(state, c.kind, c.properties, c.transitions)).Widgets[0]
		got := "not known"
		if w.Facts.Known() {
			got = w.Facts.Type
			if !w.TypeGuessed {
				got += ", as written"
			}
		}
		if got != c.want {
			t.Errorf("%s %s %s: %s, want %s", c.kind, c.properties, c.transitions, got, c.want)
		}
	}
}

// A list of transitions that stands among the properties is read there.
func TestMovedTransitions(t *testing.T) {
	f := parse(t, `{"initial_state": "a", "states": [
		{"name": "a", "type": "say-play", "properties": {"say": "{{x}}", "transitions": [{"event": "audioComplete", "next": "b"}]}},
		{"name": "b", "type": "say-play", "properties": {}}]}`)
	a, b := f.Widgets[0], f.Widgets[1]
	if !a.Listed() || !b.Listed() || len(a.Transitions) != 1 || a.Transitions[0].To != b {
		t.Errorf("%d transitions", len(a.Transitions))
	}
	if n := len(f.Templates()); n != 1 {
		t.Errorf("%d templates", n)
	}
}

// A state at the end of a way may lack its list of transitions: it is known where it leads, to
// nothing, unless such a list may be lost, since something comes from nowhere or it is there to
// lead on.
func TestLeaves(t *testing.T) {
	const state = `{"initial_state": "a", "states": [
		{"name": "a", "type": "trigger", "properties": {}, "transitions": [{"event": "incomingCall", "next": "b"}]}, %s]}`
	for _, c := range []struct {
		states string
		want   bool
	}{
		{`{"name": "b", "type": "say-play", "properties": {}}`, true},
		{`{"name": "b", "type": "say-play", "properties": {}, "then": "c"}`, false},
		{`{"name": "b", "type": "run-function", "properties": {}}`, false},
		{`{"name": "b", "type": "say-play", "properties": {}}, {"name": "c", "type": "say-play", "properties": {}, "transitions": [{"event": "audioComplete", "next": "c"}]}`, false},
	} {
		if w := parse(t, fmt.Sprintf(state, c.states)).Widget("b"); w.Listed() != c.want || w.Incomplete == c.want {
			t.Errorf("%s: listed %v, incomplete %v", c.states, w.Listed(), w.Incomplete)
		}
	}
}

// What was meant by a condition whose members or operator are misspelt, beside what is written.
func TestConditionsMeant(t *testing.T) {
	for _, c := range []struct{ condition, want, written string }{
		{`{"friendly_name": "x", "arguments": ["{{x}}"], "type": "equal_to", "value": "1"}`, `equal_to 1 "1"`, `equal_to 1 "1"`},
		{`{"friendly_name": "x", "arguments": ["{{x}}"], "type": "equalTo", "value": "1"}`, `equal_to 1 "1"`, `equalTo 1 "1"`},
		{`{"friendly_name": "x", "argument": ["{{x}}"], "operator": "equal_to", "vlaue": "1"}`, `equal_to 1 "1"`, ` 0 ""`},
		{`{"friendly_name": "x", "arguments": ["{{x}}"], "type": "looks_like", "value": "1"}`, `looks_like 1 "1"`, `looks_like 1 "1"`},
		{`{"arguments": ["{{x}}"], "type": "is_blank"}`, `is_blank 1 ""`, `is_blank 1 ""`},
	} {
		f := parse(t, `{"initial_state": "s", "states": [{"name": "s", "type": "split-based-on", "properties": {}, "transitions": [
			{"event": "noMatch"}, {"event": "match", "conditions": [`+c.condition+`]}]}]}`)
		text := func(c Condition) string {
			return fmt.Sprintf("%s %d %q", c.Operator, c.Arguments.Len(), c.Value.Text())
		}
		condition := f.Widgets[0].Transitions[1].Conditions[0]
		if got := text(condition); got != c.want {
			t.Errorf("%s: %s, want %s", c.condition, got, c.want)
		}
		if got := text(condition.Written()); got != c.written || condition.Guessed != (c.want != c.written) {
			t.Errorf("%s: written %s, want %s", c.condition, got, c.written)
		}
	}
}

// Which event was meant by one that is missing or not known.
func TestEventsMeant(t *testing.T) {
	for _, c := range []struct{ kind, transitions, want string }{
		{"gather-input-on-call", `{"event": "keypress"}, {"event": "speech"}, {"event": "timeout"}`, "keypress speech timeout"},
		{"gather-input-on-call", `{"event": "Keypress"}, {"event": "speech"}, {"event": "timeout"}`, "(keypress) speech timeout"},
		{"gather-input-on-call", `{"next": "x"}, {"event": "speech"}, {"event": "timeout"}`, "(keypress) speech timeout"},
		{"gather-input-on-call", `{"next": "x"}, {"event": 7}, {"event": "timeout"}`, "? ? timeout"},
		{"gather-input-on-call", `{"event": "keypres"}, {"event": "keypress"}, {"event": "timeout"}`, "? keypress timeout"},
		{"split-based-on", `{"event": "default"}, {"event": "match"}, {"event": "Match"}`, "(noMatch) match (match)"},
		{"split-based-on", `{"event": "noMatch"}, {"conditions": [{}]}`, "noMatch (match)"},
		{"split-based-on", `{"event": "match"}, {"next": "x"}`, "match ?"},
		{"brand-new", `{"event": "match"}, {"next": "x"}`, "? ?"},
	} {
		f := parse(t, fmt.Sprintf(`{"initial_state": "w", "states": [{"name": "w", "type": %q, "properties": {}, "transitions": [%s]}]}`, c.kind, c.transitions))
		var got []string
		for _, t := range f.Widgets[0].Transitions {
			switch {
			case t.EventGuessed:
				got = append(got, "("+t.Raised()+")")
			case t.Facts.Known():
				got = append(got, t.Raised())
			default:
				got = append(got, "?")
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s %s: %s, want %s", c.kind, c.transitions, s, c.want)
		}
	}
}

// What is set under members whose names are misspelt.
func TestItemsMeant(t *testing.T) {
	f := parse(t, `{"initial_state": "w", "states": [{"name": "w", "type": "set-variables", "transitions": [], "properties": {"variables": [
		{"key": "a", "value": "1"}, {"kye": "b", "value": "2"}, {"name": "c", "vlaue": "3"}, {"value": "4"}, {"key": "e", "comment": "5"}]}}]}`)
	var got []string
	for _, write := range f.Writes(f.Widgets[0]) {
		got = append(got, write.Key.Text()+"="+write.Value.Text())
	}
	if s := strings.Join(got, " "); s != "a=1 b=2 c=3 e=" {
		t.Errorf("it sets %s", s)
	}
}
