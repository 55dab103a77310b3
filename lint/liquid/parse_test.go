package liquid_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"studiolint/lint/liquid"
)

func TestSound(t *testing.T) {
	for _, text := range sound {
		for _, e := range parse(t, text).Errors {
			t.Errorf("%q: %s at %q: %s", text, e.Kind, e.In(text), e.Message)
		}
	}
}

func TestBroken(t *testing.T) {
	for _, test := range broken {
		var got []string
		for _, e := range parse(t, test.text).Errors {
			got = append(got, fmt.Sprintf("%s %q", e.Kind, e.In(test.text)))
		}
		want := []string{fmt.Sprintf("%s %q", test.kind, test.marks)}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestMessagesSayWhatToWrite(t *testing.T) {
	for text, want := range map[string]string{
		"{{ flow.variables.count + 1 }}":           `write "| plus: 1"`,
		"{{ a - flow.variables.b }}":               `write "| minus: flow.variables.b"`,
		"{{ 'a' + b }}":                            `write "| append: b"`,
		"{{ a + ' b' }}":                           `write "| append: ' b'"`,
		"{{ a % 2 }}":                              `write "| modulo: 2"`,
		"{{ x":                                     `write "}}"`,
		"{% if x }":                                `write "%}"`,
		"{% if x %}":                               `write {% endif %}`,
		"{{ x | plus 1 }}":                         `write "plus: …"`,
		"{% if x = 1 %}{% endif %}":                `write "=="`,
		"{% if x && y %}{% endif %}":               `write "and"`,
		"{% if x || y %}{% endif %}":               `write "or"`,
		"{% if x %}{% else if y %}{% endif %}":     `write {% elsif`,
		"{% if not x %}{% endif %}":                `use {% unless %}`,
		"{% if x is 1 %}{% endif %}":               `compare with ==`,
		"{% x = 1 %}":                              `write {% assign x = … %}`,
		"{% if x %}{% end %}":                      `write {% endif %}`,
		"{{ if x }}":                               `write {% if`,
		"{{ flow.2nd }}":                           `write ["2nd"]`,
		"{{ flow.items.0 }}":                       `write [0]`,
		"{{ flow.größe }}":                         `write ["…"]`,
		"{% for x in 1..5 %}{% endfor %}":          `as in (1..5)`,
		"{flow.sid}} {{x}}":                        `write {{flow.sid}}`,
		"{% assign flow.x = 1 %}":                  `use a Set Variables widget`,
		"{{ x." + strings.Repeat("y", 90) + "ö }}": `rename`,
	} {
		tmpl := parse(t, text)
		if len(tmpl.Errors) == 0 || !strings.Contains(tmpl.Errors[0].Message, want) {
			t.Errorf("%q: %v does not say %q", text, tmpl.Errors, want)
		}
	}
}

var uses = map[liquid.Use]string{
	liquid.UseOutput: "output", liquid.UseCondition: "condition", liquid.UseCase: "case", liquid.UseAssign: "assign",
	liquid.UseLoop: "loop", liquid.UseCycle: "cycle", liquid.UseArgument: "argument", liquid.UseIndex: "index",
	liquid.UseUnknown: "unknown",
}

// list writes references as "use path", with "local" or "broken" after it.
func list(tmpl *liquid.Template) string {
	var out []string
	for _, r := range tmpl.References {
		s := uses[r.Use] + " " + r.String()
		if r.Local >= 0 {
			s += " local"
		}
		if r.Broken {
			s += " broken"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestReferences(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"no markup", ""},
		{"{{trigger.message.Body}}", "output trigger.message.Body"},
		{"{{ flow.variables. x }} {{ flow . variables [ 'x y' ] }}", `output flow.variables.x; output flow.variables["x y"]`},
		{"{{ a[b[c].d][\"x y\"].first }}", `output a[…]["x y"].first; index b[…].d; index c`},
		{"{{ a[0].b[-1] }}", "output a[0].b[-1]"},
		{"{{ ['flow'].sid }}", `output ["flow"].sid`},
		{"{{ a | f: b, 'c', d.e | g: k: h }}", "output a; argument b; argument d.e; argument h"},
		{"{{ 'x' | append: a }}", "argument a"},
		{"{{ true }} {{ nil }} {{ empty }} {{ 1 }} {{ -1.5 }} {{ \"x\" }}", ""},
		{"{% if a == b.c and d contains 'x' %}{% elsif e %}{% endif %}{% unless f %}{% endunless %}",
			"condition a; condition b.c; condition d; condition e; condition f"},
		{"{% case a %}{% when b, 'x' or c %}{% endcase %}", "case a; case b; case c"},
		{"{% assign x = a | plus: b %}{{ x }}{{ y }}", "assign a; argument b; output x local; output y"},
		{"{{ x }}{% assign x = x %}{{ x.y }}", "output x; assign x; output x.y local"},
		{"{% for x in x limit: n offset: m.o %}{{ x }}{{ forloop.index }}{% else %}{{ x }}{% endfor %}{{ x }}{{ forloop }}",
			"loop x; loop n; loop m.o; output x local; output forloop.index local; output x; output x; output forloop"},
		{"{% for x in (a..b.size) %}{% for x in x %}{{ x }}{% endfor %}{{ x }}{% endfor %}",
			"loop a; loop b.size; loop x local; output x local; output x local"},
		{"{% for x in y %}{% assign x = 1 %}{% endfor %}{{ x }}", "loop y; output x local"},
		{"{% capture x %}{{ x }}{% endcapture %}{{ x }}", "output x; output x local"},
		{"{% capture 'x' %}{% endcapture %}{{ x }}", "output x local"},
		{"{% increment x %}{{ x }}", "output x local"},
		{"{% cycle a: b, c %}", "cycle a; cycle b; cycle c"},
		{"{% tablerow x in y cols: z %}{{ x }}{{ tablerowloop.col }}{% endtablerow %}",
			"loop y; loop z; output x local; output tablerowloop.col local"},
		{"{% new_tag a.b %}{% other a b, c: %}{% third a.b | f: c %}", "unknown a.b; unknown a.b; argument c"},
		{"{% raw %}{{ a }}{% endraw %}{% comment %}{{ b }}{% endcomment %}{% # {{ c }} %}{{ d }}", "output d"},
		{"{{ ${a.b} }}{{ ${a}.b.c | f: ${d} }}{{ flow.${x}.y }}{{ a-${x}.b }}", "output flow.${x}.y; output a-${x}.b"},
		{"${ {{a}} {{b}}", "output a; output b"},

		// With mistakes.
		{"{{ a + b | plus: c }}", "output a; output b; argument c"},
		{"{% if a && b %}{{ c }}{% endif %}", "condition a; output c"},
		{"{{a} and {{b and {{c}}", "output a; output b broken; output c"},
		{"{{ widgets.my menu.Digits | f: a }}", "output widgets.my broken; argument a"},
		{"{{ a.b() }}{{ a.b. }}{{ c[1 }}{{ d[] }}", "output a.b broken; output a.b broken; output c[1] broken; output d broken"},
		{"{{ widgets.{{a}}.b }}", "output widgets[…].b; output a"},
		{"{% if {{a}} == '{{b}}' %}{% endif %}", "condition a; condition b"},
		{"{{ if a }}{{ else }}{{ b }}{{ endif }}", "output a; output b"},
		{"{% if x %}{% else if a %}{% endif %}", "condition x; condition a"},
		{"{% end if %}{% flow.x %}", ""},
	} {
		if diff := cmp.Diff(test.want, list(parse(t, test.text))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestSegmentsPointAtNames(t *testing.T) {
	text := `x {{ widgets . menu["a b"][0][flow.i] }}`
	r := parse(t, text).References[0]
	var got []string
	for _, s := range r.Segments {
		got = append(got, s.In(text))
	}
	if diff := cmp.Diff([]string{"widgets", "menu", "a b", "0", "flow.i"}, got); diff != "" {
		t.Error(diff)
	}
	for i, want := range []string{"widgets", "menu", "a b", "0", "", ""} {
		if got := r.Name(i); got != want {
			t.Errorf("Name(%d) = %q, want %q", i, got, want)
		}
	}
	if got := r.In(text); got != `widgets . menu["a b"][0][flow.i]` {
		t.Errorf("reference is %q", got)
	}
}

func TestOutputs(t *testing.T) {
	text := `a {{- flow.x | plus : 1 | replace: 'a', "b" -}} b {{ 'lit' }} {{ (1..3) | join: ',' }} {{x}`
	tmpl := parse(t, text)
	var got []string
	for _, o := range tmpl.Outputs {
		value := o.Expr.Terms[0]
		s := fmt.Sprintf("%s|%s|%s|%d", o.In(text), o.Expr.In(text), value.In(text), value.Kind)
		for _, f := range o.Filters() {
			s += fmt.Sprintf("|%s %d %s (%s)", f.Name, len(f.Arguments), f.Args.In(text), f.Arguments[0].In(text))
		}
		got = append(got, s)
	}
	want := []string{
		`{{- flow.x | plus : 1 | replace: 'a', "b" -}}|flow.x | plus : 1 | replace: 'a', "b"|flow.x|1|plus 1 1 (1)|replace 2 'a', "b" ('a')`,
		`{{ 'lit' }}|'lit'|'lit'|2`,
		`{{ (1..3) | join: ',' }}|(1..3) | join: ','|(1..3)|7|join 1 ',' (',')`,
		`{{x}|x|x|1`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestBranches takes the first branch of each block, as a rule does that must
// see the text a template may become.
func TestBranches(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"a{% if x %}b{% elsif y %}c{% else %}d{% endif %}e", "abe"},
		{"{% if x %}{% if y %}1{% else %}2{% endif %}3{% else %}4{% endif %}", "13"},
		{"{% unless x %}a{% else %}b{% endunless %}{% for i in x %}[{% endfor %}", "a["},
		{"a{% raw %}{{b}}{% endraw %}c{% comment %}d{% endcomment %}e{% assign x = 1 %}{{x}}f", "a{{b}}ce?f"},
		{"{% if x %}a{% comment %}{% else %}{% endcomment %}b{% else %}c{% endif %}", "ab"},
		{"{% if x %}a{% else %}b", "a"}, // no end: nothing follows
	} {
		tmpl := parse(t, test.text)
		var b strings.Builder
		firstBranch(&b, tmpl, tmpl.Nodes, test.text)
		if got := b.String(); got != test.want {
			t.Errorf("%q: the first branch is %q, want %q", test.text, got, test.want)
		}
	}
}

func firstBranch(b *strings.Builder, t *liquid.Template, nodes []liquid.Node, text string) {
	for _, n := range nodes {
		switch n.Kind {
		case liquid.TextNode:
			b.WriteString(n.In(text))
		case liquid.OutputNode:
			b.WriteByte('?')
		case liquid.BlockNode:
			firstBranch(b, t, n.Block.Branches[0].Nodes, text)
		}
	}
}

func TestLocals(t *testing.T) {
	text := "{% assign a = 1 %}{% for b in a %}{{b}}{% assign c = b %}{% endfor %}{% capture d %}x{% endcapture %}{% decrement e %}."
	var got []string
	for _, l := range parse(t, text).Locals {
		got = append(got, l.Name+" "+l.Scope.In(text))
	}
	want := []string{
		"a " + text[len("{% assign a = 1 %}"):],
		"b {{b}}{% assign c = b %}",
		"forloop {{b}}{% assign c = b %}",
		"c {% endfor %}{% capture d %}x{% endcapture %}{% decrement e %}.",
		"d {% decrement e %}.",
		"e .",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLoops(t *testing.T) {
	for text, want := range map[string]int{
		"x in y":                       -1,
		"x in (1..20)":                 20,
		"x in (1..a)":                  -1,
		"x in (5..1)":                  0,
		"x in (1..20) limit: 3":        3,
		"x in (1..20) offset: 15":      5,
		"x in y limit:16 reversed":     16,
		"x in y limit: n":              -1,
		"x in (1..99999999999999999)":  -1,
		"x in y offset: continue":      -1,
		"x in (1..4), limit: 9, cols:": 4,
	} {
		tmpl := parse(t, "{% for "+text+" %}{% endfor %}")
		if got := tmpl.Tags[0].Rounds("{% for " + text + " %}{% endfor %}"); got != want {
			t.Errorf("%q has %d rounds, want %d", text, got, want)
		}
	}
}

func TestHasMarkup(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "{": false, "a{b": false, "}}": false, `{"a":{"b":1}}`: false, "{ {": false,
		"{{": true, "a{%": true, "{ {{x": true, "{a{%": true,
	} {
		if got := liquid.HasMarkup(text); got != want {
			t.Errorf("HasMarkup(%q) = %v", text, got)
		}
	}
}

// TestConcurrent parses in several goroutines, which share the parsers' memory.
func TestConcurrent(t *testing.T) {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 20 {
				for _, test := range broken {
					if got := liquid.Parse(test.text, roots...).Errors; len(got) != 1 || got[0].In(test.text) != test.marks {
						t.Errorf("%q: %v", test.text, got)
					}
				}
			}
		})
	}
	wg.Wait()
}

func TestTags(t *testing.T) {
	names := liquid.Tags()
	for _, want := range []string{"if", "endif", "elsif", "when", "endraw", "assign"} {
		found := false
		for _, name := range names {
			found = found || name == want
		}
		if !found {
			t.Errorf("%q is missing in %v", want, names)
		}
	}
	for _, tag := range liquid.Parse("{% if x %}{% endif %}{% # x %}{% new %}", roots...).Tags {
		if tag.Known != (tag.Name != "new") {
			t.Errorf("Known of %q is %v", tag.Name, tag.Known)
		}
	}
}
