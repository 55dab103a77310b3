package shape

import (
	"fmt"
	"testing"

	"studiolint/lint"
)

const setting = `{"initial_state": "Trigger", "flags": {}, "states": [
	{"name": "Trigger", "type": "trigger", "properties": {}, "transitions": [{"event": "incomingMessage", "next": "call"}]},
	{"name": "call", "type": "set-variables", "properties": {"variables": [{"key": "a", "value": "1"}, {"key": "b", "value": "2"}]}, "transitions": [{"event": "next", "next": "text"}]},
	{"name": "text", "type": "set-variables", "properties": {"variables": [{"key": "a", "value": "1"}, {"key": "{{flow.sid}}", "value": "2"}]}, "transitions": [{"event": "next", "next": "slip"}]},
	{"name": "slip", "type": "set-variables", "properties": {"variables": [{"kye": "a", "value": "1"}]}, "transitions": [{"event": "next"}]}
]}`

// Which variables a widget sets, and whether these are all.
func TestSets(t *testing.T) {
	inside(t, setting, func(p *lint.Pass) {
		for name, want := range map[string]string{
			"Trigger": "[] all",
			"call":    "[a b] all",
			"text":    "[a] not all",
			"slip":    "[] not all, unread",
		} {
			set := Sets.Of(p)[p.Flow.Widget(name).Index]
			got := fmt.Sprint(set.Keys, " not all")
			if set.All {
				got = fmt.Sprint(set.Keys, " all")
			}
			if set.Unread {
				got += ", unread"
			}
			if got != want {
				t.Errorf("%s: %s, want %s", name, got, want)
			}
		}
		if !UnreadKeys.Of(p) {
			t.Error("all of the flow is read")
		}
	})
}
