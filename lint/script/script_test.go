package script

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"studiolint/lint/files"
)

const ivr = `{"initial_state": "Trigger", "states": [
 {"name": "Trigger", "type": "trigger", "properties": {}, "transitions": [{"event": "incomingCall", "next": "hours"}, {"event": "incomingMessage"}]},
 {"name": "hours", "type": "make-http-request", "properties": {"method": "POST", "url": "https://api.example.com/hours?to={{trigger.call.To}}", "body": "{\"who\": \"{{contact.channel.address}}\"}", "parameters": [{"key": "k", "value": "v"}]},
  "transitions": [{"event": "success", "next": "open"}, {"event": "failed", "next": "sorry"}]},
 {"name": "open", "type": "split-based-on", "properties": {"input": "{{widgets.hours.parsed.open}}"}, "transitions": [
  {"event": "noMatch", "next": "sorry"},
  {"event": "match", "next": "menu", "conditions": [{"friendly_name": "x", "arguments": ["{{widgets.hours.parsed.open}}"], "type": "equal_to", "value": "true"}]}]},
 {"name": "sorry", "type": "say-play", "properties": {"say": "Sorry, we are closed.{{flow.variables.why}}"}, "transitions": [{"event": "audioComplete"}]},
 {"name": "menu", "type": "gather-input-on-call", "properties": {"say": "Press 1 for sales.", "timeout": 5},
  "transitions": [{"event": "keypress", "next": "note"}, {"event": "timeout", "next": "menu"}]},
 {"name": "note", "type": "send-message", "properties": {"to": "{{contact.channel.address}}", "body": "You pressed {{widgets.menu.Digits}}"}, "transitions": [{"event": "sent", "next": "queue"}, {"event": "failed", "next": "sorry"}]},
 {"name": "queue", "type": "send-to-flex", "properties": {"attributes": "{\"queue\": \"sales\", \"who\": {\"number\": {{contact.channel.address | to_json}}}}"}, "transitions": [{"event": "callComplete"}, {"event": "failedToEnqueue", "next": "sorry"}]}]}`

// folder writes files and returns the file system from their folder.
func folder(t testing.TB, texts map[string]string) files.Root {
	t.Helper()
	dir := t.TempDir()
	for name, text := range texts {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return files.Root{FS: files.OS{}, Dir: dir}
}

// try runs one test of the flow above, given by what stands below its name.
func try(t *testing.T, test string) *Outcome {
	t.Helper()
	text := "flow: ivr.json\nfakes: {hours: {body: {open: true}}}\ntests:\n  - name: a\n" + strings.ReplaceAll("\n"+test, "\n", "\n    ") + "\n"
	r := Run([]string{"a.flowtest.yaml"}, &Loader{Root: folder(t, map[string]string{"ivr.json": ivr, "a.flowtest.yaml": text})}, Options{})
	if len(r.Outcomes) != 1 {
		t.Fatalf("%s\n%v", text, r.Problems)
	}
	return r.Outcomes[0]
}

func TestAssertions(t *testing.T) {
	for _, c := range []struct{ test, status, message string }{
		{`steps: [expect: Press 1, press: "1", expect: You pressed 1]`, "passed", ""},
		{`steps: [expect: "/Press \\d  ?for (sales|support)\\./", press: "1"]`, "passed", ""},
		{`steps: [expect: "/press \\d/", press: "1"]`, "failed", `"/press \d/" was expected; said was "Press 1 for sales."`},
		{`steps: [expect: "/press \\d/i", press: "1"]`, "passed", ""},
		{`steps: [expect: {equals: "Press 1 for sales."}, press: "1"]`, "passed", ""},
		{`steps: [expect: {equals: "Press 1 for"}, press: "1"]`, "failed", `"Press 1 for" was expected`},
		{`steps: [press: "1", expect: Press 1]`, "failed", `"Press 1" was expected; said was "You pressed 1"`},
		{`steps: [press: "1", expect: {widget: menu, event: keypress}]`, "passed", ""},
		{`steps: [press: "1", expect: {widget: menu, event: timeout}]`, "failed", `"menu" was expected to be left by timeout`},
		{`steps: [press: "1", expect: {widget: queue, event: callComplete, attributes: {queue: sales, who: {number: "+15005550010"}}}]`, "passed", ""},
		{`steps: [press: "1", expect: {widget: queue, attributes: {who: {number: "+1"}}}]`, "failed", `attributes.who.number of "queue" was expected to be "+1", and is "+15005550010"`},
		{`steps: [press: "1", expect: {widget: queue, attributes: {other: 1}}]`, "failed", `attributes.other of "queue" was expected to be 1, and is missing`},
		{`steps: [press: "1", expect: {widget: menu, attributes: {other: 1}}]`, "failed", `"menu" sends no JSON`},
		{`steps: [expect: {request: {method: POST, url: "https://api.example.com/*", body: {who: "+15005550010"}, parameters: {k: v}}}, press: "1"]`, "passed", ""},
		{`steps: [expect: {widget: menu, request: {method: POST}}, press: "1"]`, "failed", `"menu" makes no request`},
		{`steps: [expect: {widget: hours, request: {method: POST, url: "https://api.example.com/*", body: {who: "+15005550010"}, parameters: {k: v}}}, press: "1"]`, "passed", ""},
		{`steps: [expect: {widget: hours, request: {url: "https://api.example.org/*"}}, press: "1"]`, "failed", `the address of "hours" was expected to be`},
		{`steps: [expect: {widget: hours, request: {parameters: {k: w}}}, press: "1"]`, "failed", `the parameter k of "hours" was expected to be "w", and is "v"`},
		{`steps: [expect: {widget: hours, request: {parameters: {l: w}}}, press: "1"]`, "failed", `has no parameter "l"`},
		{`steps: [expect: {widget: hours, request: {body: {who: x}}}, press: "1"]`, "failed", `body.who of "hours" was expected to be "x", and is "+15005550010"`},
		{`steps: [press: "1", failed: true, expect: Sorry]`, "passed", ""},
		{`steps: [press: "1", expect: You pressed, failed: true, expect: Sorry]`, "passed", ""},
		{`steps: [press: "1", failed: note, expect: Sorry]`, "passed", ""},
		{`steps: [press: "1", failed: queue, expect: Sorry]`, "failed", `the step "failed" is one too many: the execution has ended at "queue" by callComplete`},
		{`steps: [press: "1", failedToEnqueue: true, expect: Sorry]`, "passed", ""},
		{`steps: [reply: hi]`, "failed", `"menu" is there, and the step "reply" is not what it asks for: it goes on by press, silence, say`},
		{`steps: [press: "1", press: "2"]`, "failed", `the step "press" is one too many: the execution has ended at "queue" by callComplete`},
		{`steps: []`, "failed", `the steps are used up, and "menu" still waits: it goes on by press, silence, say`},
		{`end: {waiting: menu}`, "passed", ""},
		{`end: {waiting: queue}`, "failed", `it was to wait at "queue", and waits at "menu"`},
		{`steps: [press: "1"]` + "\nend: {widget: queue, event: callComplete}", "passed", ""},
		{`steps: [press: "1"]` + "\nend: {stuck: true}", "failed", `it was to be stuck; the execution has ended at "queue" by callComplete`},
		{`steps: [say: hello]`, "failed", `the execution is stuck at "menu": it has no transition for speech (81002)`},
		{`steps: [say: hello]` + "\nend: {stuck: true, widget: menu}", "passed", ""},
		{`steps: [hang-up: true]`, "passed", ""},
		{"steps: [press: \"1\"]\nvisits: [queue]\nnever: [sorry]", "passed", ""},
		{"steps: [press: \"1\"]\nvisits: [sorry]", "failed", `"sorry" was not visited`},
		{"steps: [press: \"1\"]\nnever: [note]", "failed", `"note" was visited`},
		{"steps: [press: \"1\"]\nvariables: {a: 1}\nvariables-after: {a: \"1\"}", "passed", ""},
		{"steps: [press: \"1\"]\nvariables-after: {a: \"1\"}", "failed", "flow.variables.a was never set"},
		{"steps: [press: \"1\"]\nvariables: {a: 1}\nvariables-after: {a: \"2\"}", "failed", `flow.variables.a was expected to be "2", and is "1"`},
		{"steps: [press: \"1\", failed: true]\nblanks: none", "failed", `"{{flow.variables.why}}" comes out blank in "sorry"`},
		{"steps: [press: \"1\", failed: true]\nblanks: none\nvariables: {why: x}", "passed", ""},
		{"fakes: {hours: {status: 500}}\nsteps: [expect: Sorry]", "passed", ""},
		{"fakes: {hours: {event: failed}}\nsteps: [expect: Sorry]", "passed", ""},
		{"fakes: {\"POST https://api.example.com/*\": {status: 500}, hours: {body: {open: true}}}\nsteps: [press: \"1\"]", "passed", ""}, // that by name comes first
		{"fakes: {\"POST https://api.example.com/*\": {status: 500}}\nsteps: [expect: Sorry]", "passed", ""},                             // the test's own wins
		{"fakes: {hours: {event: keypress}}", "failed", `the fake for "hours" has the event keypress, which the widget has not: it has success, failed`},
		{"fakes: {queue: {event: failedToEnqueue}}\nsteps: [press: \"1\", expect: Sorry]", "passed", ""},
		{"fakes: {queue: {status: 200}}\nsteps: [press: \"1\"]", "failed", `the fake for "queue" has a status or a body, and the widget makes no request`},
		{"start: {event: incomingMessage}", "failed", "the trigger does not wire incomingMessage"},
		{"steps: [silence: true, silence: true, silence: true, silence: true, silence: true, silence: true, silence: true, silence: true, silence: true, silence: true]\nend: {limit: visits}", "passed", ""},
	} {
		o := try(t, c.test)
		if string(o.Status) != c.status || !strings.Contains(o.Message, c.message) || (c.message == "") != (o.Message == "") {
			t.Errorf("%s:\n%s: %s\nwant %s: %s", c.test, o.Status, o.Message, c.status, c.message)
		}
	}
}

// The key of a fake that is missing can be copied as it is told.
func TestMissingFake(t *testing.T) {
	text := "flow: ivr.json\ntests: [{name: a, start: {event: incomingCall}}]\n"
	r := Run([]string{"a.flowtest.yaml"}, &Loader{Root: folder(t, map[string]string{"ivr.json": ivr, "a.flowtest.yaml": text})}, Options{})
	if o := r.Outcomes[0]; !strings.HasSuffix(o.Message, `add one for "hours" or "POST https://api.example.com/hours*"`) {
		t.Error(o.Message)
	}
}

func TestUndetermined(t *testing.T) {
	o := try(t, `fakes: {hours: {event: success}}`)
	if o.Status != Unclear || !strings.Contains(o.Message, "what hours got as an answer was not given") || o.Widget != "open" || o.Line != 5 {
		t.Errorf("%s: %s (%s, %d)", o.Status, o.Message, o.Widget, o.Line)
	}
}

func TestNotes(t *testing.T) {
	o := try(t, "fakes: {queue: {event: callComplete}, hours: {body: {closed: true}}}\nsteps: [expect: Sorry]")
	want := []string{`line 6: the fake "queue" is not used`, "the flow reads widgets.hours.parsed.open, which its fake does not have",
		`line 2: no test uses the fake "hours"`}
	if diff := cmp.Diff(want, o.Notes); diff != "" {
		t.Error(diff)
	}
}

// A fake beside the tests that none of them uses is told with the last one.
func TestUnusedFake(t *testing.T) {
	text := "flow: ivr.json\nfakes: {hours: {body: {open: true}}, queue: {event: callComplete}}\ntests: [{name: a, steps: [say: x], end: {stuck: true}}, {name: b, steps: [hang-up: true]}]"
	r := Run([]string{"a.flowtest.yaml"}, &Loader{Root: folder(t, map[string]string{"ivr.json": ivr, "a.flowtest.yaml": text})}, Options{})
	if len(r.Outcomes) != 2 || len(r.Outcomes[0].Notes) > 0 || fmt.Sprint(r.Outcomes[1].Notes) != `[line 2: no test uses the fake "queue"]` {
		t.Errorf("%v %v", r.Problems, r.Outcomes[1].Notes)
	}
}

// Answers are used up in order, and the last one stays; fail-each runs a test once more for
// each request.
func TestFakesInOrder(t *testing.T) {
	o := try(t, "fakes: {note: [{event: failed}, {event: sent}]}\nsteps: [press: \"1\", expect: Sorry]")
	if o.Status != Passed {
		t.Error(o.Message)
	}
	text := "flow: ivr.json\nfail-each: true\nfakes: {hours: {body: {open: true}}}\ntests: [{name: a, steps: [press: \"1\"]}]"
	silent := strings.Replace(ivr, `{"event": "failed", "next": "sorry"}]},
 {"name": "open"`, `{"event": "failed"}]},
 {"name": "open"`, 1)
	for flow, want := range map[string]string{
		ivr:    "a passed \na (hours fails) passed \n",
		silent: "a passed \na (hours fails) failed when \"hours\" fails, nobody hears another word: the execution has ended at \"hours\" by failed\n",
	} {
		r := Run([]string{"a.flowtest.yaml"}, &Loader{Root: folder(t, map[string]string{"ivr.json": flow, "a.flowtest.yaml": text})}, Options{})
		got := ""
		for _, o := range r.Outcomes {
			got += fmt.Sprintln(o.Name, o.Status, o.Message)
		}
		if got != want {
			t.Errorf("%s\nwant\n%s\n%v", got, want, r.Problems)
		}
	}
}

func TestFileErrors(t *testing.T) {
	flow := "flow: ivr.json\n"
	for _, c := range []struct{ text, want string }{
		{"", `a:1:1: "flow" is missing here: say which flow is tried` + "\n" + `a:1:1: "tests" is missing here: list what is tried`},
		{flow + "test: []", `a:1:1: "tests" is missing here: list what is tried` + "\n" + `a:2:1: "test" is not known here; did you mean "tests"?`},
		{flow + "tests: {}", "a:2:8: a list is expected here, not a mapping"},
		{flow + "tests:\n  - name: a\n  - name: a\n", "a:4:11: another test has this name already, on line 3"},
		{flow + "tests:\n  - nam: a\n", `a:3:5: "nam" is not known here; did you mean "name"?` + "\n" + `a:3:5: "name" is missing here: say what is tried`},
		{flow + "tests:\n  - {name: a, steps: [press]}\n", `a:3:23: a step is a mapping of one member, such as press: "1"`},
		{flow + "tests:\n  - {name: a, steps: [{pres: \"1\"}]}\n", `a:3:24: there is no step "pres", and no widget of the flow has an event of that name; did you mean "press"?`},
		{flow + "tests:\n  - {name: a, steps: [{silence: 1}]}\n", `a:3:33: true or false is expected here, not a number`},
		{flow + "tests:\n  - {name: a, steps: [{keypres: true}]}\n", `a:3:24: there is no step "keypres", and no widget of the flow has an event of that name; did you mean "keypress"?`},
		{flow + "tests:\n  - {name: a, end: {widget: queu}}\n", `a:3:29: ivr.json has no widget "queu"; did you mean "queue"?`},
		{flow + "tests:\n  - {name: a, end: {limit: time}}\n", `a:3:28: "time" is not known here; known are steps, visits`},
		{flow + "tests:\n  - {name: a, now: tomorrow}\n", `a:3:20: this is no time: write it as 2026-03-02T09:00:00Z`},
		{flow + "tests:\n  - {name: a, fakes: {hour: {status: 200}}}\n", `a:3:23: ivr.json has no widget "hour"; did you mean "hours"?`},
		{flow + "tests:\n  - {name: a, fakes: {hours: {status: 20}}}\n", `a:3:39: a whole number from 100 to 599 is expected here`},
		{flow + "tests:\n  - {name: a, fakes: {hours: []}}\n", `a:3:30: a fake needs an answer`},
		{flow + "tests:\n  - {name: a, fakes: {hours: {file: ../x.json}}}\n", `a:3:37: "../x.json" leads out of the folder (it lies in no repository) of this file`},
		{flow + "tests:\n  - {name: a, fakes: {hours: {file: /x.json}}}\n", `a:3:37: "/x.json" is an absolute path`},
		{flow + "tests:\n  - {name: a, fakes: {hours: {file: x.json}}}\n", `a:3:37: the body cannot be read`},
		{"flow: other.json\ntests: [{name: a}]", `a:1:7: the flow cannot be tried: other.json: there is no such file or folder`},
		{"flow: ../ivr.json\ntests: [{name: a}]", `a:1:7: "../ivr.json" leads out of the folder (it lies in no repository) of this file`},
		{"flow: broken.json\ntests: [{name: a}]", `a:1:7: the flow cannot be tried: broken.json:1:1`},
		{flow + "tests:\n  - name: [a]\n", "a:3:11: a text is expected here, not a list"},
		{flow + "tests:\n  - name: a\n   steps: []\n", "a:"},
		{"a: &a [x]\nb: [*a, *a]", "a:1:4: a text that begins with \"&\" needs quotes here; this file takes no anchors and aliases"},
	} {
		root := folder(t, map[string]string{"ivr.json": ivr, "broken.json": `{"states": `, "a": c.text})
		r := Run([]string{"a"}, &Loader{Root: root}, Options{})
		got := ""
		for _, err := range r.Errors() {
			got += err.Error() + "\n"
		}
		if !strings.HasPrefix(got, c.want) || got == "" || len(r.Outcomes) > 0 {
			t.Errorf("%s\n%swant\n%s", c.text, got, c.want)
		}
	}
}

// A link does not lead out, and a file of several flows is told which one.
func TestWhichFlow(t *testing.T) {
	root := folder(t, map[string]string{
		"in/a.flowtest.yaml": "flow: link.json\ntests: [{name: a}]",
		"in/b.flowtest.yaml": "flow: page.json#Second\nfakes: {hours: {event: failed}}\ntests: [{name: b}]",
		"in/c.flowtest.yaml": "flow: page.json\ntests: [{name: c}]",
		"in/page.json":       `{"flows": [{"sid": "FW1", "friendly_name": "First", "definition": ` + ivr + `}, {"sid": "FW2", "friendly_name": "Second", "definition": ` + ivr + `}], "meta": {}}`,
		"out.json":           ivr,
	})
	if err := os.Symlink("../out.json", filepath.Join(root.Dir, "in", "link.json")); err != nil {
		t.Skip(err)
	}
	r := Run([]string{"in/a.flowtest.yaml", "in/b.flowtest.yaml", "in/c.flowtest.yaml"}, &Loader{Root: root}, Options{})
	if r.Count(Passed) != 1 || len(r.Outcomes) != 1 {
		t.Errorf("%d passed", r.Count(Passed))
	}
	want := []string{`in/a.flowtest.yaml:1:7: "link.json" leads out of the folder (it lies in no repository) of this file`,
		`in/c.flowtest.yaml:1:7: the flow cannot be tried: in/page.json: it holds 2 flows (First, Second): name one, as page.json#First`}
	for i, err := range r.Errors() {
		if i >= len(want) || err.Error() != want[i] {
			t.Error(err)
		}
	}
}

// What would take for ever is bounded, and then nothing is claimed.
func TestHostile(t *testing.T) {
	slow := strings.Repeat("a", 60)
	loops := strings.Repeat("{% for i in (1..15) %}", 3) + "xxxxxxxxxx" + strings.Repeat("{% endfor %}", 3)
	for _, c := range []struct{ say, operator, value, test, status, message string }{
		{slow, "equal_to", "x", `steps: [expect: "/(a*)*(a*)*b/"]`, "undetermined", "whether the regular expression matches cannot be told"},
		{"hi", "regex", "(a*)*(a*)*b", `variables: {v: ` + slow + `}`, "undetermined", "what Java makes of the regular expression"},
		{loops, "equal_to", "x", `steps: [expect: xx]`, "undetermined", "more than the 16384 that Studio renders"},
		{"hi", "regex", "(", `variables: {v: x}`, "undetermined", "what Java makes of the regular expression"},
	} {
		flow := fmt.Sprintf(`{"initial_state": "Trigger", "states": [
			{"name": "Trigger", "type": "trigger", "properties": {}, "transitions": [{"event": "incomingCall", "next": "say"}]},
			{"name": "say", "type": "say-play", "properties": {"say": %q}, "transitions": [{"event": "audioComplete", "next": "s"}]},
			{"name": "s", "type": "split-based-on", "properties": {"input": "{{flow.variables.v}}"}, "transitions": [{"event": "noMatch"},
				{"event": "match", "conditions": [{"friendly_name": "x", "arguments": ["{{flow.variables.v}}"], "type": %q, "value": %q}]}]}]}`, c.say, c.operator, c.value)
		text := "flow: f.json\ntests:\n  - name: a\n    " + c.test + "\n"
		r := Run([]string{"a.flowtest.yaml"}, &Loader{Root: folder(t, map[string]string{"f.json": flow, "a.flowtest.yaml": text})}, Options{})
		if len(r.Outcomes) != 1 {
			t.Fatal(r.Problems)
		}
		if o := r.Outcomes[0]; string(o.Status) != c.status || !strings.Contains(o.Message, c.message) {
			t.Errorf("%s: %s: %s", c.test, o.Status, o.Message)
		}
	}
}

// The same flow gives the same tests.
func TestGenerateIsDeterministic(t *testing.T) {
	root := folder(t, map[string]string{"ivr.json": ivr})
	var first []byte
	for range 3 {
		p, _, err := (&Loader{Root: root}).Program("ivr.json")
		if err != nil {
			t.Fatal(err)
		}
		g := generate(p, nil, nil, "ivr.json")
		if first == nil {
			first = g.Text
		}
		if string(g.Text) != string(first) || g.Taken.Percent() != 100 {
			t.Errorf("%v\n%s", g.Taken, g.Text)
		}
		checkGenerated(t, &Loader{Root: root}, "ivr.json", g, p)
	}
}

// What grows: a ring and a chain of texts, requests that may each fail, answers that are put
// one behind the other. The tests that are written pass, nothing is said to be out of reach
// that is not, and the search costs no more than it may.
func TestGenerateGrows(t *testing.T) {
	state := func(name, kind, properties string, transitions ...string) string {
		var list []string
		for i := 0; i < len(transitions); i += 2 {
			list = append(list, fmt.Sprintf(`{"event": %q, "next": %q}`, transitions[i], transitions[i+1]))
		}
		text := fmt.Sprintf(`, {"name": %q, "type": %q, "properties": {%s}, "transitions": [%s]}`, name, kind, properties, strings.Join(list, ", "))
		return strings.ReplaceAll(text, `, "next": ""`, "")
	}
	n := func(letter string, i int) string { return fmt.Sprint(letter, i) }
	for _, c := range []struct {
		name, last string
		size       int
		part       func(i int) string
	}{
		{"ring", "w0", 10, func(i int) string { return state(n("w", i), "say-play", `"say": "Hi"`, "audioComplete", n("w", i+1)) }},
		{"ring", "w0", 400, func(i int) string { return state(n("w", i), "say-play", `"say": "Hi"`, "audioComplete", n("w", i+1)) }},
		{"chain", "", 400, func(i int) string { return state(n("w", i), "say-play", `"say": "Hi"`, "audioComplete", n("w", i+1)) }},
		{"requests", "", 12, func(i int) string {
			return state(n("w", i), "make-http-request", `"method": "GET", "url": "https://api.harbour.test/"`, "success", n("s", i), "failed", n("f", i)) +
				state(n("s", i), "say-play", `"say": "Good"`, "audioComplete", n("w", i+1)) + state(n("f", i), "say-play", `"say": "Bad"`, "audioComplete", n("w", i+1))
		}},
		{"appended answers", "split", 8, func(i int) string {
			return state(n("w", i), "gather-input-on-call", `"say": "Press a key."`, "keypress", n("v", i), "speech", n("v", i), "timeout", n("v", i)) +
				state(n("v", i), "set-variables", fmt.Sprintf(`"variables": [{"key": "code", "value": "{{flow.variables.code}}{{widgets.w%d.Digits}}"}]`, i), "next", n("w", i+1))
		}},
	} {
		states := `{"name": "Trigger", "type": "trigger", "properties": {}, "transitions": [{"event": "incomingCall", "next": "w0"}]}`
		for i := range c.size {
			states += c.part(i)
		}
		states = strings.ReplaceAll(states, fmt.Sprintf(`"next": "w%d"`, c.size), fmt.Sprintf(`"next": %q`, c.last))
		states = strings.ReplaceAll(states, `, "next": ""`, "")
		if c.last == "split" {
			states += state("split", "split-based-on", `"input": "{{flow.variables.code}}"`, "noMatch", "")
		}
		root := folder(t, map[string]string{"f.json": `{"initial_state": "Trigger", "states": [` + states + `]}`})
		p, _, err := (&Loader{Root: root}).Program("f.json")
		if err != nil {
			t.Fatal(err)
		}
		g := generate(p, nil, nil, "f.json")
		if len(g.Without) > 0 {
			t.Errorf("%s of %d: %s", c.name, c.size, strings.Join(g.Without, "\n"))
		}
		checkGenerated(t, &Loader{Root: root}, "f.json", g, p)
	}
}

// Any text is read or refused, and what is read runs without a panic; a refusal has a
// place within the text.
func FuzzSuite(f *testing.F) {
	f.Add("flow: ivr.json\ntests:\n  - name: a\n    steps: [expect: /x/, press: \"1\", {failed: note}]\n")
	f.Add("flow: ivr.json\nfail-each: true\nnow: 2026-03-02T09:00:00Z\nfakes: {hours: [{event: failed}, {status: 201, body: {id: 7}}]}\ntests: [{name: a, start: {event: incomingCall, data: {x: 1}}, end: {limit: visits}, variables-after: {a: b}, blanks: none}]")
	f.Add("tests:\n- name: a\n- name: b\nflow: ivr.json # x\n")
	f.Add("tests:\r\n  - name: \"a\n    - b\"\r\n")
	root := folder(f, map[string]string{"ivr.json": ivr})
	loader := &Loader{Root: root}
	f.Fuzz(func(t *testing.T, text string) {
		suite, err := parse("a.flowtest.yaml", []byte(text))
		if err != nil {
			return
		}
		b, err := bind(suite, loader)
		if err != nil {
			return
		}
		for _, test := range b.Tests {
			for _, o := range (job{b, test}).do() {
				if o.Status != Passed && o.Message == "" {
					t.Errorf("%q: %s says nothing", text, o.Status)
				}
				o.Transcript()
			}
		}
	})
}

// BenchmarkRun runs 1,000 tests of 20 steps.
func BenchmarkRun(b *testing.B) {
	var text strings.Builder
	text.WriteString("flow: ivr.json\nfakes: {hours: {body: {open: true}}}\ntests:\n")
	for i := range 1000 {
		fmt.Fprintf(&text, "  - name: test %d\n    start: {event: incomingCall}\n    steps:\n", i)
		text.WriteString(strings.Repeat("      - expect: Press 1\n      - silence: true\n", 9))
		text.WriteString("      - press: \"1\"\n      - expect: You pressed 1\n")
	}
	root := folder(b, map[string]string{"ivr.json": ivr, "a.flowtest.yaml": text.String()})
	for b.Loop() {
		report := Run([]string{"a.flowtest.yaml"}, &Loader{Root: root}, Options{Jobs: 1, Coverage: true})
		if len(report.Problems) > 0 || report.Count(Passed) != 1000 {
			b.Fatal(report.Problems, report.Summary(), report.Outcomes[0].Message)
		}
	}
}
