package main

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"
)

// How much faster than its input the work of a run may grow, as the exponent of the input's
// size: 1 is linear, 2 a square. What n log n adds stays below these. The processor's time
// has more room, for memory that is touched for the first time, and a busy machine, can
// double it; a fifth of the work with the square, at the smaller size, is still seen.
const (
	maxExponent    = 1.3 // of what is allocated
	maxCPUExponent = 1.5
)

// A blowUp writes an input of size n and returns the arguments of lint, or another command
// with its arguments.
type blowUp struct {
	name string
	from int // n: so large that at half of it the start of the program counts little
	make func(t testing.TB, n int) []string
}

// blowUps are the kinds of input that grow. What a limit stops growing, such as the
// directives of a flow, costs less and passes.
var blowUps = []blowUp{
	{"chain", 1000, one(func(n int) string { return states(n, func(i int) string { return message(i, fmt.Sprint("w", i+1)) }) })},
	{"circle", 1000, one(func(n int) string {
		return states(n, func(i int) string { return message(i, fmt.Sprint("w", (i+1)%n)) })
	})},
	{"lost widgets", 1000, one(func(n int) string { return states(n, func(i int) string { return message(i, fmt.Sprint("lost", i)) }) })},
	{"one widget's transitions", 2000, one(func(n int) string { return flowOf(split(0, n, "x", "w0")) })},
	{"conditions", 1000, one(func(n int) string {
		return states(n, func(i int) string { return split(i, 3, fmt.Sprint("x", i), fmt.Sprint("w", i+1)) })
	})},
	{"splits that are decided before", 500, one(func(n int) string {
		return states(n, func(i int) string {
			if i == n-1 {
				return say(i, "Welcome.", "w0")
			}
			return strings.Replace(split(i, 3, "x", fmt.Sprint("w", n-1)), fmt.Sprint("w", n-1), fmt.Sprint("w", i+1), 1)
		})
	})},
	{"Liquid in one text", 2000, one(func(n int) string { return flowOf(say(0, strings.Repeat("{{ flow.data.a | upcase }} ", n), "")) })},
	{"Liquid in every text", 1000, one(func(n int) string {
		return states(n, func(i int) string {
			return say(i, fmt.Sprintf("{{widgets.w%d.inbound.Body}}", i/2), fmt.Sprint("w", i+1))
		})
	})},
	{"words in one text", 2000, one(func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "w%d ", i)
		}
		return flowOf(say(0, b.String(), ""))
	})},
	{"Liquid blocks", 2000, one(func(n int) string {
		return flowOf(say(0, strings.Repeat("{% if flow.data.a == 'x' %}a{% endif %}", n), ""))
	})},
	{"variables", 2000, one(func(n int) string {
		return states(n, func(i int) string {
			return fmt.Sprintf(`{"name": "w%d", "type": "set-variables", "transitions": [{"event": "next", "next": "w%d"}], "properties": {"variables": [{"key": "k%d", "value": "{{flow.variables.k%d}}"}]}}`, i, i+1, i, i/2)
		})
	})},
	{"flows in one array", 500, one(func(n int) string {
		return "[" + strings.Join(resources(n, func(int) []int { return nil }), ",\n") + "]"
	})},
	{"revisions in one array", 500, one(func(n int) string {
		return "[" + strings.Join(resourcesAs(n, func(int) int { return 0 }, func(int) []int { return nil }), ",\n") + "]"
	})},
	{"flows that call each other in a ring", 250, many(func(n int) []string { return resources(n, func(i int) []int { return []int{(i + 1) % n} }) })},
	{"flows that call in a chain", 250, many(func(n int) []string { return resources(n, func(i int) []int { return []int{min(i+1, n-1)} }) })},
	{"flows that call all later ones", 25, many(func(n int) []string { return resources(n, func(i int) []int { return upTo(i+1, n) }) })},
	{"flows that all call one", 250, many(func(n int) []string { return resources(n, func(i int) []int { return []int{0} }) })},
	{"answers that are stored", 800, one(func(n int) string {
		return states(n, func(i int) string {
			body := "a={{contact.channel.address}}"
			if i > 0 {
				body = fmt.Sprintf("a={{widgets.w%d.inbound.Body}}&b={{widgets.w%d.inbound.Body}}", i, i-1)
			}
			return fmt.Sprintf(`{"name": "w%d", "type": "send-and-wait-for-reply", "transitions": [{"event": "incomingMessage", "next": "s%d"}], "properties": {"body": "What colour do you like?"}},
{"name": "s%d", "type": "make-http-request", "transitions": [{"event": "success", "next": "w%d"}], "properties": {"method": "POST", "url": "https://example.org/a", "body": "%s"}}`, i, i, i, i+1, body)
		})
	})},
	{"requests that give things by name", 500, one(func(n int) string {
		return states(n, func(i int) string {
			return fmt.Sprintf(`{"name": "w%d", "type": "make-http-request", "transitions": [{"event": "success", "next": "w%d"}, {"event": "failed", "next": "w%d"}], "properties": {"method": "POST", "url": "https://example.org/%d", "content_type": "application/x-www-form-urlencoded", "parameters": [{"key": "place", "value": "{{flow.variables.place%d}}"}, {"key": "place%d", "value": "{{flow.variables.place}}"}, {"key": "number%d", "value": "{{flow.variables.number%d}}"}]}}`, i, i+1, i+1, i/2, i/2, i, i, i)
		})
	})},
	{"splits for a word that is a part of others", 500, one(func(n int) string {
		return states(n, func(i int) string {
			branch := func(kind, word string) string {
				return fmt.Sprintf(`{"event": "match", "next": "w%d", "conditions": [{"friendly_name": "%s", "arguments": ["{{trigger.message.Body}}"], "type": "%s", "value": "%s"}]}`, i+1, word, kind, word)
			}
			return fmt.Sprintf(`{"name": "w%d", "type": "split-based-on", "properties": {"input": "{{trigger.message.Body}}"}, "transitions": [{"event": "noMatch", "next": "w%d"}, %s, %s]}`, i, i+1, branch("contains", "no"), branch("equal_to", fmt.Sprint("know", i)))
		})
	})},
	{"questions that give up where others are lost", 1000, one(func(n int) string {
		bye := `{"name": "bye", "type": "send-message", "transitions": [{"event": "sent"}, {"event": "failed"}], "properties": {"body": "Goodbye."}}`
		return states(n, func(i int) string {
			if i == n-1 {
				return bye
			}
			return fmt.Sprintf(`{"name": "w%d", "type": "send-and-wait-for-reply", "transitions": [{"event": "incomingMessage", "next": "s%d"}, {"event": "timeout", "next": "bye"}, {"event": "deliveryFailure"}], "properties": {"body": "What colour do you like?"}},
{"name": "s%d", "type": "make-http-request", "transitions": [{"event": "success", "next": "w%d"}, {"event": "failed", "next": "lost%d"}], "properties": {"method": "POST", "url": "https://example.org/a"}}`, i, i, i, i+1, i)
		})
	})},
	{"words with more to write after them", 400, one(func(n int) string {
		return states(n, func(i int) string {
			return fmt.Sprintf(`{"name": "w%d", "type": "send-and-wait-for-reply", "transitions": [{"event": "incomingMessage", "next": "s%d"}], "properties": {"body": "Please text \"Location: [place %d]\" or a number from 1 to 100."}},
{"name": "s%d", "type": "split-based-on", "transitions": [{"event": "noMatch", "next": "w%d"}, {"event": "match", "next": "w%d", "conditions": [{"friendly_name": "place", "arguments": ["{{widgets.w%d.inbound.Body}}"], "type": "equal_to", "value": "location"}]}], "properties": {"input": "{{widgets.w%d.inbound.Body}}"}}`, i, i, i, i, i, i+1, i, i)
		})
	})},
	{"languages that are offered in another one", 250, one(func(n int) string {
		return states(n, func(i int) string {
			return fmt.Sprintf(`{"name": "w%d", "type": "gather-input-on-call", "transitions": [{"event": "keypress", "next": "w%d"}, {"event": "speech"}, {"event": "timeout", "next": "w%d"}], "properties": {"say": "Welcome to the office. Press 1 to continue in English, or press 2 for Spanish.", "language": "en-US"}}`, i, i+1, i+1)
		})
	})},
	{"texts in two languages", 300, one(func(n int) string {
		return strings.Replace(states(n, func(i int) string {
			return fmt.Sprintf(`{"name": "w%d", "type": "send-message", "transitions": [{"event": "sent", "next": "w%d"}, {"event": "failed", "next": "w%d"}], "properties": {"body": "Muchas gracias por su pedido, le avisaremos cuando esté listo para usted."}}`, i, i+1, i+1)
		}), "Muchas gracias por su pedido, le avisaremos cuando esté listo para usted.", "Thank you for your order, we will tell you when it is ready for you.", 1)
	})},
	{"links that are spoken of", 500, one(func(n int) string {
		return states(n, func(i int) string {
			return fmt.Sprintf(`{"name": "w%d", "type": "send-message", "transitions": [{"event": "sent", "next": "w%d"}, {"event": "failed", "next": "w%d"}], "properties": {"body": "Thank you for your order. Please tap the link to see all of it."}}`, i, i+1, i+1)
		})
	})},
	{"words that are offered in vain", 500, one(func(n int) string {
		return states(n, func(i int) string {
			return fmt.Sprintf(`{"name": "w%d", "type": "send-and-wait-for-reply", "transitions": [{"event": "incomingMessage", "next": "s%d"}], "properties": {"body": "Reply STOP to skip this, BREAD for bread."}},
{"name": "s%d", "type": "split-based-on", "transitions": [{"event": "noMatch", "next": "again%d"}, {"event": "match", "next": "w%d", "conditions": [{"friendly_name": "bread", "arguments": ["{{widgets.w%d.inbound.Body}}"], "type": "equal_to", "value": "bread"}]}], "properties": {"input": "{{widgets.w%d.inbound.Body}}"}},
{"name": "again%d", "type": "send-message", "transitions": [{"event": "sent", "next": "w%d"}], "properties": {"body": "Sorry. Reply LEAVE to leave us, HOME to go home."}}`, i, i, i, i, i+1, i, i, i, i)
		})
	})},
	{"agents who learn of no choice", 250, one(func(n int) string {
		return states(n, func(i int) string {
			branch := func(word string) string {
				return fmt.Sprintf(`{"event": "match", "next": "%s%d", "conditions": [{"friendly_name": "%s", "arguments": ["{{widgets.w%d.inbound.Body}}"], "type": "equal_to", "value": "%s"}]}`, word, i, word, i, word)
			}
			agent := func(word string) string {
				return fmt.Sprintf(`{"name": "%s%d", "type": "send-to-flex", "transitions": [{"event": "callComplete", "next": "w%d"}], "properties": {"workflow": "WW11111111111111111111111111111111", "channel": "TC11111111111111111111111111111111"}}`, word, i, i+1)
			}
			return fmt.Sprintf(`{"name": "w%d", "type": "send-and-wait-for-reply", "transitions": [{"event": "incomingMessage", "next": "s%d"}], "properties": {"body": "Reply SALES or HELP."}},
{"name": "s%d", "type": "split-based-on", "transitions": [{"event": "noMatch", "next": "w%d"}, %s, %s], "properties": {"input": "{{widgets.w%d.inbound.Body}}"}},
%s, %s`, i, i, i, i, branch("sales"), branch("help"), i, agent("sales"), agent("help"))
		})
	})},
	{"secrets on one line", 1000, one(func(n int) string {
		return flowOf(say(0, strings.Repeat("https://a:s3cretPass9@example.com/ ", n), ""))
	})},
	{"directives", 200, one(func(n int) string {
		return strings.Replace(flowOf(message(0, "gone")), `"states"`, `"description": "`+strings.Repeat(`studiolint-ignore dangling-transition w0: known\n`, min(n, 800))+`", "states"`, 1)
	})},
	{"a YAML list on one line", 2000, func(t testing.TB, n int) []string {
		return configured(t, "exclude: ["+strings.Repeat("a/b, ", n)+"c]\n", 1)
	}},
	{"a YAML list in lines", 2000, func(t testing.TB, n int) []string {
		return configured(t, "exclude:\n"+strings.Repeat("  - a/b\n", n), 1)
	}},
	{"overrides", 400, func(t testing.TB, n int) []string {
		return configured(t, "overrides:\n"+strings.Repeat("  - {files: 'x/*.json', rules: {widget-name: off}}\n", n), 10)
	}},
	{"files below overrides", 100, func(t testing.TB, n int) []string {
		return configured(t, "overrides:\n"+strings.Repeat("  - {files: 'x/*.json', rules: {widget-name: off}}\n", 200), n)
	}},
	{"house rules", 200, func(t testing.TB, n int) []string {
		return configured(t, houseRules(n), 1) // of more flows, the product of both counts
	}},
	{"files below house rules", 80, func(t testing.TB, n int) []string {
		return configured(t, houseRules(50), n)
	}},
	{"paths of house rules", 1000, func(t testing.TB, n int) []string {
		dir := t.TempDir()
		write(t, dir, ".studiolint.yaml", houseRules(6))
		text := states(n, func(i int) string { return say(i, "Hello", fmt.Sprint("w", i+1)) })
		return []string{write(t, dir, "flow.json", text)}
	}},
	{"braces", 200, func(t testing.TB, n int) []string {
		return configured(t, "exclude:\n"+strings.Repeat("  - '*{a,b}*{a,b}*{a,b}*{a,b}*{a,b}z'\n", n), 5)
	}},
	{"a baseline", 2000, func(t testing.TB, n int) []string {
		accepted := make([]string, n)
		for i := range accepted {
			accepted[i] = fmt.Sprintf(`{"file": "flow.json", "rule": "widget-name", "fingerprint": "%032x", "count": 1}`, i)
		}
		dir := t.TempDir()
		write(t, dir, "base.json", `{"version": 1, "tool": "", "findings": [`+strings.Join(accepted, ",\n")+"]}")
		return []string{"--no-config", "--baseline", filepath.Join(dir, "base.json"), write(t, dir, "flow.json", flowOf(message(0, "")))}
	}},
	{"nested JSON", 2000, one(func(n int) string {
		return flowOf(say(0, "x", "") + `, {"deep": ` + strings.Repeat("[", n) + strings.Repeat("]", n) + "}")
	})},
	{"a page of a flow", 250, onPage(func(n int) string { return states(n, func(i int) string { return message(i, fmt.Sprint("w", i+1)) }) })},
	{"a page of a tangle", 250, onPage(func(n int) string {
		return states(n, func(i int) string {
			return split(i, 3, fmt.Sprint("x", i), fmt.Sprint("w", (i*7+3)%n)) + "," + message(n+i, fmt.Sprint("w", (i+1)%n))
		})
	})},
	{"values of environments", 500, func(t testing.TB, n int) []string {
		return configured(t, environments(n, "f*/**"), 1)
	}},
	{"promoting values", 500, func(t testing.TB, n int) []string {
		dir := t.TempDir()
		config := write(t, dir, ".studiolint.yaml", environments(n, "none"))
		text := states(n, func(i int) string {
			return say(i, fmt.Sprintf("https://host-%d.twil.io/a?from=%%2B1500555%04d", i, i), fmt.Sprint("w", i+1))
		})
		return []string{"promote", "--config", config, "--from", "prod", "--to", "dev", write(t, dir, "flow.json", text)}
	}},
	{"an inventory", 1000, func(t testing.TB, n int) []string {
		text := states(n, func(i int) string {
			return say(i, fmt.Sprintf("https://host-%d.twil.io/{{flow.data.a%d}}", i, i), fmt.Sprint("w", i+1))
		})
		return []string{"inventory", "--no-config", write(t, t.TempDir(), "flow.json", text)}
	}},
	// From 4,000 brackets on a text is first read for how deep they are, so there are more.
	{"Terraform", 2000, func(t testing.TB, n int) []string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "resource \"twilio_studio_flows_v2\" \"f%d\" {\n  definition = jsonencode({ states = [{ name = \"Trigger\", type = \"trigger\", transitions = [], properties = {} }], initial_state = \"Trigger\" })\n}\n", i)
		}
		return []string{"--no-config", write(t, t.TempDir(), "main.tf", b.String())}
	}},
	{"a template of Terraform", 2000, func(t testing.TB, n int) []string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "    {\n      name = \"w%d\"\n      type = \"send-message\"\n      transitions = [{ event = \"sent\", next = \"w%d\" }, { event = \"failed\" }]\n      properties = { from = var.from, to = \"{{contact.channel.address}}\", body = \"Hello ${var.name}\" }\n    },\n", i, i+1)
		}
		return []string{"--no-config", write(t, t.TempDir(), "flow.tftpl", "${jsonencode({\n  initial_state = \"Trigger\"\n  states = [\n    { name = \"Trigger\", type = \"trigger\", transitions = [{ event = \"incomingMessage\", next = \"w0\" }], properties = {} },\n"+b.String()+"  ]\n})}\n")}
	}},
	{"a template of JSON for Terraform", 1000, func(t testing.TB, n int) []string {
		text := states(n, func(i int) string {
			return strings.Replace(say(i, "Hello ${name}", fmt.Sprint("w", i+1)), `"from": `, `%{ if x }"from": "${x}"%{ else }"from": "+1"%{ endif }, "was": `, 1)
		})
		return []string{"--no-config", write(t, t.TempDir(), "flow.json.tftpl", text)}
	}},
}

// environments are two with n hosts and n numbers; the flows are the first one's.
func environments(n int, files string) string {
	var b strings.Builder
	b.WriteString("environments:\n")
	for i, name := range []string{"dev", "prod"} {
		fmt.Fprintf(&b, "  %s:\n    files: [%q]\n    values: {", name, []string{files, "other/**"}[i])
		for k := range n { // a mapping of lines takes the YAML library the square of their number
			fmt.Fprintf(&b, "h%d: %shost-%d.twil.io, n%d: \"+1%d00555%04d\", ", k, []string{"my-", ""}[i], k, k, 4+i, k)
		}
		b.WriteString("}\n")
	}
	return b.String()
}

// houseRules are so many, about paths and names, that find something in every flow.
func houseRules(n int) string {
	var b strings.Builder
	b.WriteString("policies:\n")
	for i := range n {
		require := []string{"before: {type: run-function}", "after: {name: 'x*'}", "between: {to: {name: w0}, passes: {type: say-play}}", "name: '^[A-Z]'"}[i%4]
		fmt.Fprintf(&b, "  - {id: ours-%d, match: {type: '*'}, require: {%s}}\n", i, require)
	}
	return b.String()
}

// one makes a generator of one file.
func one(text func(n int) string) func(testing.TB, int) []string {
	return func(t testing.TB, n int) []string {
		return []string{"--no-config", write(t, t.TempDir(), "flow.json", text(n))}
	}
}

// onPage makes a generator of one file that is shown on a page, too.
func onPage(text func(n int) string) func(testing.TB, int) []string {
	return func(t testing.TB, n int) []string {
		dir := t.TempDir()
		return []string{"--no-config", "--format", "html=" + filepath.Join(dir, "page.html"), write(t, dir, "flow.json", text(n))}
	}
}

// many makes a generator of several files.
func many(texts func(n int) []string) func(testing.TB, int) []string {
	return func(t testing.TB, n int) []string {
		dir := t.TempDir()
		for i, text := range texts(n) {
			write(t, dir, fmt.Sprintf("f%04d.json", i), text)
		}
		return []string{"--no-config", dir}
	}
}

// configured makes so many flows, each in a folder, below a configuration. Where it is the
// configuration that grows they are few: growth is measured against all that is read.
func configured(t testing.TB, config string, flows int) []string {
	dir := t.TempDir()
	for i := range flows {
		write(t, dir, fmt.Sprintf("f%d/abcabcabcabc.json", i), flowOf(message(0, "")))
	}
	write(t, dir, ".studiolint.yaml", config)
	return []string{dir}
}

func write(t testing.TB, dir, name, text string) string {
	name = filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}

func flowOf(states string) string {
	return `{"states": [{"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingMessage", "next": "w0"}, {"event": "incomingParent", "next": "w0"}], "properties": {}},` + "\n" +
		states + `], "initial_state": "Trigger"}`
}

func states(n int, state func(i int) string) string {
	list := make([]string, n)
	for i := range list {
		list[i] = state(i)
	}
	return flowOf(strings.Join(list, ",\n"))
}

func say(i int, body, next string) string {
	return fmt.Sprintf(`{"name": "w%d", "type": "send-message", "transitions": [{"event": "sent", "next": %q}, {"event": "failed"}], "properties": {"from": "{{flow.channel.address}}", "to": "{{contact.channel.address}}", "body": %q}}`, i, next, body)
}

func message(i int, next string) string { return say(i, "Hello", next) }

// split is a widget with n branches.
func split(i, n int, value, next string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `{"name": "w%d", "type": "split-based-on", "properties": {"input": "{{trigger.message.Body}}"}, "transitions": [{"event": "noMatch", "next": %q}`, i, next)
	for j := range n {
		fmt.Fprintf(&b, `, {"event": "match", "next": %q, "conditions": [{"friendly_name": "c", "arguments": ["{{trigger.message.Body}}"], "type": "equal_to", "value": "%s%d"}]}`, next, value, j)
	}
	return b.String() + "]}"
}

// resources are n flows, each of which runs those of its numbers.
func resources(n int, calls func(i int) []int) []string {
	return resourcesAs(n, func(i int) int { return i }, calls)
}

func resourcesAs(n int, number func(i int) int, calls func(i int) []int) []string {
	list := make([]string, n)
	for i := range list {
		var subflows []string
		for j, call := range calls(i) {
			subflows = append(subflows, fmt.Sprintf(`{"name": "w%d", "type": "run-subflow", "transitions": [{"event": "completed", "next": "w%d"}, {"event": "failed"}], "properties": {"flow_sid": "FW%032x", "flow_revision": "LatestPublished", "parameters": []}}`, j, j+1, call))
		}
		subflows = append(subflows, message(len(subflows), ""))
		list[i] = fmt.Sprintf(`{"sid": "FW%032x", "friendly_name": "f%d", "status": "published", "revision": %d, "definition": %s}`, number(i), i, i+1, flowOf(strings.Join(subflows, ",")))
	}
	return list
}

// upTo returns the numbers from one up to another.
func upTo(from, to int) []int {
	var list []int
	for i := from; i < to; i++ {
		list = append(list, i)
	}
	return list
}

// cost is what a run takes.
type cost struct {
	cpu         time.Duration
	bytes       uint64 // allocated
	allocations uint64
	input       int64 // bytes that there are to read
}

// runCost returns the least cost of a few runs. The garbage collector does not work
// meanwhile: when it comes is chance, and what it costs goes with what is allocated, which
// is measured too.
func runCost(t testing.TB, args []string) cost {
	t.Helper()
	least := cost{math.MaxInt64, math.MaxUint64, math.MaxUint64, sizeOf(t, args)}
	if args[0] != "promote" && args[0] != "inventory" {
		args = append([]string{"lint", "--jobs", "1", "--format", "json"}, args...)
	}
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	for range 2 {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.GC() // what pools keep for the next run survives one
		runtime.ReadMemStats(&before)
		start := cpuTime()
		var stdout, stderr bytes.Buffer
		c := command{stdin: strings.NewReader(""), stdout: &stdout, stderr: &stderr}
		if status := c.main(args); status == exitFailed {
			t.Fatalf("it fails: %.1000s", stderr.String())
		}
		took := cpuTime() - start
		runtime.ReadMemStats(&after)
		least.cpu = min(least.cpu, took)
		least.bytes = min(least.bytes, after.TotalAlloc-before.TotalAlloc)
		least.allocations = min(least.allocations, after.Mallocs-before.Mallocs)
	}
	return least
}

// sizeOf adds up the files that arguments name.
func sizeOf(t testing.TB, args []string) (size int64) {
	t.Helper()
	for _, arg := range args {
		filepath.WalkDir(arg, func(_ string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil
			}
			info, err := d.Info()
			if err != nil {
				t.Fatal(err)
			}
			size += info.Size()
			return nil
		})
	}
	return size
}

// TestGrowth has every kind of input grow sixteenfold, and the work with it. It takes a
// minute of a quiet machine, so .ci/run alone asks for it.
func TestGrowth(t *testing.T) {
	if os.Getenv("STUDIOLINT_GROWTH") != "1" {
		t.Skip("STUDIOLINT_GROWTH=1 runs it")
	}
	for _, kind := range blowUps {
		t.Run(kind.name, func(t *testing.T) {
			// What else the machine does makes a run seem longer, never shorter.
			for tries := 4; ; tries-- {
				g := growthOf(t, kind)
				if g.memory <= maxExponent && g.allocations <= maxExponent && g.cpu <= maxCPUExponent {
					return
				}
				if tries == 1 {
					t.Fatalf("the work grows with the input to the power of %.2f (CPU, at most %.1f), %.2f (memory) and %.2f (allocations, at most %.1f)", g.cpu, maxCPUExponent, g.memory, g.allocations, maxExponent)
				}
			}
		})
	}
}

// growth is the powers of its input with which the work of a run grows.
type growth struct{ cpu, memory, allocations float64 }

// fewAllocations are so many that those of the start, and of what does not grow, count
// among them.
const fewAllocations = 200_000

// growthOf returns the growth of a kind; that of the CPU is 0 where all of it takes too
// little to be told from noise, and that of the allocations where there are few.
func growthOf(t testing.TB, kind blowUp) (g growth) {
	t.Helper()
	first, last := runCost(t, kind.make(t, kind.from/2)), runCost(t, kind.make(t, kind.from*8))
	grown := math.Log(float64(last.input) / float64(first.input))
	power := func(first, last float64) float64 { return math.Log(last/first) / grown }
	g.cpu = power(float64(max(first.cpu, 1)), float64(last.cpu))
	g.memory = power(float64(first.bytes), float64(last.bytes))
	g.allocations = power(float64(first.allocations), float64(last.allocations))
	t.Logf("CPU %v to %v, exponent %.2f; %d to %d kB, exponent %.2f; %d to %d allocations, exponent %.2f; %d bytes allocated for one of %d",
		first.cpu, last.cpu, g.cpu, first.bytes>>10, last.bytes>>10, g.memory, first.allocations, last.allocations, g.allocations, last.bytes/uint64(last.input), last.input)
	if last.allocations <= fewAllocations {
		g.allocations = 0
	}
	if last.cpu <= 100*time.Millisecond {
		g.cpu = 0
	}
	return g
}
