package liquid

import "testing"

func TestBreaksLine(t *testing.T) {
	for text, want := range map[string]bool{
		"\n{{ a }}": true, "\n{{- a }}": false, "{{ a }}\n": true, "{{ a -}}\n": false, "{{ a }}": false,
		"{% assign b = a %}\n{{ b }}": true, "{% assign b = a -%}\n{{ b }}": false, "{% assign b = a %}{{ b }}": false,
	} {
		if got := BreaksLine(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if !BlankAfterTag("{% assign b = a %} {{ b }}") || BlankAfterTag("{% assign b = a %}{{ b }}") || BlankAfterTag("{% assign b = a %} {{- b }}") {
		t.Error("a blank after a tag")
	}
}
