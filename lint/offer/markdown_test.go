package offer

import "testing"

func TestMarkdown(t *testing.T) {
	for text, want := range map[string]string{
		"**Menú**: pan":                         "**Menú**",
		"See **{{flow.variables.name}}**.":      "**{{flow.variables.name}}**",
		"*Menu* and ** stars ** and *****":      "",
		"****Sale****":                          "",
		"Look at [our page](https://a.example)": "[our page](https://a.example)",
		"Key [1](one)":                          "",
		"## Hours\nWe are open":                 "## Hours",
		"# 1 in town":                           "",
		"2**3":                                  "",
	} {
		start, end := Markdown(text)
		if got := text[start:end]; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
