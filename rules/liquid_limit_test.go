package rules

import (
	"strings"
	"testing"
)

func TestRenderedSize(t *testing.T) {
	const limit = 16384
	for _, test := range []struct {
		name, text string
		want       int
	}{
		{"at the limit", strings.Repeat("x", limit) + "{{flow.sid}}", 0},
		{"beyond it", strings.Repeat("x", limit+1) + "{{flow.sid}}", 1},
		{"bytes count", strings.Repeat("é", limit/2+1) + "{{flow.sid}}", 1},
		{"Liquid does not", strings.Repeat("x", limit) + "{{flow.variables." + strings.Repeat("y", 100) + "}}", 0},
		{"comments do not", strings.Repeat("x", limit) + "{% comment %}" + strings.Repeat("y", 100) + "{% endcomment %}", 0},
		{"one of two branches", "{% if flow.sid %}" + strings.Repeat("x", limit) + "{% else %}" + strings.Repeat("x", limit) + "{% endif %}", 0},
		{"in a loop", "{% for x in flow.data.x %}" + strings.Repeat("x", limit+1) + "{% endfor %}", 0},
		{"in each branch", "{% if flow.sid %}" + strings.Repeat("x", limit+1) + "{% else %}" + strings.Repeat("x", limit+1) + "{% endif %}", 1},
	} {
		data := hostileFlow("{{flow.sid}}")
		data = []byte(strings.Replace(string(data), `"body":"{{flow.sid}}"`, `"body":`+quoteJSON(test.text), 1))
		r := lintFlow(t, data, "liquid-limit")
		if len(r.Diagnostics) != test.want {
			t.Errorf("%s: %d findings, want %d", test.name, len(r.Diagnostics), test.want)
		}
	}
}
