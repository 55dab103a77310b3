package eval_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	osteele "github.com/osteele/liquid"

	"studiolint/lint/liquid"
	"studiolint/lint/liquid/eval"
)

// variables are what the tests' templates read.
const variables = `{
	"flow": {
		"sid": "FN1",
		"variables": {"count": "3", "name": "Ada", "empty": "", "half": "1.5", "list": "a,b,c", "spaced": "  Hello World \n", "no": "false"},
		"data": {"id": 42, "vip": true, "blocked": false, "price": 9.99, "nothing": null}
	},
	"trigger": {"message": {"Body": "Yes", "From": "+15551234567", "NumMedia": "0"}},
	"widgets": {
		"menu": {"Digits": "1", "SpeechResult": "Billing please."},
		"split-agent": {"inbound": {"Body": "Ok"}},
		"get": {"parsed": {
			"slots": ["9:00", "10:30", "12:15"],
			"rows": [{"label": "one", "price": 5}, {"label": "two", "price": 7}],
			"numbers": [3, 1, 2], "none": [], "key": "label", "i": 1,
			"many": [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]
		}}
	},
	"contact": {"channel": {"address": "+15557654321"}}
}`

func root(t testing.TB) eval.Value {
	t.Helper()
	v, err := parsed()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

var parsed = sync.OnceValues(func() (eval.Value, error) { return eval.JSON([]byte(variables)) })

var clock = time.Date(2026, 3, 7, 9, 5, 4, 0, time.FixedZone("PST", -8*3600))

func render(t testing.TB, text string) (string, error) {
	t.Helper()
	env := eval.Env{Lookup: eval.Variables(root(t)), Now: clock, Rounds: 15, Bytes: 16384}
	return eval.Render(liquid.Parse(text), text, env)
}

// determined are templates with what they become, on which the engines agree.
var determined = []struct{ text, want string }{
	{"", ""},
	{"plain {text}", "plain {text}"},
	{"Hello {{flow.variables.name}}!", "Hello Ada!"},
	{"{{flow.data.id}} {{flow.data.vip}} {{flow.data.blocked}} {{flow.data.price}}", "42 true false 9.99"},
	{"[{{flow.variables.missing}}{{flow.data.nothing}}{{nobody.knows.it}}{{flow.variables.name.first_letter}}]", "[]"},
	{"{{widgets.split-agent.inbound.Body}}", "Ok"},
	{`{{widgets["menu"]["Digits"]}} {{ widgets.get.parsed.slots[1] }} {{ widgets.get.parsed.rows[0].label }}`, "1 10:30 one"},
	{"{{widgets.get.parsed.rows[widgets.get.parsed.i][widgets.get.parsed.key]}}", "two"},
	{"{{widgets.get.parsed.slots.size}} {{widgets.get.parsed.slots.first}} {{widgets.get.parsed.slots.last}} {{flow.variables.name.size}}", "3 9:00 12:15 3"},
	{"{{'a'}}{{1}}{{ -2 }}{{1.5}}{{true}}{{nil}}", "a1-21.5true"},

	// Filters of text.
	{"{{trigger.message.Body | downcase}} {{flow.variables.name | upcase}} {{'für Ελλάδα' | upcase}}", "yes ADA FÜR ΕΛΛΆΔΑ"},
	{"[{{flow.variables.spaced | strip}}] [{{flow.variables.spaced | rstrip}}] [{{flow.variables.spaced | lstrip | strip_newlines}}]", "[Hello World] [  Hello World] [Hello World ]"},
	{"{{trigger.message.From | replace: '+', '%2B'}} {{trigger.message.From | url_encode}} {{'a b&c' | url_encode}}", "%2B15551234567 %2B15551234567 a+b%26c"},
	{"{{'a-b-c' | replace_first: '-', '' }} {{'a-b-c' | remove: '-'}} {{'a-b-c' | remove_first: '-'}}", "ab-c abc ab-c"},
	{"{{'https://' | append: flow.sid | append: '/' | prepend: '>'}} {{flow.data.id | append: 1}}", ">https://FN1/ 421"},
	{"{{trigger.message.From | slice: 2, 3}} {{'abc' | slice: 1}} {{'abc' | slice: -2, 2}}", "555 b bc"},
	{"{{'hello world' | truncate: 8}} {{'hello' | truncate: 10}} {{'hello' | truncate: 3, ''}}", "hello... hello hel"},
	{"{{'a<b>&c' | escape}} {{'ada' | capitalize}}", "a&lt;b&gt;&amp;c Ada"},
	{"{{flow.variables.missing | downcase}}{{flow.variables.missing | append: 'x'}}", "x"},
	{"{{flow.variables.missing | default: 'none'}} {{flow.variables.empty | default: 'none'}} {{flow.data.blocked | default: 'none'}} {{flow.variables.no | default: 'none'}} {{0 | default: 1}}", "none none none false 0"},

	// Filters of numbers.
	{"{{flow.variables.count | plus: 1}} {{flow.data.id | minus: 2}} {{flow.variables.count | times: 2}} {{10 | divided_by: 5}} {{10 | modulo: 3}}", "4 40 6 2 1"},
	{"{{flow.variables.half | plus: 1}} {{9.99 | plus: 0.02}} {{'-3' | abs}} {{1.5 | ceil}} {{1.5 | floor}} {{1.5 | round}} {{2.4 | round}}", "2.5 10.01 3 2 1 2 2"},

	// Filters of lists.
	{"{{flow.variables.list | split: ',' | join: '-'}} {{flow.variables.list | split: ',' | first}} {{flow.variables.list | split: ',' | last}} {{flow.variables.list | split: ',' | size}}", "a-b-c a c 3"},
	{"{{'c,a,b,a' | split: ',' | sort | join}} {{'c,a,b,a' | split: ',' | uniq | join: ''}} {{'c,a,b' | split: ',' | reverse | join: ''}} {{widgets.get.parsed.rows | map: 'label' | join: '+'}}", "a a b c cab bac one+two"},
	{"{{flow.variables.name | size}} {{widgets.get.parsed.none | first}}", "3 "},

	// Conditions.
	{"{% if flow.variables.count == '3' %}a{% endif %}{% if flow.variables.count == 3 %}b{% endif %}{% if flow.data.id == 42 %}c{% endif %}", "ac"},
	{"{% if flow.variables.count != 3 %}a{% endif %}{% if flow.variables.empty %}b{% endif %}{% if flow.variables.missing %}c{% else %}d{% endif %}{% unless flow.data.vip %}e{% endunless %}", "abd"},
	{"{% if '9' > '10' %}text{% endif %} {% assign n = flow.variables.count | plus: 0 %}{% if n < 10 and n >= 3 %}number{% endif %}", "text number"},
	{"{% if trigger.message.Body == 'no' or 'yes' %}always{% endif %}{% if trigger.message.Body == 'yes' %}never{% endif %}", "always"},
	{"{% if trigger.message.Body contains 'es' %}1{% endif %}{% if widgets.get.parsed.slots contains '9:00' %}2{% endif %}{% if nobody contains 'x' %}3{% endif %}", "12"},
	{"{% if flow.data.nothing == nil %}1{% endif %}{% if flow.data.id != nil %}2{% endif %}{% if flow.data.vip == true %}3{% endif %}{% if flow.data.vip == 'true' %}4{% endif %}", "123"},
	{"{% if true or false and true %}yes{% endif %}", "yes"},
	{"{% if a %}1{% elsif flow.data.vip %}2{% elsif true %}3{% else %}4{% endif %}", "2"},
	{"{% case widgets.menu.Digits %}{% when 1 %}number{% when '1' %}text{% else %}else{% endcase %}{% case flow.sid %} {% when 'x', 'FN1' %}!{% endcase %}{% case 1 %}{% when 2 %}{% else %}?{% endcase %}", "text!?"},

	// Loops.
	{"{% for s in widgets.get.parsed.slots %}{{forloop.index}}:{{s}}{% unless forloop.last %}, {% endunless %}{% endfor %}", "1:9:00, 2:10:30, 3:12:15"},
	{"{% for i in (1..3) %}{{i}}{{forloop.index0}}{{forloop.rindex}}{{forloop.rindex0}}{{forloop.length}} {% endfor %}", "10323 21213 32103 "},
	{"{% for s in widgets.get.parsed.slots limit: 1 offset:1 %}{{s}}{% endfor %}{% for s in widgets.get.parsed.slots reversed %}[{{s}}]{% endfor %}", "10:30[12:15][10:30][9:00]"},
	{"{% for s in widgets.get.parsed.none %}x{% else %}none{% endfor %}{% for s in nobody %}x{% endfor %}", "none"},
	{"{% for i in (1..5) %}{% if i == 2 %}{% continue %}{% endif %}{% if i == 4 %}{% break %}{% endif %}{{i}}{% endfor %}", "13"},
	{"{% for r in widgets.get.parsed.rows %}{% for i in (1..2) %}{{r.label}}{{i}}{% if i == 1 %}{% continue %}{% endif %};{% endfor %}{% endfor %}", "one1one2;two1two2;"},

	// Names.
	{"{% assign x = flow.variables.count | plus: 1 %}{{x}}{% assign x = x | times: 2 %}{{x}}", "48"},
	{"{% capture greeting %}Hi {{flow.variables.name}}{% endcapture %}{{greeting}}{{greeting.size}}", "Hi Ada6"},
	{"{% if false %}{% assign flow = 'x' %}{% endif %}{{flow.sid}}", "FN1"},
	{"{% for i in (1..2) %}{% assign last = i %}{% endfor %}{{last}}{{i}}", "2"},
	{"{% for i in (1..3) %}{% cycle 'a', 'b' %}{% endfor %}", "aba"},

	// White space.
	{"a {{- 'b' -}} c {%- if true -%} d {%- endif -%} e", "abcde"},
	{"a  \n {%- assign x = 1 %} b", "a b"},
	{"{% raw %}{{ a }}{% endraw %}{% comment %}{{ b }}{% endcomment %}", "{{ a }}"},
}

// only are templates that osteele does not read, or reads in its own way, with what
// they become.
var only = []struct{ why, text, want string }{
	{"to_json is Studio's own", `{"p": {{widgets.get.parsed.rows | to_json}}, "t": {{'a"<b>' | to_json}}, "n": {{flow.data.price | to_json}}}`,
		`{"p": [{"label":"one","price":5},{"label":"two","price":7}], "t": "a\"<b>", "n": 9.99}`},
	{"osteele panics where slice begins after the end", "[{{'abc' | slice: 5, 2}}]", "[]"},
	{"the clock is ours", "{{'now' | date: '%Y-%m-%dT%H:%M:%S%z %b %-d %-I:%M %p %A %j %%'}}", "2026-03-07T09:05:04-0800 Mar 7 9:05 AM Saturday 066 %"},
	{"osteele has no increment and decrement", "{% increment n %}{% increment n %}{% decrement n %}{{n}}", "0111"},
	{"Studio ends a loop after 15 rounds", "{% for n in widgets.get.parsed.many %}{{n}}{% endfor %}", "123456789101112131415"},
}

func TestDetermined(t *testing.T) {
	list := determined
	for _, o := range only {
		list = append(list[:len(list):len(list)], struct{ text, want string }{o.text, o.want})
	}
	for _, test := range list {
		got, err := render(t, test.text)
		if err != nil {
			t.Errorf("%s: %v", test.text, err)
		} else if got != test.want {
			t.Errorf("%s\n got %q\nwant %q", test.text, got, test.want)
		}
	}
}

var errPanic = errors.New("osteele panics")

// engine is osteele with the same variables.
func engine(t testing.TB) func(text string) (string, error) {
	e := osteele.NewEngine()
	bindings := root(t).ToGo().(map[string]any)
	return func(text string) (_ string, err error) {
		defer func() {
			if p := recover(); p != nil {
				err = errPanic
			}
		}()
		out, err := e.ParseAndRenderString(text, bindings)
		if err != nil {
			return "", err
		}
		return out, nil
	}
}

// TestAgainstOsteele holds what is determined against an independent engine.
func TestAgainstOsteele(t *testing.T) {
	theirs := engine(t)
	for _, o := range only {
		if got, err := theirs(o.text); err == nil && got == o.want {
			t.Errorf("%s is the same to osteele: %s", o.text, o.why)
		}
	}
	for _, test := range determined {
		if got, err := theirs(test.text); err != nil || got != test.want {
			t.Errorf("%s\nosteele %q, %v\n   want %q", test.text, got, err, test.want)
		}
	}
	for _, d := range differs {
		want, err := theirs(d.example)
		if got, ours := render(t, d.example); ours != nil || err == nil && got == want || !d.explains(d.example) {
			t.Errorf("%s: %q, %v should differ from osteele's %q because %s", d.example, got, ours, want, d.why)
		}
	}
}

// undetermined are templates that become something else in each engine, or nobody
// knows what in Studio; each with a word of the reason and the place.
var undetermined = []struct{ text, reason, at string }{
	{"x {{flow.variables.count + 1}}", "has a mistake", "+"},
	{"{% if flow.sid %}", "has a mistake", "{% if flow.sid %}"},
	{"{% if flow.sid | size > 1 %}{% endif %}", "has a mistake", "| size"},
	{"{{flow.sid | titlecase}}", "filter titlecase", "titlecase"},
	{"{{'a%20b' | url_decode}}", "filter url_decode", "url_decode"},
	{"{% render 'x' %}", "{% render %}", "{% render 'x' %}"},
	{"{% tablerow x in widgets.get.parsed.slots %}{% endtablerow %}", "tablerow", "{% tablerow x in widgets.get.parsed.slots %}"},
	{"{% # note %}", "what {% # %} does", "{% # note %}"},
	{"{{widgets.get.parsed}}", "use to_json", "{{widgets.get.parsed}}"},
	{"{{widgets.get.parsed.slots}}", "use to_json", "{{widgets.get.parsed.slots}}"},
	{"{{flow.variables | upcase}}", "use to_json", "upcase"},
	{"{{widgets.get.parsed.slots[9]}}", "no item 9", "widgets.get.parsed.slots[9]"},
	{"{{widgets.get.parsed.slots[-1]}}", "no item -1", "widgets.get.parsed.slots[-1]"},
	{"{{ flow .sid }}", "white space within a path", "flow .sid"},
	{"{{ flow.sid\n}}", "line break", "{{ flow.sid\n}}"},
	{"{{ ['flow'].sid }}", "begins with a bracket", "['flow'].sid"},
	{"{{ '}}' }}", "braces", "'}}'"},
	{"{{ ${x} }}", "deployed", "${x}"},
	{"{% if flow.sid == empty %}{% endif %}", "empty", "empty"},
	{"{% if flow.sid == blank %}{% endif %}", "blank", "blank"},
	{"{% if flow.variables.count > 2 %}{% endif %}", "order of a text and a number", "flow.variables.count > 2"},
	{"{% if flow.variables.missing < 2 %}{% endif %}", "order of nothing and a number", "flow.variables.missing < 2"},
	{"{% if flow.sid <> 'x' %}{% endif %}", `"<>"`, "<>"},
	{"{% if (flow.sid == 'x') %}{% endif %}", "parentheses", "(flow.sid == 'x')"},
	{"{% if true or true and false %}{% endif %}", `"and" beside "or"`, "true or true and false"},
	{"{% case flow.sid %}{% when 'a' or 'b' %}{% endcase %}", `"or"`, "{% when 'a' or 'b' %}"},
	{"{% if flow.sid %} \n{% endif %}", "white space alone", "{% if flow.sid %} \n{% endif %}"},
	{"{% for i in (1..3) %} {% if false %}{% else %}{% assign x = 1 %}{% endif %}{% endfor %}", "white space alone", "{% for i in (1..3) %} {% if false %}{% else %}{% assign x = 1 %}{% endif %}{% endfor %}"},
	{"{% case nobody %}{% when flow.data.nothing %}x{% endcase %}", "with nothing", "{% when flow.data.nothing %}"},
	{"{% if nobody == flow.data.nothing %}x{% endif %}", "two variables", "nobody == flow.data.nothing"},
	{"{% for i in (1..3) offset: 5 %}x{% else %}none{% endfor %}", "leave nothing", "{% for i in (1..3) offset: 5 %}"},
	{"{{12.5 | truncate: 3, ''}}", "truncate of a number", "truncate: 3, ''"},
	{"{% if true or 10 < 'a' %}x{% endif %}", "order of a number and a text", "10 < 'a'"},
	{"{% case 1 %}{% when 1 %}a{% when 1 %}b{% endcase %}", "several values", "{% when 1 %}"},
	{"{% comment %}{% if %}{% endcomment %}", "within a comment", "{% if %}"},
	{"{% break %}", "outside a loop", "{% break %}"},
	{"{%- raw -%} x {%- endraw -%}", "hyphens", "{%- raw -%}"},
	{"{{7 | divided_by: 2}}", "remainder", "divided_by: 2"},
	{"{{7 | divided_by: 0}}", "zero", "divided_by: 0"},
	{"{{7 | divided_by: 2.0}} {{1.5 | plus: 1.5}}", "print the result", "plus: 1.5"},
	{"{{0.1 | plus: 0.2}}", "rounded", "plus: 0.2"},
	{"{{flow.variables.missing | plus: 1}}", "numbers of nothing", "plus: 1"},
	{"{{flow.variables.name | plus: 1}}", `text "Ada"`, "plus: 1"},
	{"{{'2026-01-02' | date: '%Y'}}", "dates", "date: '%Y'"},
	{"{{'now' | date: '%Q'}}", "%Q", "date: '%Q'"},
	{"{{'a  b' | split: ' ' | size}}", "space", "split: ' '"},
	{"{{'aBC' | capitalize}}", "capitalize", "capitalize"},
	{"{{'İ' | downcase}}", "case of İ", "downcase"},
	{"{{'😀' | size}}", "emojis", "size"},
	{`{{'a"b' | escape}}`, "double quote", "escape"},
	{"{{'a*b' | url_encode}}", "URL", "url_encode"},
	{"{{nobody | to_json}}", "to_json makes of nothing", "to_json"},
	{"{{flow.sid | default: 'x', allow_false: true}}", "named arguments", "allow_false"},
	{"{% for c in flow.sid %}{% endfor %}", "loop over a text", "{% for c in flow.sid %}"},
	{"{% for s in nobody %}x{% else %}none{% endfor %}", "loop over nothing", "{% for s in nobody %}"},
	{"{% for n in widgets.get.parsed.many %}{{forloop.last}}{% endfor %}", "cuts short", "forloop.last"},
	{"{% for n in widgets.get.parsed.many limit: 3 reversed %}{% endfor %}", "reversed together", "{% for n in widgets.get.parsed.many limit: 3 reversed %}"},
	{"{% for n in (1..3) offset: continue %}{% endfor %}", "offset: continue", "{% for n in (1..3) offset: continue %}"},
	{"{% for n in (1..3) %}{% assign n = 1 %}{% endfor %}", "variable of a loop", "{% assign n = 1 %}"},
	{"{% cycle 'a', 'b' %}", "outside a loop", "{% cycle 'a', 'b' %}"},
	{"{% for n in (1..3) %}{% cycle flow.sid, 'b' %}{% endfor %}", "variables of", "{% cycle flow.sid, 'b' %}"},
	{"{% if false %}{% elseif true %}{% endif %}", "elseif", "{% elseif true %}"},
}

func TestUndetermined(t *testing.T) {
	for _, test := range undetermined {
		got, err := render(t, test.text)
		var why *eval.Undetermined
		if !errors.As(err, &why) {
			t.Errorf("%s is %q, %v", test.text, got, err)
			continue
		}
		if !strings.Contains(why.Reason, test.reason) || why.In(test.text) != test.at {
			t.Errorf("%s at %q: %s; want %q at %q", test.text, why.In(test.text), why.Reason, test.reason, test.at)
		}
	}
}

// What is not known does no harm where it does not matter.
func TestUnknown(t *testing.T) {
	env := eval.Env{Lookup: func(path []string) eval.Value {
		if path[0] == "known" {
			return eval.Text("yes")
		}
		return eval.Unknown("nobody said what " + strings.Join(path, ".") + " is")
	}}
	for text, want := range map[string]string{
		"{% if known == 'yes' or widgets.x %}1{% endif %}":                   "1",
		"{% if widgets.x == 'y' and known == 'no' %}1{% else %}2{% endif %}": "2",
		"{% assign x = widgets.x | upcase %}{{known}}":                       "yes",
		"{{widgets.x.y | upcase}}":                                           "nobody said what widgets.x.y is",
		"{% if widgets.x %}{% endif %}":                                      "nobody said what widgets.x is",
		"{% for i in widgets.x %}{% endfor %}":                               "nobody said what widgets.x is",
		"{{known | default: widgets.x}}":                                     "nobody said what widgets.x is",
	} {
		got, err := eval.Render(liquid.Parse(text), text, env)
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestLimits would take hours, or all memory, if nothing bounded the work.
func TestLimits(t *testing.T) {
	for name, text := range map[string]string{
		"nested loops":     strings.Repeat("{% for a in (1..9999) %}", 8) + "x" + strings.Repeat("{% endfor %}", 8),
		"doubling":         "{% assign x = 'ab' %}" + strings.Repeat("{% assign x = x | append: x %}", 60) + "{{x.size}}",
		"replacing":        "{% assign x = 'a' %}" + strings.Repeat("{% assign x = x | replace: 'a', 'aaaaaaaaaa' %}", 40) + "{{x}}",
		"joining":          "{% assign x = '" + strings.Repeat("x", 5000) + "' %}{{ (1..9999) | join: x }}",
		"a long text":      "{% for a in (1..1000) %}" + strings.Repeat("x", 1000) + "{% endfor %}",
		"a long path":      "{{ a" + strings.Repeat(".b", 100_000) + " }}",
		"a long range":     "{% for a in (1..999999999999999) %}{% endfor %}",
		"a backward range": "{% for a in (1..-99999999999999) %}{% endfor %}{% for a in (1..'x') %}{% endfor %}",
		"deep blocks":      strings.Repeat("{% if true %}", 50_000) + strings.Repeat("{% endif %}", 50_000) + strings.Repeat("x", 20_000),
	} {
		env := eval.Env{Lookup: eval.Variables(root(t)), Bytes: 16384}
		if got, err := eval.Render(liquid.Parse(text), text, env); err == nil {
			t.Errorf("%s: %d bytes and no error", name, len(got))
		}
	}
	text := strings.Repeat("x", 16384) // as much as Studio renders
	if got, err := eval.Render(liquid.Parse(text), text, eval.Env{Bytes: 16384}); got != text || err != nil {
		t.Errorf("16,384 bytes: %v", err)
	}
}

func TestJSON(t *testing.T) {
	for text, want := range map[string]string{
		`{"b": [1, 2.50, -0, 1e400], "a": null}`: `{"b":[1,2.50,-0,1e400],"a":null}`,
		`"é\u00e9<&>\n"`:                         `"éé<&>\n"`,
		`[true, false, {}, []]`:                  `[true,false,{},[]]`,
		`{"a": 1} x`:                             "more text follows the JSON value",
		`{"a": 1} 2`:                             "more text follows the JSON value",
		`{"a"`:                                   "the JSON ends too early",
		`{"a": x}`:                               "invalid character 'x' looking for beginning of value",
		``:                                       "the JSON ends too early",
		strings.Repeat("[", 5000):                "the JSON is nested too deep",
	} {
		v, err := eval.JSON([]byte(text))
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			tmpl := "{{ x | to_json }}"
			got, _ = eval.Render(liquid.Parse(tmpl), tmpl, eval.Env{Lookup: func([]string) eval.Value { return v }})
		}
		if got != want {
			t.Errorf("%.20q: %q, want %q", text, got, want)
		}
	}
}
