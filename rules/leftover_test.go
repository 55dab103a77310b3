package rules

import (
	"strings"
	"testing"
)

// A name that a deployment step should have filled in is reported by placeholder, or
// else by unknown-variable, and never by both.
func TestLeftover(t *testing.T) {
	for text, want := range map[string]string{
		"{{LAMBDA_URL}}":                  "placeholder",
		" {{ LAMBDA_URL }} ":              "placeholder",
		"https://{{SERVERLESS_DOMAIN}}/x": "placeholder",
		"{{DOMAIN}}":                      "placeholder",
		"{{DOMAIN}}/x":                    "unknown-variable",
		"Hello {{NAME}}":                  "unknown-variable",
		"{{AB}}":                          "unknown-variable",
		"{{LAMBDA_URL | strip}}":          "unknown-variable",
		"{{LAMBDA_URL.x}}":                "unknown-variable",
		"{% if LAMBDA_URL %}x{% endif %}": "unknown-variable",
		"{{lambda_url}}":                  "unknown-variable",
	} {
		data := strings.Replace(string(hostileFlow("{{flow.sid}}")), `"body":"{{flow.sid}}"`, `"body":`+quoteJSON(text), 1)
		r := lintFlow(t, []byte(data), "placeholder", "unknown-variable")
		var got []string
		for _, d := range r.Diagnostics {
			got = append(got, d.Rule.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s is reported by %q, want %q", text, got, want)
		}
	}
}
