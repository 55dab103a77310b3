package eval_test

import (
	"errors"
	"math/rand"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"studiolint/lint/liquid"
	"studiolint/lint/liquid/eval"
)

// grammar writes random templates without mistakes.
type grammar struct{ *rand.Rand }

func (g grammar) pick(list ...string) string { return list[g.Intn(len(list))] }

func (g grammar) operand() string {
	return g.pick("flow.variables.count", "flow.variables.name", "flow.variables.missing", "flow.variables.empty", "flow.variables.half",
		"flow.variables.list", "flow.variables.spaced", "flow.data.id", "flow.data.vip", "flow.data.blocked", "flow.data.price", "flow.data.nothing",
		"widgets.get.parsed.slots", "widgets.get.parsed.slots[1]", "widgets.get.parsed.rows[0].label", "widgets.get.parsed.numbers", "widgets.get.parsed.none",
		"widgets.get.parsed.rows", "x", "y", "i", "forloop.index", "forloop.last", "trigger.message.Body", "trigger.message.From",
		"'a'", "' b '", "'1'", "'größer É'", "'x<y & z'", "'007'", "'1e3'", "'+5'", "'-0'", "1.10", "0.5", "-7", "100000", "12345678901234567890", "'Hello big World'", "'a-b-a'", "'Yes'", "'10'", "'2.50'", "0", "1", "3", "10", "-2", "2.5", "true", "false", "nil", "''", "(1..3)", "(2..x)")
}

func (g grammar) filter() string {
	return g.pick("downcase", "upcase", "capitalize", "strip", "lstrip", "rstrip", "strip_newlines", "escape", "escape_once", "strip_html", "url_encode",
		"abs", "ceil", "floor", "round", "first", "last", "size", "join", "reverse", "uniq", "sort",
		"append: "+g.operand(), "prepend: "+g.operand(), "default: "+g.operand(), "remove: 'a'", "remove_first: "+g.operand(),
		"replace: 'a', "+g.operand(), "replace_first: '-', 'x'", "slice: "+g.pick("0", "1", "-1", "2")+g.pick("", ", 2", ", 0"), "truncate: "+g.pick("2", "3", "5", "4, ''"),
		"split: "+g.pick("'-'", "','", "' '", "''", "'a'"), "join: "+g.pick("', '", "''"), "map: 'label'",
		"plus: "+g.operand(), "minus: "+g.operand(), "times: "+g.operand(), "divided_by: "+g.operand(), "modulo: "+g.operand())
}

func (g grammar) expression() string {
	s := g.operand()
	for range g.Intn(3) {
		s += " | " + g.filter()
	}
	return s
}

func (g grammar) condition() string {
	s := g.operand()
	for g.Intn(2) == 0 {
		s += " " + g.pick("==", "!=", "<", ">", "<=", ">=", "contains") + " " + g.operand()
		if g.Intn(3) > 0 {
			break
		}
		s += " " + g.pick("and", "or") + " " + g.operand()
	}
	return s
}

func (g grammar) block(depth int) string {
	var b strings.Builder
	for range g.Intn(3) + 1 {
		n := g.Intn(10)
		switch {
		case n < 3:
			b.WriteString(g.pick("{{", "{{- ") + g.expression() + g.pick("}}", " -}}"))
		case n < 4:
			b.WriteString("{% assign " + g.pick("x", "y") + " = " + g.expression() + g.pick(" %}", " -%}"))
		case n == 4 && depth > 0:
			tag := g.pick("if", "if", "unless")
			b.WriteString("{% " + tag + " " + g.condition() + " %}" + g.block(depth-1) + g.pick("", "{% else %}"+g.block(depth-1)) + "{% end" + tag + " %}")
		case n == 5 && depth > 0:
			b.WriteString("{% for " + g.pick("i", "x") + " in " + g.operand() + g.pick("", " limit: 2", " offset: 1", " reversed", " limit:1 offset:1") + " %}" + g.block(depth-1) +
				g.pick("", "{% else %}"+g.block(depth-1)) + "{% endfor %}")
		case n == 6 && depth > 0:
			b.WriteString("{% case " + g.operand() + " %}{% when " + g.operand() + g.pick("", ", "+g.operand()) + " %}" + g.block(depth-1) +
				"{% when " + g.operand() + " %}" + g.block(depth-1) + "{% else %}" + g.block(depth-1) + "{% endcase %}")
		case n == 7 && depth > 0:
			b.WriteString("{% capture " + g.pick("x", "y") + " %}" + g.block(depth-1) + "{% endcapture %}")
		case n == 8 && g.Intn(4) == 0:
			b.WriteString(g.pick("{% break %}", "{% continue %}", "{% cycle 'a', 'b' %}", "{% raw %}{{ x }}{% endraw %}", "{% comment %}c{% endcomment %}"))
		default:
			b.WriteString(g.pick("text", " ", "\n", " it's ", "{}"))
		}
	}
	return b.String()
}

// differs are the ways in which osteele alone goes.
var differs = []struct {
	why      string
	example  string
	explains func(text string) bool
}{
	{"to_json is Studio's own", "{{flow.sid | to_json}}", regexp.MustCompile(`\| *to_json`).MatchString},
	{"the clock is ours", "{{'now' | date: '%s'}}", regexp.MustCompile(`\| *date`).MatchString},
}

// compare holds what is determined against osteele. It reports whether it is.
func compare(t *testing.T, theirs func(string) (string, error), text string) bool {
	t.Helper()
	got, err := eval.Render(liquid.Parse(text), text, eval.Env{Lookup: eval.Variables(root(t)), Now: clock})
	if err != nil {
		return false
	}
	want, err := theirs(text)
	if err == nil && got == want || errors.Is(err, errPanic) {
		return true
	}
	for _, d := range differs {
		if d.explains(text) {
			return true
		}
	}
	t.Errorf("%q\n     is %q\nosteele %q, %v", text, got, want, err)
	return true
}

func TestRandom(t *testing.T) {
	theirs := engine(t)
	g := grammar{rand.New(rand.NewSource(1))}
	n := 20_000
	if testing.Short() {
		n = 5_000
	}
	count := 0
	for range n {
		if compare(t, theirs, g.block(2)) {
			count++
		}
		if t.Failed() {
			break
		}
	}
	if count*5 < n {
		t.Errorf("of %d random templates only %d are determined", n, count)
	}
	t.Logf("%d of %d are determined", count, n)
}

// FuzzRender checks that any template ends within its limits, with a text or a place.
func FuzzRender(f *testing.F) {
	for _, test := range determined {
		f.Add(test.text)
	}
	for _, test := range undetermined {
		f.Add(test.text)
	}
	for _, text := range archived(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tmpl := liquid.Parse(text)
		env := eval.Env{Lookup: eval.Variables(root(t)), Now: clock, Rounds: 15, Bytes: 16384, Steps: 100_000}
		got, err := eval.Render(tmpl, text, env)
		if err == nil {
			if len(got) > 16384 {
				t.Errorf("%q becomes %d bytes", text, len(got))
			}
			if again, _ := eval.Render(tmpl, text, env); again != got {
				t.Errorf("%q is %q once and %q the second time", text, got, again)
			}
			return
		}
		why := err.(*eval.Undetermined)
		if why.Reason == "" || why.Start < 0 || why.End < why.Start || why.End > len(text) {
			t.Errorf("%q: %+v", text, why)
		}
		if utf8.ValidString(text) && !utf8.ValidString(why.Reason) {
			t.Errorf("%q: the reason %q is no text", text, why.Reason)
		}
	})
}
