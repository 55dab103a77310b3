package engine

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"studiolint/lint/source"
)

// inJSON are strings as a file of JSON has them, and what Studio gets to see, with S for
// what is filled in; "" where the engine stops, or what it makes is no JSON.
var inJSON = []struct {
	file, engines string
	texts         [][2]string
}{
	{"a.json.j2", "Jinja2 nunjucks", [][2]string{
		{`a \"b\" {% raw %}{{ x | default: \"a\" }}{% endraw %}.`, `a "b" {{ x | default: "a" }}.`},
		{`{{ '{{' }}flow.variables.x{{ '}}' }}\n`, "{{flow.variables.x}}\n"},
		{`{{ \"{{\" }}flow.variables.x{{ '}}' }}`, ``},
		{`{{ '{{ x | default: \"a\" }}' }}`, ``},
		{`{{ flow[\"sid\"] }}`, ``},
		{`\t{{ sid | replace('\"', '') }}`, "\tS"},
		{`a {{- '{{' -}} b {{ '}}' }} c`, `a{{b }} c`},
		{`{% raw %}{{x}}{% endraw %}{# \"c\" #}{% raw %}{% if a %}{% endraw %}`, `{{x}}{% if a %}`},
	}},
	{"a.json.j2", "Jinja2", [][2]string{ // nunjucks reads both in another way
		{`\t{{ sid }}{% if sid == \"S\" %}a{% endif %}`, ``},
		{`a {%- raw -%} {{x}} {%- endraw %} {#- c -#} b`, `a{{x}}b`},
	}},
	{"a.json.gotmpl", "Go", [][2]string{
		{"{{`{{ x | default: \\\"a\\\" }}`}}.", `{{ x | default: "a" }}.`},
		{`{{\"{{\"}}x}}`, ``},
		{`\n{{index .flow \"sid\"}}`, ``},
		{"\\n{{index . `sid`}}", "\nS"},
		{"a {{- `{{` -}} b {{`}}`}} c {{- /* d */ -}} e", `a{{b }} ce`},
	}},
	{"a.json.mustache", "mustache", [][2]string{
		{`{{=<% %>=}}{{ x | default: \"a\" }} <%sid%>`, `{{ x | default: "a" }} S`},
		{`a {{! \"c\" }} b`, `a  b`},
	}},
	{"a.json.hbs", "handlebars", [][2]string{
		{`\"{{sid}}\"`, `"S"`},
		{`{{lookup flow \"sid\"}}`, ``},
		{`a {{~!-- \"c\" --~}} b`, `ab`},
	}},
}

// TestJSON has the engines fill in JSON, and compares what comes out letter for letter with
// what a reading of it says.
func TestJSON(t *testing.T) {
	own := regexp.MustCompile(`\$\{_*\}`)
	for _, tt := range inJSON {
		for name := range strings.FieldsSeq(tt.engines) {
			t.Run(name, func(t *testing.T) {
				var files []string
				for _, pair := range tt.texts {
					files = append(files, `["`+pair[0]+`"]`)
				}
				outs := rendered(t, name, files)
				for i, pair := range tt.texts {
					var out []string
					if outs[i] != nil && json.Unmarshal([]byte(*outs[i]), &out) != nil {
						out = nil
					}
					if got := strings.Join(out, ""); got != pair[1] {
						t.Errorf("%s becomes %q, want %q", files[i], got, pair[1])
					}
					d := source.Parse(tt.file, []byte(files[i])).Root().At(0).Decoded()
					r := Of(tt.file).File([]byte(files[i])).Read(1, d.Text, func(from, to int) bool {
						at := d.Span(from, to)
						return at.End-at.Start != to-from
					})
					text, place := r.Exact()
					if got := own.ReplaceAllString(text, "S"); len(r.Broken) == 0 && got != pair[1] || (len(r.Broken) > 0) != (pair[1] == "") {
						t.Errorf("%s is read as %q, %+v; want %q", files[i], got, r, pair[1])
					}
					for k := range text {
						if at := place(k); r.Text[at] != text[k] {
							t.Errorf("%s: byte %d of %q is not at %d of %q", files[i], k, text, at, r.Text)
						}
					}
				}
			})
		}
	}
}
