package liquid_test

import (
	"strings"
	"testing"

	"studiolint/lint/liquid"
)

// hostile are texts of about a megabyte that tempt a parser into reading the
// same stretch again and again, or into nesting without end.
var hostile = map[string]string{
	"open outputs":              repeat("{{ "),
	"open outputs with dots":    repeat("{{a."),
	"open tags":                 repeat("{% if x %}"),
	"open tags with noise":      repeat("{% if {{ '"),
	"loops":                     repeat("{% for x in y %}"),
	"ends":                      repeat("{% endif %}"),
	"ends after other blocks":   half("{% if x %}") + half("{% endfor %}"),
	"crossed ends":              half("{% if x %}{% for y in z %}") + half("{% endif %}{% endfor %}"),
	"clauses":                   "{% if x %}" + repeat("{% else %}"),
	"assigns":                   repeat("{% assign x = x %}"),
	"many names":                strings.Repeat("{% assign x = y %}{{ x }}", 40_000),
	"brackets":                  "{{" + repeat("a[") + "}}",
	"brackets, one output":      "{{ a" + repeat("[b") + repeat("]") + " }}",
	"brackets, many outputs":    repeat("{{a[b[c[d}}"),
	"root brackets":             "{{" + repeat("[") + "}}",
	"parentheses":               "{% if " + repeat("(") + " %}",
	"quotes":                    repeat("{{ ' }}"),
	"two kinds of quotes":       repeat("{{ ' \" }}"),
	"quotes around braces":      repeat("{{'}}',"),
	"quotes around openings":    repeat("{{'{{'}}"),
	"nested outputs":            repeat("{{:{{a}}:"),
	"nested, never closed":      "{{" + repeat(":{{a}}"),
	"nested in strings":         "{{'" + repeat("{{a}}"),
	"nested in tags":            "{% if " + repeat("{{a}}"),
	"placeholders":              repeat("${"),
	"placeholders in an output": "{{" + repeat("${") + "}}",
	"placeholders with quotes":  repeat("${\""),
	"directives":                repeat("{%{"),
	"raw":                       repeat("{% raw %}{%"),
	"comments":                  repeat("{% comment %}"),
	"inline comments":           repeat("{% # "),
	"closing braces":            repeat("a.b}}"),
	"closing braces of paths":   repeat("{flow.x}}"),
	"pipes":                     "{{ x" + repeat(" | f: 1") + " }}",
	"bare pipes":                "{{ x" + repeat("|") + " }}",
	"commas":                    "{{ x | f: 1" + repeat(", 1") + " }}",
	"comparisons":               "{% if x" + repeat(" == y") + " %}",
	"sums":                      "{{ x" + repeat(" + 1") + " }}",
	"sums of strings":           "{{ x" + repeat(" + 'a") + " }}",
	"unknown tags":              repeat("{% t a b %}"),
	"spaces":                    "{{" + repeat(" ") + "x" + repeat(" ") + "}}",
	"spaces before nothing":     repeat("{{ x |          }}"),
	"missing values":            repeat("{% if x ==       %}"),
	"one long name":             "{{" + repeat("x") + "}}",
	"one long wrong name":       "{{" + repeat("ö") + "}}",
	"stray letters":             "{{ x " + repeat("y ") + "}}",
	"NUL":                       repeat("{{\x00}}"),
	"invalid UTF-8":             repeat("{{\xff\xc3}}\xe2\x82"),
	"replacement characters":    repeat("{{\ufffd}}"),
	"right to left":             repeat("{{ שלום.\u202eعليكم }}"),
	"invisible":                 "{{" + repeat("\u200b") + "}}",
	"curly quotes":              repeat("{{ “x }}"),
	"plain text":                repeat("no markup at all, but { braces } "),
	"digits":                    "{{" + repeat("1") + "}}",
	"dots":                      "{{ x" + repeat(".") + "}}",
	"minus":                     "{{" + repeat("-") + "}}",
}

func repeat(s string) string { return strings.Repeat(s, 1_000_000/len(s)) }
func half(s string) string   { return strings.Repeat(s, 500_000/len(s)) }

// TestHostile would run for minutes if anything took the square of the length.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing between goroutines")
	}
	for name, text := range hostile {
		t.Log(name)
		liquid.Parse(text, roots...)
		parse(t, text[:3000])
	}
}

func TestDepth(t *testing.T) {
	nest := func(n int) string {
		return "{{ a" + strings.Repeat("[b", n) + strings.Repeat("]", n) + " }}"
	}
	if e := parse(t, nest(50)).Errors; len(e) != 0 {
		t.Errorf("50 brackets: %v", e)
	}
	e := parse(t, nest(51)).Errors
	if len(e) != 1 || e[0].Kind.String() != "too-deep" {
		t.Errorf("51 brackets: %v", e)
	}
}
