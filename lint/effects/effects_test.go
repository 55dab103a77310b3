package effects

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// widget returns a flow of one widget, with properties as JSON.
func widget(t *testing.T, typ, properties string) (*flow.Flow, *flow.Widget) {
	t.Helper()
	file := source.Parse("flow.json", fmt.Appendf(nil, `{"initial_state": "w", "states": [{"name": "w", "type": %q, "properties": %s, "transitions": []}]}`, typ, properties))
	f := flow.New(file.Root(), schemas.Catalogue{})
	if len(f.Widgets) != 1 {
		t.Fatalf("%d widgets", len(f.Widgets))
	}
	return f, f.Widgets[0]
}

func TestActs(t *testing.T) {
	want := map[string]Act{
		"trigger": Begins, "set-variables": Sets, "split-based-on": Splits, "say-play": Tells, "send-message": Tells,
		"gather-input-on-call": Asks, "send-and-wait-for-reply": Asks, "record-voicemail": Asks, "make-outgoing-call-v2": Dials,
		"make-http-request": Requests, "run-function": Requests, "run-subflow": RunsFlow, "send-to-flex": HandsOver,
		"connect-call-to": HandsOver, "record-call": Works, "start-conversation": Works, "update-sync-object": Anything, "no-such-type": Anything,
	}
	for typ, act := range want {
		if _, w := widget(t, typ, "{}"); ActOf(w) != act {
			t.Errorf("%s: %d, want %d", typ, ActOf(w), act)
		}
	}
}

// Each type of the catalogue whose events are known says how an execution leaves it: by
// itself, by what a person does, by conditions, or as its author says.
func TestEveryTypeIsLeft(t *testing.T) {
	for _, typ := range schemas.Types() {
		_, w := widget(t, typ, "{}")
		usual, answered := Usual(w), false
		for _, by := range []schemas.Cause{schemas.ByKeys, schemas.BySpeech, schemas.ByReply, schemas.ByRecording} {
			answered = answered || Raised(w, by) != nil
		}
		switch act := ActOf(w); {
		case act == Anything, act == Begins, act == Splits:
			if usual != nil || answered {
				t.Errorf("%s is left by %v", typ, usual)
			}
		case act == Asks:
			if usual != nil {
				t.Errorf("%s asks, and is left by %v", typ, usual)
			}
			if _, known := Waits(w); known != (w.Facts.Waits != "" && w.Facts.Property(w.Facts.Waits).Default != "") {
				t.Errorf("%s: how long it waits is known: %v", typ, known)
			}
		case usual == nil || answered:
			t.Errorf("%s is left by %v, answered %v", typ, usual, answered)
		}
	}
}

func TestHearers(t *testing.T) {
	for _, c := range []struct {
		typ, properties string
		want            Hearer
	}{
		{"say-play", `{"say": "Hello"}`, Contact},
		{"set-variables", `{}`, Nobody},
		{"make-http-request", `{}`, Nobody},
		{"no-such-type", `{}`, Unknown},
		{"send-message", `{"body": "x"}`, Contact},
		{"send-message", `{"body": "x", "to": ""}`, Contact},
		{"send-message", `{"body": "x", "to": "{{contact.channel.address}}"}`, Contact},
		{"send-message", `{"body": "x", "to": " {{trigger.message.From}} "}`, Contact},
		{"send-message", `{"body": "x", "to": "{{trigger.call.From}}"}`, Contact},
		{"send-message", `{"body": "x", "to": "+15005550006"}`, SomebodyElse},
		{"send-message", `{"body": "x", "to": "whatsapp:+15005550006"}`, SomebodyElse},
		{"send-message", `{"body": "x", "to": "{{flow.variables.staff}}"}`, Unknown},
		{"send-message", `{"body": "x", "to": "{{flow.data.to}}"}`, Unknown},
		{"send-message", `{"body": "x", "to": "+1{{contact.channel.address}}{{x}}"}`, Unknown},
		{"send-message", `{"body": "x", "to": "YOUR_NUMBER"}`, Unknown},
		{"send-message", `{"body": "x", "to": 7}`, Unknown},
		{"send-and-wait-for-reply", `{"body": "x"}`, Contact},
		{"send-to-flex", `{}`, Contact},
	} {
		f, w := widget(t, c.typ, c.properties)
		if got := HeardBy(f, w); got != c.want {
			t.Errorf("%s %s: %d, want %d", c.typ, c.properties, got, c.want)
		}
	}
}

func TestSays(t *testing.T) {
	_, w := widget(t, "gather-input-on-call", `{"play": "https://example.com/a.mp3", "say": "Press 1", "timeout": 5}`)
	var said []string
	for _, n := range Says(w) {
		said = append(said, n.Key())
	}
	if got := strings.Join(said, " "); got != "say play" || Prompt(w).Key() != "say" {
		t.Errorf("it says %s, prompt %s", got, Prompt(w).Key())
	}
	if _, w := widget(t, "say-play", `{"play": "https://example.com/a.mp3", "say": " "}`); Prompt(w).Exists() || len(Says(w)) != 1 {
		t.Error("a recording is no prompt")
	}
}

func TestWaits(t *testing.T) {
	for _, c := range []struct {
		typ, properties string
		want            int
		known           bool
	}{
		{"gather-input-on-call", `{}`, 5, true},
		{"gather-input-on-call", `{"timeout": 12}`, 12, true},
		{"send-and-wait-for-reply", `{"timeout": "8"}`, 8, true},
		{"send-and-wait-for-reply", `{"timeout": ""}`, 3600, true},
		{"send-and-wait-for-reply", `{"timeout": "{{flow.variables.wait}}"}`, 0, false},
		{"send-and-wait-for-reply", `{"timeout": []}`, 0, false},
		{"say-play", `{"timeout": 5}`, 0, false},
	} {
		if _, w := widget(t, c.typ, c.properties); true {
			if got, known := Waits(w); got != c.want || known != c.known {
				t.Errorf("%s %s: %d, %v", c.typ, c.properties, got, known)
			}
		}
	}
}

func TestStores(t *testing.T) {
	for _, c := range []struct{ typ, properties, event, has, hasNot string }{
		{"gather-input-on-call", `{}`, "keypress", "Digits CallSid", "SpeechResult"},
		{"gather-input-on-call", `{}`, "timeout", "CallSid", "Digits SpeechResult"},
		{"send-and-wait-for-reply", `{}`, "incomingMessage", "inbound outbound", ""},
		{"send-and-wait-for-reply", `{}`, "timeout", "outbound", "inbound"},
		{"make-outgoing-call-v2", `{}`, "answered", "CallSid", "AnsweredBy"},
		{"make-outgoing-call-v2", `{"detect_answering_machine": true}`, "answered", "AnsweredBy", ""},
		{"make-outgoing-call-v2", `{"detect_answering_machine": "${DETECT}"}`, "answered", "AnsweredBy", ""},
		{"make-outgoing-call-v2", `{}`, "failed", "", "CallSid"},
		{"make-http-request", `{}`, "failed", "status_code", ""},
	} {
		_, w := widget(t, c.typ, c.properties)
		var stored []string
		for _, v := range Stores(w, c.event) {
			stored = append(stored, v.Name)
		}
		for _, name := range strings.Fields(c.has) {
			if !slices.Contains(stored, name) {
				t.Errorf("%s %s on %s does not store %s", c.typ, c.properties, c.event, name)
			}
		}
		for _, name := range strings.Fields(c.hasNot) {
			if slices.Contains(stored, name) {
				t.Errorf("%s %s on %s stores %s", c.typ, c.properties, c.event, name)
			}
		}
	}
	_, w := widget(t, "send-and-wait-for-reply", "{}")
	if got := StorageOf(w, "inbound").Events(w); !slices.Equal(got, []string{"incomingMessage"}) {
		t.Errorf("inbound is stored on %v", got)
	}
	if s := StorageOf(w, "outbound"); !s.Always() || len(s.Events(w)) != 3 {
		t.Errorf("outbound is stored on %v", s.Events(w))
	}
	if got := AnswerOn(w, "incomingMessage"); got != "inbound.Body" {
		t.Errorf("the answer is %q", got)
	}
	if got := AnswerOn(w, "timeout"); got != "" {
		t.Errorf("an answer on a timeout: %q", got)
	}
	if v := w.Facts.Outputs.Key("inbound"); !IsAnswer(w, v) || IsAnswer(w, w.Facts.Outputs.Key("outbound")) {
		t.Error("the answer is what only an answer fills")
	}
}
