package jsontext

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
)

func templateOf(t *testing.T, text string) *Template {
	t.Helper()
	j := Parse(&flow.Template{Text: text, Liquid: liquid.Parse(text)})
	if j == nil {
		t.Fatalf("%q cannot be read", text)
	}
	return j
}

func TestFault(t *testing.T) {
	for _, test := range []struct {
		text string
		at   string // the stretch at fault with what stands before it; "" when there is none
	}{
		{`{}`, ""},
		{`{"a": 1}`, ""},
		{`{{a}}`, ""},
		{` {{a}} `, ""},
		{`{% if a %}{"a": 1}{% endif %}`, ""},
		{`{% assign a = 1 %}{"a": {{a}}}`, ""},
		{`{"a": "{{b}}", "c": {{d | to_json}}, {{e | to_json}}: {{f}}, {{g}}: "{{h}}{{i}}"}`, ""},
		{`{"a": {{b}}{{c}}, "d": -{{e}}, "f": 1{{g}}, "h": {{i}}5, {{j}} "k": 1 {{l}}, {{m}} }`, ""},
		{`{"a": [{{b}}, {{c}} {{d}}, 1], "e": [{{f}}]}`, ""},
		{`{"a": "\"{{b}}\\", "c": "\{{d}}"}`, ""},
		{`{"a": {{b}}.{{c}}, "d": [{{e}}.50, -{{f}}{{g}}.0]}`, ""},
		{`{"a": {% if b %}1{% else %}"x"{% endif %}}`, ""},
		{`{"a": {% if b == "1" %}1{% endif %}{% if b == "2" %}"x"{% endif %}}`, ""},
		{`{"a": {% if b %}1{% endif %}{% unless b %}"x"{% endunless %}}`, ""},
		{`{"a": {% unless b %}"x"{% endunless %}{% if b %}1{% endif %}}`, ""},
		{`{"a": {% case b %} junk {% when 1 %}1{% when 2 %}2{% else %}3{% endcase %}}`, ""},
		{`{"a": [{% for b in c %}{{b}}{% unless forloop.last %},{% endunless %}{% endfor %}]}`, ""},
		{`{"a": [{% for b in c %}{% if forloop.first %}{% else %},{% endif %}"{{b}}"{% endfor %}]}`, ""},
		{`{ {% if a %}"a": 1{% endif %}{% if a and b %},{% endif %}{% if b %}"b": 2{% endif %}}`, ""},
		{`{"a": {% comment %} , {% endcomment %}1{% capture d %} } {% endcapture %}}`, ""},
		{`{"a": "{% raw %}{{b}}{% endraw %}"}`, ""},

		{`{"a": 1,}`, `{"a": 1|,`},
		{`{"a": "{{b}}" "c": 1}`, `{"a": "{{b}}|"`},
		{`{"a": {{b}}`, `|{`},
		{`["{{a}}"]`, `|["{{a}}"]`},
		{`"{{a}}"`, `|"{{a}}"`},
		{`{'a': 1}`, `{|'`},
		{`{"a": {{b | to_json}} {{c | to_json}} "d": 1}`, "?"},
		{`{"a": {% if b %}yes{% else %}"no"{% endif %}}`, `{"a": {% if b %}|yes`},
		{`{"a": {% if b %}"yes"{% else %}no{% endif %}}`, `{"a": {% if b %}"yes"{% else %}|no`},
		{`{"a": {% if b %}1{% elsif c %}2{% elsif d %}x{% else %}4{% endif %}}`, `{"a": {% if b %}1{% elsif c %}2{% elsif d %}|x`},
		{`{"a": {% case b %}{% when 1 %}1{% when 2 %}x{% endcase %}}`, "?"},
		{`{"a": {% if b %}"x"{% endif %}, "c": {% if d %}1{% endif %}, "e": tru}`, "?"},
		{`{"a": 1} {{b}} }`, "?"},
		{`{"a": {{b}}.{{c}} "d"}`, "?"},
	} {
		j := templateOf(t, test.text)
		got := ""
		if f := j.Fault(true); f != nil {
			if f.Start < 0 || f.End < f.Start || f.Start > len(test.text) {
				t.Errorf("%s: the fault is at %d to %d", test.text, f.Start, f.End)
				continue
			}
			got = test.text[:f.Start] + "|" + test.text[f.Start:min(f.End, len(test.text))]
			if test.at == "?" {
				continue
			}
		}
		if got != test.at {
			t.Errorf("%s: the fault is %q, want %q", test.text, got, test.at)
		}
	}
}

func TestFaultNamesTheBranch(t *testing.T) {
	for text, want := range map[string]string{
		`{"a": {% if b %}yes{% else %}1{% endif %}}`:                         "if b",
		`{"a": {% if b %}1{% else %}no{% endif %}}`:                          "else",
		`{"a": {% unless b %}no{% else %}1{% endunless %}}`:                  "unless b",
		`{"a": {% case b %}{% when 1 %}x{% when 2 %}2{% endcase %}}`:         "when 1",
		`{"a": 1{% if b %}, "c": x{% endif %}{% if d %}, "e": 1{% endif %}}`: "if b",
		`{"a": x{% if b %}, "c": 1{% endif %}}`:                              "",
	} {
		f := templateOf(t, text).Fault(true)
		if f == nil || f.Branch != want {
			t.Errorf("%s: %+v, want the branch %q", text, f, want)
		}
	}
}

func TestPositions(t *testing.T) {
	for text, want := range map[string]string{
		`{"a": "{{b}}", "c": {{d}}, "e{{f}}": [{{g}}, "\"{{h}}"]}`: "0 string, 1 value, 2 string, 3 value, 4 string",
		`{"a": {% if b %}"{{c}}"{% else %}{{d}}{% endif %}}`:       "0 string, 1 value",
		`{"a": {{b}}{{c}}, "d": {{e}} {{f}} {{g}}}`:                "0 other, 1 other, 2 other, 3 other, 4 other",
		`{"a": -{{b}}, "c": {{d}}0, {{e}}: 1, "f": 1{{g}}}`:        "0 other, 1 other, 2 other, 3 other",
		`{"a": {{b}}{% if c %}{{d}}{% endif %}}`:                   "0 other, 1 other",
		`{"a": {% if b %}"{% endif %}{{c}}{% if b %}"{% endif %}}`: "0 string",
		`[{{a}}, {"b": [1, {{c}}], {{d}}}, {{e}} ]`:                "0 value, 1 value, 2 other, 3 value",
		`Hello "{{a}}"`: "",
		`{{a}}`:         "",
		`{"a": "{{b}}"`: "",
	} {
		j := templateOf(t, text)
		where := j.positions()
		var got []string
		for i := range j.Liquid.Outputs {
			if at, ok := where[i]; ok {
				names := map[Position]string{{InString: true}: "string", {Value: true}: "value", {}: "other"}
				got = append(got, fmt.Sprintf("%d %s", i, names[at]))
			}
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s: %s, want %s", text, s, want)
		}
	}
}

// A template that was made from JSON by putting Liquid into it can become that JSON,
// so nothing is wrong with it; and cut off or with a bracket too many it cannot.
func TestFaultIsSound(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(5, 7))
	for range 5000 {
		g := jsonMaker{random: random}
		text := g.object(0)
		if f := templateOf(t, text).Fault(true); f != nil {
			t.Fatalf("%s: %+v", text, f)
		}
		for _, broken := range []string{text + "}", text[:len(text)-1], strings.Replace(text, ":", ": ,", 1), `{"a" "b",` + text[1:]} {
			if broken == text {
				continue
			}
			if templateOf(t, broken).Fault(true) == nil {
				t.Fatalf("%s: nothing is found", broken)
			}
		}
	}
}

// A jsonMaker writes random JSON with Liquid in it.
type jsonMaker struct {
	random *rand.Rand
	names  int
}

func (g *jsonMaker) condition() string {
	g.names++
	return fmt.Sprintf("c%d", g.names)
}

func (g *jsonMaker) value(depth int) string {
	switch n := g.random.IntN(9); {
	case n == 0:
		return `{{x}}`
	case n == 1:
		return `{{ x | downcase | to_json }}`
	case n == 2:
		return fmt.Sprintf("{%% if %s %%}%s{%% else %%}%s{%% endif %%}", g.condition(), g.value(depth+1), g.value(depth+1))
	case n == 3 && depth < 3:
		return g.object(depth + 1)
	case n == 4 && depth < 3:
		return "[" + g.value(depth+1) + ", " + g.value(depth+1) + "]"
	case n == 5:
		return "-{{x}}.{{y}}"
	case n == 6:
		return "true"
	}
	return g.text()
}

func (g *jsonMaker) text() string {
	return [...]string{`"a"`, `"{{x}}"`, `"a {{x}}\n{{y}}"`, `"\\{{x}}\""`, `"{% if x %}a{% endif %}"`}[g.random.IntN(5)]
}

func (g *jsonMaker) object(depth int) string {
	b := `{` + g.text() + `: ` + g.value(depth)
	for range g.random.IntN(3) {
		member := ", " + g.text() + ": " + g.value(depth)
		if g.random.IntN(3) == 0 {
			member = fmt.Sprintf("{%% if %s %%}%s{%% endif %%}", g.condition(), member)
		}
		b += member
	}
	return b + "}"
}

// Whatever the template is, reading it ends, and what is found lies within it.
func FuzzTemplate(f *testing.F) {
	for _, part := range []string{"{", "}", "[", `{"`, `\"`, `":`, "{{", "}}", "{{a}}", "{%", "{% if a %}", "{% else %}", "{% endif %}", "{% raw %}", "{% case a %}{% when 1 %}", "{% comment %}"} {
		f.Add(strings.Repeat(part, 300/len(part)))
	}
	f.Add(`{% if a %}{"a": {{b | to_json}}{% else %}{"c": "{{d}}\"{% endif %}, {{e}}: -{{f}}{% raw %}{{g}}{% endraw %}}`)
	f.Fuzz(func(t *testing.T, text string) {
		j := Parse(&flow.Template{Text: text, Liquid: liquid.Parse(text)})
		if j == nil {
			return
		}
		if fault := j.Fault(true); fault != nil && (fault.Start < 0 || fault.Start > len(text) || fault.End < fault.Start || fault.End > len(text)+1) {
			t.Errorf("the fault of %q is at %d to %d", text, fault.Start, fault.End)
		}
		for i := range j.positions() {
			if i < 0 || i >= len(j.Liquid.Outputs) {
				t.Errorf("%q has no output %d", text, i)
			}
		}
		if n := j.Bytes(); n > len(text) {
			t.Errorf("%q has %d bytes of its own", text, n)
		}
	})
}

func TestFilledInStrings(t *testing.T) {
	for text, want := range map[string]bool{
		`{"a": "${b}"}`: true, `{"a": "x ${b} \" ${c}", "d" 1}`: true,
		"": false, `{"a": "b"}`: false, `{"a": ${b}}`: false, `{"a": "${b}", "c": ${d}}`: false, `{"a": "%{ if x }${b}%{ endif }"}`: false, `{"a": "${b`: false,
	} {
		if got := FilledInStrings(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
