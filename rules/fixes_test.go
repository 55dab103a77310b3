package rules

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"studiolint/lint/finding"
	"studiolint/lint/fix"
	"studiolint/lint/source"
)

// wrappings are how people send a definition as text, and where it stands then.
var wrappings = []struct {
	name   string
	wrap   func(definition string) string
	unwrap func(text []byte) string
}{
	{"a JSON request", func(d string) string {
		text, _ := json.Marshal(map[string]string{"FriendlyName": "x", "Status": "draft", "Definition": d})
		return string(text)
	}, func(text []byte) string { return source.Parse("", text).Root().Get("Definition").Text() }},
	{"a form", func(d string) string { return "FriendlyName=x&Status=draft&Definition=" + url.QueryEscape(d) },
		func(text []byte) string { return source.ParseForm("", text).Root().Get("Definition").Text() }},
	{"a list of requests", func(d string) string {
		text, _ := json.MarshalIndent([]any{map[string]string{"FriendlyName": "é", "Status": "draft", "Definition": d}}, "", "\t")
		return string(text)
	}, func(text []byte) string { return source.Parse("", text).Root().At(0).Get("Definition").Text() }},
}

// A fix in a definition that is a text within a request does there what it does
// in the definition alone: the edits are made in the bytes, and the result is
// read again.
func TestFixesInside(t *testing.T) {
	t.Parallel()
	mended := 0
	for _, a := range archives(t) {
		for _, f := range a.Files {
			if !strings.HasPrefix(f.Name, "bad") || !source.Parse("", f.Data).Root().Get("states").IsArray() {
				continue
			}
			definition := string(f.Data)
			want := string(mend(t, definition))
			if want == "" {
				continue
			}
			mended++
			for _, w := range wrappings {
				if got := w.unwrap(mend(t, w.wrap(definition))); got != want {
					t.Errorf("%s, %s in %s:\ngot  %s\nwant %s", a.name, f.Name, w.name, got, want)
				}
			}
		}
	}
	if mended == 0 {
		t.Error("no definition has a fix")
	}
}

// mend makes all fixes, and returns nil when there are none.
func mend(t *testing.T, text string) []byte {
	t.Helper()
	var fixes []finding.Fix
	for _, d := range lintText("flow.json", []byte(text)).Diagnostics {
		fixes = append(fixes, d.Fixes...)
	}
	changed, _ := fix.Apply(fixes)
	if len(changed) == 0 {
		return nil
	}
	return changed[0].Text
}
