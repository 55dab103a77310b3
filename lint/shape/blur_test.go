package shape

import (
	"fmt"
	"strings"
	"testing"

	"studiolint/lint"
	"studiolint/lint/flow"
)

// around is a call with a question, a split on its answer and two steps after it, one of which is
// given.
const around = `{"description": "d", "initial_state": "Trigger", "states": [
	{"name": "Trigger", "type": "trigger", "properties": {}, "transitions": [{"event": "incomingCall", "next": "ask"}]},
	{"name": "ask", "type": "gather-input-on-call", "properties": {"say": "Press 1."}, "transitions": [{"event": "keypress", "next": "split"}, {"event": "speech"}, {"event": "timeout"}]},
	{"name": "split", "type": "split-based-on", "properties": {"input": "{{widgets.ask.Digits}}"}, "transitions": [{"event": "noMatch"},
		{"event": "match", "next": "step", "conditions": [%s]}]},
	%s,
	{"name": "last", "type": "say-play", "properties": {"say": "Bye."}, "transitions": [{"event": "audioComplete"}]}
], "flags": {"allow_concurrent_calls": true}}`

// A fault hides what it is about, and nothing else.
func TestBlurs(t *testing.T) {
	const (
		condition = `{"friendly_name": "1", "arguments": ["{{widgets.ask.Digits}}"], "type": "equal_to", "value": "1"}`
		step      = `{"name": "step", "type": "say-play", "properties": {"say": "One."}, "transitions": [{"event": "audioComplete", "next": "last"}]}`
	)
	for _, c := range []struct{ name, condition, step, want string }{
		{"nothing is wrong", condition, step, ""},
		{"a text that is none", condition, strings.Replace(step, `"One."`, `7`, 1), "not clear: step; before last step; after ask step; may read ask step"},
		{"a property too many", condition, strings.Replace(step, `"say"`, `"play": "", "say"`, 1), ""},
		{"an unknown type", condition, strings.Replace(step, `say-play`, `brand-new`, 1), "not clear: step; before last step; after ask step; may set; may test"},
		{"a misspelt type", condition, strings.Replace(step, `say-play`, `say_play`, 1), ""},
		{"no type", condition, strings.Replace(step, `"type": "say-play", `, ``, 1), ""},
		{"a word for an event", condition, strings.Replace(step, `audioComplete`, `done`, 1), ""},
		{"an invented event that leads on", condition, strings.Replace(step, `audioComplete`, `onward`, 1), "not clear: step; before last step; after ask step"},
		{"an invented event that leads nowhere", condition, strings.Replace(step, `{"event"`, `{"event": "done"}, {"event"`, 1), ""},
		{"a link to nothing", condition, strings.Replace(step, `"last"`, `"nobody_at_all_knows"`, 1), "not clear: step; after ask step; may read ask step"},
		{"a misspelt link", condition, strings.Replace(step, `"last"`, `"Last"`, 1), ""},
		{"an operator that is none", strings.Replace(condition, `"equal_to"`, `7`, 1), step, "not clear: split; before last step; after ask; may test"},
		{"a misspelt operator", strings.Replace(condition, `equal_to`, `equalTo`, 1), step, ""},
		{"a misspelt member", strings.Replace(condition, `arguments`, `argument`, 1), step, ""},
		{"no label", strings.Replace(condition, `"friendly_name": "1", `, ``, 1), step, ""},
		{"no argument", strings.Replace(condition, `"arguments": ["{{widgets.ask.Digits}}"], `, ``, 1), step, "not clear: split; before last step; after ask; may test"},
		{"no condition", `7`, step, "not clear: split; before last step; after ask; may read ask; may test"},
	} {
		inside(t, fmt.Sprintf(around, c.condition, c.step), func(p *lint.Pass) {
			if got := told(p); got != c.want {
				t.Errorf("%s: %q, want %q", c.name, got, c.want)
			}
		})
	}
}

// told says what is not clear of three widgets of a flow.
func told(p *lint.Pass) string {
	some := func(words string, pass func(w *flow.Widget) bool, names ...string) string {
		var all []string
		for _, name := range names {
			if pass(p.Flow.Widget(name)) {
				all = append(all, name)
			}
		}
		if len(all) == 0 {
			return ""
		}
		return words + " " + strings.Join(all, " ")
	}
	whether := func(words string, is bool) string {
		if is {
			return words
		}
		return ""
	}
	var parts []string
	for _, part := range []string{
		some("not clear:", func(w *flow.Widget) bool { return !Clear(p, w) }, "ask", "last", "split", "step"),
		some("before", func(w *flow.Widget) bool { return !ClearBefore(p, w) }, "last", "step"),
		some("after", func(w *flow.Widget) bool { return !ClearAfter(p, w) }, "ask", "step"),
		some("may read", func(w *flow.Widget) bool { return MayRead(p, w) }, "ask", "step"),
		whether("may set", MaySet(p)), whether("may test", MayTest(p)),
	} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "; ")
}
