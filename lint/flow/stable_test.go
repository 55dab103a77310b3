package flow

import (
	"testing"

	"studiolint/lint/source"
)

// A path names what it leads to, so that it stays when widgets move.
func TestStablePath(t *testing.T) {
	root := source.Parse("flow.json", []byte(`{"states": [{"name": "menu", "transitions": [{"event": "match", "next": "a"}, {"event": "match", "next": "b"}]},
		{"properties": {"variables": [{"key": "tries", "value": "1"}, {"value": "2"}]}}]}`)).Root()
	for pointer, want := range map[string]string{
		"/states/0/transitions/1/next":           "states/menu/transitions/match#1/next",
		"/states/1/properties/variables/0/value": "states/1/properties/variables/tries/value",
		"/states/1/properties/variables/1/value": "states/1/properties/variables/1/value",
		"/states/0":                              "states/menu",
	} {
		n, ok := root.Lookup(pointer)
		if got := string(AppendStablePath(nil, n.Place())); !ok || got != want {
			t.Errorf("%s: %s, want %s", pointer, got, want)
		}
	}
}
