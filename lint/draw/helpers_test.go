package draw

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// parse reads a definition.
func parse(t testing.TB, text string) *flow.Flow {
	t.Helper()
	f := source.Parse("flow.json", []byte(text))
	if f.Syntax != nil {
		t.Fatalf("%v in %.200s", f.Syntax, text)
	}
	return flow.New(f.Root(), schemas.Catalogue{})
}

// A state of a flow as tests write it: event to next, and branches by value.
type state struct {
	name, typ string
	x, y      any // nil for no offset
	on        [][2]string
	branches  [][2]string
	text      string
}

func definition(states ...state) string {
	var list []map[string]any
	for _, s := range states {
		props := map[string]any{}
		if s.x != nil {
			props["offset"] = map[string]any{"x": s.x, "y": s.y}
		}
		switch s.typ {
		case "say-play":
			props["say"] = s.text
		case "split-based-on":
			props["input"] = s.text
		}
		transitions := []map[string]any{}
		for _, on := range s.on {
			transitions = append(transitions, map[string]any{"event": on[0], "next": on[1]})
		}
		for _, b := range s.branches {
			transitions = append(transitions, map[string]any{"event": "match", "next": b[1],
				"conditions": []any{map[string]any{"friendly_name": "c", "type": "equal_to", "value": b[0], "arguments": []string{s.text}}}})
		}
		list = append(list, map[string]any{"name": s.name, "type": s.typ, "properties": props, "transitions": transitions})
	}
	text, err := json.Marshal(map[string]any{"states": list, "initial_state": "Trigger", "description": "", "flags": map[string]any{}})
	if err != nil {
		panic(err)
	}
	return string(text)
}

// hostile are names and texts that some format takes for its own.
var hostile = []string{"end", "click", "o1", "x2", "subgraph", "graph", "style", "default", "A-->B", `say "hi" #35; #quot;`, `lifestyle:#1; or classDef:"2";`,
	"<b>x</b><script>alert(1)</script>", "%%{init: {}}%%", "1. one", "- item", "* star", "_under_ **bold** `code`", "[link](http://x.example)",
	"a|b", "{{widgets.x}}", "(round)", "$$x^2$$", `\n \N \l \u0000`, "\u202eevil", strings.Repeat("n", 10_000), "日本語 👋", "; end;", "&amp; &lt; &#35;",
	"http://example.com/a?b=c", "@{ shape: x }", "::icon(fa fa-x)", ":::cls", "~~~", "#", `"`, "'", "a\nb\tc\x00\x1b[31m", "+ plus", "5) five", "fa:fa-car fab:fa-x",
	"]]>", "<!--", "*/", "//", "/* x", `\`, `\"`, "%", "é\u0301", "\u2028", "linkStyle 0 stroke:red", "```", "</svg>", "class a b", "---", "%% x", "ask: direction TBD", "Redirection BTW"}

// hostileFlow has them all as names, texts, values and events.
func hostileFlow() string {
	list := []state{{name: "Trigger", typ: "trigger", on: [][2]string{{"incomingCall", hostile[0]}, {"incomingMessage", "no\"where"}}}}
	for i, name := range hostile {
		next := ""
		if i+1 < len(hostile) {
			next = hostile[i+1]
		}
		if i%2 == 0 {
			list = append(list, state{name: name, typ: "say-play", text: name, on: [][2]string{{"audioComplete", next}, {name, next}}})
		} else {
			list = append(list, state{name: name, typ: "split-based-on", text: name, on: [][2]string{{"noMatch", next}}, branches: [][2]string{{name, next}}})
		}
	}
	return definition(list...)
}

// chain is a flow of n widgets without places, of which each leads on and some back.
func chain(n int) string {
	list := []state{{name: "Trigger", typ: "trigger", on: [][2]string{{"incomingCall", "w1"}}}}
	for i := 1; i < n; i++ {
		next := fmt.Sprint("w", i+1)
		if i == n-1 {
			next = ""
		}
		list = append(list, state{name: fmt.Sprint("w", i), typ: "split-based-on", text: "{{trigger.call.From}}",
			on: [][2]string{{"noMatch", next}}, branches: [][2]string{{"a", fmt.Sprint("w", 1+i/2)}, {"b", fmt.Sprint("w", 1+(i*7)%(n-1))}}})
	}
	return definition(list...)
}

// samples are flows of people by file: those of this repository, and the corpus where
// there is one.
func samples(t testing.TB) map[string]*flow.Flow {
	t.Helper()
	all := map[string]*flow.Flow{}
	for _, root := range []string{"../../testdata/flows", os.Getenv("STUDIOLINT_CORPUS")} {
		if root == "" {
			continue
		}
		if real, err := filepath.EvalSymlinks(root); err == nil {
			root = real
		}
		filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".json" {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			n := source.Parse(path, text).Root()
			if d := n.Get("definition"); d.IsObject() {
				n = d
			}
			if n.Get("states").IsArray() {
				all[path] = flow.New(n, schemas.Catalogue{})
			}
			return nil
		})
	}
	if len(all) < 10 {
		t.Fatalf("only %d flows", len(all))
	}
	return all
}

// program runs an outside program, or skips the test where there is none.
func program(t testing.TB, input []byte, name string, args ...string) []byte {
	t.Helper()
	skip := t.Skipf
	if os.Getenv("STUDIOLINT_NO_SKIP") != "" {
		skip = t.Fatalf
	}
	if _, err := exec.LookPath(name); err != nil {
		skip("%s is not installed", name)
	}
	cmd := exec.Command(name, args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(input), &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v: %.2000s", name, err, stderr.String())
	}
	if stderr.Len() > 0 {
		t.Errorf("%s complains: %.1000s", name, stderr.String())
	}
	return stdout.Bytes()
}

var testRule = &finding.Rule{ID: "some-rule", Severity: finding.Warning}

// found makes a finding.
func found(at finding.Placer, s finding.Severity, path ...*flow.Transition) *finding.Diagnostic {
	d := finding.New(testRule, at, `it is "wrong" & <bad>`)
	d.Severity = s
	if len(path) > 0 {
		d.Along(finding.Steps(path, path[len(path)-1].To))
	}
	d.Resolve()
	return d
}
