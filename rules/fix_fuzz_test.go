package rules

import (
	"strings"
	"testing"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// FuzzFix mends whatever text: what was JSON still is, a second run changes nothing, and no
// widget has more errors than before.
func FuzzFix(f *testing.F) {
	for _, a := range archives(f) {
		for _, file := range a.Files {
			if strings.HasPrefix(file.Name, "bad") && len(file.Data) < 20_000 {
				f.Add(file.Data, strings.Contains(file.Name, ".tf"), false)
				f.Add(file.Data, strings.Contains(file.Name, ".tf"), true)
			}
		}
	}
	f.Add([]byte(unreadOutput), false, false)
	f.Fuzz(func(t *testing.T, text []byte, terraform, unsafe bool) {
		name := "flow.json"
		if terraform {
			name = "flow.tftpl"
		}
		after := mendText(t, name, text, unsafe).After[name]
		if after == nil {
			return
		}
		if !terraform && source.Parse("", text).Syntax == nil && source.Parse("", after).Syntax != nil {
			t.Errorf("no longer JSON: %q", after)
		}
		if out := mendText(t, name, after, unsafe); len(out.After) > 0 {
			t.Errorf("%q becomes %q, and in a second run %q", text, after, out.After[name])
		}
		before := lintText(name, text)
		if len(before.Problems) > 0 {
			return
		}
		had := map[string]int{}
		for _, d := range before.Diagnostics {
			if d.Rule.ID == "json-syntax" || d.Rule.ID == "template-syntax" {
				return // more can be seen now
			}
			if d.Severity == finding.Error {
				had[d.Widget]++
			}
		}
		for _, d := range lintText(name, after).Diagnostics {
			if d.Severity != finding.Error {
				continue
			}
			if had[d.Widget]--; had[d.Widget] < 0 {
				t.Errorf("an error more: %s [%s] in %q", d.Message, d.Rule.ID, after)
			}
		}
	})
}

// unreadOutput is a flow with an output that cannot be read after its filter: what is put
// in after its path changes nothing.
const unreadOutput = `{"initial_state": "Trigger", "states": [
	{"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingMessage", "next": "ask"}]},
	{"name": "ask", "type": "make-http-request", "properties": {"method": "GET", "url": "https://desk.example/tickets?of={{contact.channel.address | url_encode]}}"}}
]}`
