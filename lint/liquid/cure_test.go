package liquid_test

import (
	"strings"
	"testing"

	"studiolint/lint/liquid"
)

// cured makes every cure of a text. The mark ? is after it when one of them is not certain.
func cured(text string) string {
	roots := []string{"flow", "trigger", "widgets", "contact"}
	t := liquid.Parse(text, roots...)
	certain := true
	var b strings.Builder
	from, any := 0, false
	for _, e := range t.Errors {
		cure := t.Cure(text, e)
		for _, c := range cure.Changes {
			b.WriteString(text[from:c.Start])
			b.WriteString(c.Text)
			from, any = c.End, true
		}
		certain = certain && cure.Certain || len(cure.Changes) == 0 && certain
	}
	b.WriteString(text[from:])
	switch {
	case !any:
		return "-"
	case !certain:
		return b.String() + "?"
	}
	return b.String()
}

// What was certainly meant is written; "-" is where nobody can tell, and ? after it where
// it is a guess.
func TestCure(t *testing.T) {
	for text, want := range map[string]string{
		"{{flow.variables.n + 1}}":       "{{flow.variables.n | plus: 1}}",
		"{{ flow.variables.n+1 }}":       "{{ flow.variables.n | plus: 1 }}",
		"{{- n - 1 -}}":                  "{{- n | minus: 1 -}}",
		"{{n -1}}":                       "{{n | minus: 1}}",
		"{{n + 1 | round}}":              "{{n | plus: 1 | round}}",
		"{{n * 2 + 1}}":                  "{{n | times: 2 | plus: 1}}",
		"{{n + 2 * 3}}":                  "-",
		"{{(n + 2) * 3}}":                "-",
		"{{a.b[0] * c['d'].e}}":          "{{a.b[0] | times: c['d'].e}}",
		"{{a + b}}":                      "{{a | plus: b}}?",
		`{{"Hi " + name + "!"}}`:         `{{"Hi " | append: name | append: "!"}}`,
		`{{n + "1" + 1}}`:                `{{n | append: "1" | append: 1}}?`,
		`{{n * "1"}}`:                    "-",
		"{{n / 2}}":                      "{{n | divided_by: 2}}?",
		"{{n % 2}}":                      "{{n | modulo: 2}}",
		"{% assign m = n + 1 %}{{m}}":    "{% assign m = n | plus: 1 %}{{m}}",
		"{% assign m=n+1%}":              "{% assign m=n | plus: 1%}",
		"{% if n + 1 > 3 %}x{% endif %}": "{% assign sum = n | plus: 1 %}{% if sum > 3 %}x{% endif %}",
		"a {%- if n - 1 == m and sum %}x{% endif %}":  "a {%- assign difference = n | minus: 1 %}{%- if difference == m and sum %}x{% endif %}",
		"{{sum}}{% unless 3 < n+1 %}{% endunless %}":  "{{sum}}{% assign sum_2 = n | plus: 1 %}{% unless 3 < sum_2 %}{% endunless %}",
		"{% case n * 2 %}{% when 4 %}{% endcase %}":   "{% assign product = n | times: 2 %}{% case product %}{% when 4 %}{% endcase %}",
		`{% if "a + b" == n + 1 %}x{% endif %}`:       `{% assign sum = n | plus: 1 %}{% if "a + b" == sum %}x{% endif %}?`,
		`{% case n + 1 %}{% when "4" %}{% endcase %}`: `{% assign sum = n | plus: 1 %}{% case sum %}{% when "4" %}{% endcase %}?`,
		"{% if a %}{% elsif n + 1 > 3 %}x{% endif %}": "-",
		"{% if n + 1 > m + 1 %}x{% endif %}":          "-",
		"{% if a + b > 3 %}x{% endif %}":              "{% assign sum = a | plus: b %}{% if sum > 3 %}x{% endif %}?",
		"{{n | default: 0 + 1}}":                      "-",
		"{{n++}}":                                     "-",
		"a {{n + 1}} b {{m - 1}}":                     "a {{n | plus: 1}} b {{m | minus: 1}}",
		`{% if a = "1" %}x{% endif %}`:                `{% if a == "1" %}x{% endif %}`,
		`{%if a="="%}x{%elsif b=2%}y{%endif%}`:        `{%if a=="="%}x{%elsif b==2%}y{%endif%}`,
		`{% if a === "1" && b !== 2 %}x{%endif%}`:     `{% if a == "1" and b != 2 %}x{%endif%}`,
		`{% if a&&b %}x{% endif %}`:                   `{% if a and b %}x{% endif %}`,
		`{% if a == "x" || a == "y" %}x{% endif %}`:   `{% if a == "x" or a == "y" %}x{% endif %}`,
		`{% if a && b || c %}x{% endif %}`:            `{% if a and b or c %}x{% endif %}?`,
		`{% if a AND b %}x{% endif %}`:                `{% if a and b %}x{% endif %}`,
		`{% if a =< 3 %}x{% endif %}`:                 `{% if a <= 3 %}x{% endif %}`,
		`{% if a => 3 %}x{% endif %}`:                 `{% if a >= 3 %}x{% endif %}`,
		`{% if a &gt;= 3 &amp;&amp; b %}x{% endif %}`: `{% if a >= 3 and b %}x{% endif %}`,
		`{% if a &quot;= 3 %}x{% endif %}`:            "-",
		`{% if !a %}x{% endif %}`:                     "-",
		`{{a || "nobody"}}`:                           `{{a | default: "nobody"}}`,
		`{{a||b}}`:                                    `{{a | default: b}}`,
		`{{a || b || c}}`:                             "-",
		`{% assign a = b || "c" %}`:                   `{% assign a = b | default: "c" %}`,
		`{{a && b}}`:                                  "-",
		`{{a = b}}`:                                   "-",
		`Hello {{flow.variables.name}, you`:           `Hello {{flow.variables.name}}, you`,
		`Hello {{flow.variables.name} }, you`:         `Hello {{flow.variables.name}}, you`,
		`Hello {{flow.variables.name%}, you`:          `Hello {{flow.variables.name}}, you`,
		`{% if a }x{% endif %}`:                       `{% if a %}x{% endif %}`,
		`{% if a }}x{% endif %}`:                      `{% if a %}x{% endif %}`,
		`Hello {{flow.variables.name, you`:            "-",
		`{flow.variables.name}}`:                      `{{flow.variables.name}}`,
		`flow.variables.name}}`:                       `{{flow.variables.name}}?`,
		`{% if {{a}} == {{ b }} %}x{% endif %}`:       `{% if a == b %}x{% endif %}`,
		`{% if a == "{{b}}" %}x{% endif %}`:           "-",
		`{{a | default: “nobody”}}`:                   `{{a | default: "nobody"}}`,
		"{{a | default: `no`}}":                       `{{a | default: "no"}}`,
		`{{a | default: \"no\"}}`:                     `{{a | default: "no"}}`,
		`{{a | default: &quot;no&quot;}}`:             `{{a | default: "no"}}`,
		"{{\u00a0a\u200b}}":                           `{{ a}}`,
		"{{a | default: 'x\u00a0y'\u00a0}}":           "{{a | default: 'x\u00a0y' }}",
		`{{größe}}`:                                   "-",
		`{{a | default "x"}}`:                         `{{a | default: "x"}}`,
		`{{a | slice: 0: 2}}`:                         `{{a | slice: 0, 2}}`,
		`{{a | | b}}`:                                 "-",
		`{{ if a }}x{{ else }}y{{ endif }}`:           `{% if a %}x{% else %}y{% endif %}`,
		`{% if a %}x{% else if b %}y{% endif %}`:      `{% if a %}x{% elsif b %}y{% endif %}`,
		`{% if a %}x{% end %}`:                        `{% if a %}x{% endif %}`,
		`{% assign a == 1 %}`:                         `{% assign a = 1 %}`,
		`{% a = 1 %}`:                                 `{% assign a = 1 %}`,
		`{% flow.variables.a %}`:                      `{{ flow.variables.a }}`,
		`{{a..b}}`:                                    `{{a.b}}`,
		`{{a.["b"]}}`:                                 `{{a["b"]}}`,
		`{{ }}`:                                       "-",
		`{% if a %}x`:                                 "-",
	} {
		if got := cured(text); got != want {
			t.Errorf("%s\nbecomes %s\nwant    %s", text, got, want)
		}
	}
}

// What would be right by itself and make something else wrong is no cure.
func TestCureElsewhere(t *testing.T) {
	c := checker{t, mingled, liquid.Parse(mingled, roots...)}
	for _, e := range c.tmpl.Errors {
		c.cure(e)
	}
}

// A hostile text cannot ask for as many cures as it is long.
func TestCureMany(t *testing.T) {
	one := "{{n + 1}}"
	if got, want := cured(strings.Repeat(one, 40)), strings.Repeat("{{n | plus: 1}}", 32)+strings.Repeat(one, 8); got != want {
		t.Errorf("becomes %s", got)
	}
}
