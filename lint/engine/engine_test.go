package engine

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"
	"text/template"
)

// programs render the texts that they get as JSON, and write the results as JSON: null
// for one at which the engine stops.
var programs = map[string][]string{
	"Jinja2": {"python3", "-c", `
import json, sys
from jinja2 import Environment
def render(text):
    try: return Environment().from_string(text).render(sid="S", flow={"variables": {}})
    except Exception: return None
json.dump([render(text) for text in json.load(sys.stdin)], sys.stdout)`},
	"nunjucks":   {"node", "-e", node("nunjucks", `new engine.Environment(null, {autoescape: false}).renderString(text, data)`)},
	"mustache":   {"node", "-e", node("mustache", `engine.render(text, data)`)},
	"handlebars": {"node", "-e", node("handlebars", `engine.compile(text, {noEscape: true})(data)`)},
}

func node(module, render string) string {
	return `const engine = require("` + module + `"), data = {sid: "S", flow: {variables: {}}};
const render = text => { try { return ` + render + ` } catch { return null } };
console.log(JSON.stringify(JSON.parse(require("fs").readFileSync(0)).map(render)))`
}

// rendered returns what an engine makes of the texts, nil for one at which it stops.
func rendered(t *testing.T, engine string, texts []string) []*string {
	t.Helper()
	if engine == "Go" {
		return withGo(texts)
	}
	in, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(programs[engine][0], programs[engine][1:]...)
	cmd.Stdin = bytes.NewReader(in)
	cmd.Env = os.Environ()
	if modules := os.Getenv("STUDIOLINT_NODE_MODULES"); modules != "" {
		cmd.Env = append(cmd.Env, "NODE_PATH="+modules)
	}
	out, err := cmd.Output()
	var list []*string
	if err == nil {
		err = json.Unmarshal(out, &list)
	}
	switch {
	case err == nil:
	case os.Getenv("STUDIOLINT_NO_SKIP") != "":
		t.Fatalf("%s does not run: %v", engine, err)
	default:
		t.Skipf("%s is not installed (npm packages are looked for in STUDIOLINT_NODE_MODULES): %v", engine, err)
	}
	return list
}

func withGo(texts []string) []*string {
	list := make([]*string, len(texts))
	for i, text := range texts {
		var out strings.Builder
		if tmpl, err := template.New("").Parse(text); err == nil && tmpl.Execute(&out, map[string]string{"sid": "S"}) == nil {
			s := out.String()
			list[i] = &s
		}
	}
	return list
}

// texts are what people write for each engine. What is escaped, or not the engine's,
// Studio gets to see as the want is, blanks aside, with S for what is filled in; what
// is eaten the engine replaces, or stops at.
var texts = []struct {
	files, engines string
	escaped        [][2]string // text, want
	eaten          []string
}{
	{"a.json.j2 a.jinja a.JINJA2", "Jinja2 nunjucks", [][2]string{
		{`a {% raw %}{{flow.variables.x | upcase}}{% endraw %} b`, `a {{flow.variables.x | upcase}} b`},
		{`{% raw %} {% if flow.variables.x %}y{% endif %} {% endraw %}`, `{% if flow.variables.x %}y{% endif %}`},
		{`{{ "{{" }}flow.variables.x{{ '}}' }}`, `{{flow.variables.x}}`},
		{`{{ "{{flow.variables.x}}" }}`, `{{flow.variables.x}}`},
		{`{{ sid }} {{sid}}{# flow.variables.x #}`, `S S`},
		{`{% if sid %}{% endif %}{% set widgets = sid %}`, ``},
		{`plain { text } 100%`, `plain { text } 100%`},
		{``, ``},
	}, []string{`{{flow.variables.x}}`, `{{ widgets.a.Body | upcase }}`, `{% if flow.variables.x %}y{% else %}n{% endif %}`, `{% assign a = 1 %}`,
		`{% if trigger.call.From == "1" %}y{% endif %}`, `{{ contact.channel.address`,
		`{{ sid | upcase }}`, `{{ "now" | date: "%H" }}`, `{% if sid contains "a" %}y{% endif %}`}},
	{"a.json.gotmpl a.tmpl", "Go", [][2]string{
		{"{{`{{flow.variables.x | upcase}}`}}", `{{flow.variables.x | upcase}}`},
		{"{{ `{{` }}flow.variables.x{{ \"}}\" }}", `{{flow.variables.x}}`},
		{`{{ .sid }}{{/* flow.variables.x */}} {% if flow.variables.x %}`, `S {% if flow.variables.x %}`},
		{`{{.sid}}{{- .sid -}}`, `SS`},
	}, []string{`{{flow.variables.x}}`, `{{ widgets.a.Body | upcase }}`, `{{flow.variables.x`,
		`{{ "now" | date: "%H" }}`, `{% assign a = "1" %}{{ a }}`}},
	{"a.json.mustache", "mustache", [][2]string{
		{`{{=<% %>=}}{{flow.variables.x | upcase}} <% sid %>`, `{{flow.variables.x | upcase}} S`},
		{`{{=<% %>=}}{{flow.variables.x}}<%={{ }}=%>{{sid}}`, `{{flow.variables.x}}S`},
		{`{{sid}}{{{sid}}}{{! flow.x }}{{#nothing}}{{/nothing}}`, `SS`},
		{`{% if flow.variables.x %}`, `{% if flow.variables.x %}`},
	}, []string{`{{flow.variables.x}}`, `{{ widgets.a.Body | upcase }}`, `{{=<% %>=}}<%={{ }}=%>{{flow.variables.x}}`, `{{{flow.variables.x}}}`,
		`{{ sid | upcase }}`, `{{ "now" | date: "%H" }}`, `{% for a in (1..2) %}{{ a }}{% endfor %}`}},
	{"a.json.hbs", "handlebars", [][2]string{
		{`{{sid}}`, `S`},
		{`{% if flow.variables.x %}`, `{% if flow.variables.x %}`},
		{`{{! flow.variables.x }}{{!-- {{flow.variables.x}} --}}a`, `a`},
	}, []string{`{{flow.variables.x}}`, `{{ widgets.a.Body | upcase }}`, `{{ "now" | date: "%H" }}`, `{% assign a = "1" %}{{a}}`}},
}

func TestRead(t *testing.T) {
	for _, tt := range texts {
		for file := range strings.FieldsSeq(tt.files) {
			e := Of(file)
			if e == nil {
				t.Fatalf("%s has no engine", file)
			}
			for _, pair := range tt.escaped {
				r := e.File([]byte(pair[0])).Read(0, pair[0], nil)
				if len(r.Text) != len(pair[0]) || len(r.Eaten) > 0 || studioSees(r.Text) != studioSees(pair[1]) {
					t.Errorf("%s: %q is read as %q, %v; want %q", file, pair[0], r.Text, r.Eaten, pair[1])
				}
			}
			for _, text := range tt.eaten {
				if r := e.File([]byte(text)).Read(0, text, nil); len(r.Text) != len(text) || len(r.Eaten) == 0 {
					t.Errorf("%s: nothing is eaten of %q: %q", file, text, r.Text)
				}
			}
		}
	}
}

// What stands in a file before a text decides how the text is read.
func TestStates(t *testing.T) {
	const liquid = `{{flow.variables.x}}`
	for _, tt := range []struct {
		e      *Engine
		before string
		eaten  bool
	}{
		{mustache, `"{{=<% %>=}}"`, false},
		{mustache, `{{=<% %>=}} <%={{ }}=%>`, true},
		{mustache, `{{! {{=<% %>=}} }}`, true},
		{jinja, `{"a": "{% raw %}{{x}}", "b": "`, false},
		{jinja, `{% raw %}{`, false},
		{jinja, `{"a": "{%- raw -%}{{x}}{%- endraw -%}`, true},
		{jinja, `{# {% raw %} #}`, true},
		{jinja, `{% raw %}{# {% endraw %}`, true},
		{unknown, `{% raw %}`, false},
	} {
		text := tt.before + liquid
		if r := tt.e.File([]byte(text)).Read(len(tt.before), liquid, nil); len(r.Eaten) > 0 != tt.eaten {
			t.Errorf("%s: after %s the engine takes %v", tt.e.Name, tt.before, r.Eaten)
		}
	}
}

func TestWithoutMarks(t *testing.T) {
	for _, tt := range []struct {
		e          *Engine
		text, want string
	}{
		{jinja, `{% raw %}{"a": "{% raw %}"}{% endraw %}`, `         {"a": "{% raw %}"}            `},
		{jinja, "{# \"a\n#}{\"a\\\"\": 1}", "     \n  {\"a\\\"\": 1}"},
		{jinja, `{"a": "{# #}"}`, ``},
		{golang, `{{/**/}}{}`, `        {}`},
		{golang, `{{/* "c */}}{}{{- /* c */ -}}`, `            {}               `},
		{mustache, `{{=<% %>=}}{}<%! } %>`, `           {}        `},
		{handlebars, `{{!-- }} --}}{}{{! c }}`, `             {}        `},
		{unknown, `{% raw %}{}{% endraw %}`, `         {}            `},
	} {
		if got := string(tt.e.File([]byte(tt.text)).WithoutMarks([]byte(tt.text))); got != tt.want {
			t.Errorf("%s: %q becomes %q, want %q", tt.e.Name, tt.text, got, tt.want)
		}
	}
}

// Of an engine that nobody has named, what is certainly not Liquid is taken for its own.
func TestUnknown(t *testing.T) {
	for _, tt := range []struct {
		text, want string
		guessed    int
	}{
		{`{{flow.variables.x | upcase}} {% if widgets.a.Body == "1" %}y{% endif %}`, `{{flow.variables.x|upcase}}{%ifwidgets.a.Body=="1"%}y{%endif%}`, 0},
		{`{% assign a = "1" %}{{ a }} {{ "now" | date: "%H" }}`, `{%assigna="1"%}{{a}}{{"now"|date:"%H"}}`, 0},
		{"{{`{{flow.variables.x}}`}} {{ .Values.x }} {{- end }}", `{{flow.variables.x}}SS`, 3},
		{`{% raw %}{{flow.variables.x}}{% endraw %} {{ sid }} {% set a = 1 %}`, `{{flow.variables.x}}SS`, 3},
		{`{{#if flow.variables.x}}a{{/if}}`, `SaS`, 2},
	} {
		r := unknown.File([]byte(tt.text)).Read(0, tt.text, nil)
		if got := studioSees(r.Text); got != tt.want || len(r.Eaten) != tt.guessed || len(r.Text) != len(tt.text) {
			t.Errorf("%q is read as %q, %v; want %q", tt.text, got, r.Eaten, tt.want)
		}
	}
}

func TestOf(t *testing.T) {
	for name, want := range map[string]*Engine{
		"a.json": nil, "a": nil, "a.json.tpl": unknown, "a.json.template": unknown, "a.json.ERB": unknown,
		"a.tftpl": terraform, "a.j2": jinja,
	} {
		if got := Of(name); got != want {
			t.Errorf("%s has the engine %v", name, got)
		}
	}
	for _, id := range IDs() {
		if e := Named(id); e == nil || e.ID != id {
			t.Errorf("%s is %v", id, e)
		}
	}
	if Named("") != nil || none.File(nil) != nil {
		t.Error("no engine fills in something")
	}
}

// studioSees returns a text without blanks, and with S for what is filled in: that is
// ${___}.
func studioSees(text string) string {
	for {
		before, after, found := strings.Cut(text, "${_")
		if !found {
			return strings.Join(strings.Fields(text), "")
		}
		_, after, _ = strings.Cut(after, "}")
		text = before + "S" + after
	}
}

// TestEngines has the engines themselves render what this package says of them.
func TestEngines(t *testing.T) {
	for _, tt := range texts {
		for engine := range strings.FieldsSeq(tt.engines) {
			t.Run(engine, func(t *testing.T) {
				all := append([]string{}, tt.eaten...)
				for _, pair := range tt.escaped {
					all = append(all, pair[0])
				}
				list := rendered(t, engine, all)
				for i, text := range tt.eaten {
					if out := list[i]; out != nil && strings.Contains(*out, text) {
						t.Errorf("%q comes through: %q", text, *out)
					}
				}
				for i, pair := range tt.escaped {
					out := list[len(tt.eaten)+i]
					if out == nil {
						t.Errorf("%q is an error", pair[0])
						continue
					}
					// Where the engine fills in nothing, ours is gone too.
					if got, want := studioSees(*out), studioSees(pair[1]); got != want {
						t.Errorf("%q becomes %q, want %q", pair[0], got, want)
					}
				}
			})
		}
	}
}

// TestEscapes has the engines render the escapes that findings advise.
func TestEscapes(t *testing.T) {
	const liquid = "{{flow.variables.x}}"
	for _, tt := range []struct {
		engines string
		e       *Engine
	}{{"Jinja2 nunjucks", jinja}, {"Go", golang}, {"mustache", mustache}, {"handlebars", handlebars}} {
		advice, before := strings.CutSuffix(tt.e.Escape, " before it")
		if before {
			advice += liquid
		}
		for engine := range strings.FieldsSeq(tt.engines) {
			t.Run(engine, func(t *testing.T) {
				out := rendered(t, engine, []string{advice})[0]
				if out == nil {
					t.Errorf("%s is an error", advice)
				} else if *out != liquid {
					t.Errorf("%s becomes %q", advice, *out)
				}
			})
		}
	}
}
