package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// jsonService asks VS Code's JSON service about documents: what it finds, what it offers
// at the sign ‸ and what it shows there.
const jsonService = `
const { getLanguageService, TextDocument } = require('vscode-json-languageservice');
const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const service = getLanguageService({});
service.configure({ schemas: [{ uri: 'studiolint:flow', fileMatch: ['*.json'], schema: JSON.parse(input.schema) }] });
(async () => {
  const out = [];
  for (const marked of input.texts) {
    const at = marked.indexOf('‸');
    const text = marked.replace('‸', '');
    const doc = TextDocument.create('file:///flow.json', 'json', 1, text);
    const tree = service.parseJSONDocument(doc);
    const one = { problems: (await service.doValidation(doc, tree)).map(p => ({ line: p.range.start.line + 1, column: p.range.start.character + 1, message: p.message })), labels: [], hover: '' };
    if (at >= 0) {
      const list = await service.doComplete(doc, doc.positionAt(at), tree);
      one.labels = list ? list.items.map(i => i.label) : [];
      const hover = await service.doHover(doc, doc.positionAt(at), tree);
      one.hover = hover ? JSON.stringify(hover.contents) : '';
    }
    out.push(one);
  }
  console.log(JSON.stringify(out));
})();
`

type served struct {
	Problems []struct {
		Line, Column int
		Message      string
	}
	Labels []string
	Hover  string
}

func serve(t *testing.T, texts []string) []served {
	t.Helper()
	node := tool(t, "", "node")
	_, schema := shell{t, t.TempDir(), os.Environ()}.run(built(t), "schema", "flow")
	in, err := json.Marshal(map[string]any{"schema": schema, "texts": texts})
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "-e", jsonService)
	cmd.Stdin = bytes.NewReader(in)
	cmd.Env = append(os.Environ(), "NODE_PATH="+os.Getenv("STUDIOLINT_NODE_MODULES"))
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		if strings.Contains(stderr.String(), "Cannot find module") && os.Getenv("STUDIOLINT_NO_SKIP") == "" {
			t.Skip("vscode-json-languageservice is not installed (npm packages are looked for in STUDIOLINT_NODE_MODULES)")
		}
		t.Fatalf("%v: %s", err, stderr.String())
	}
	var list []served
	if err := json.Unmarshal(out, &list); err != nil || len(list) != len(texts) {
		t.Fatalf("%v: %s", err, out)
	}
	return list
}

// VS Code's own JSON service, given the schema of flows, finds nothing in good ones, and
// of wrong types what studiolint finds, at the same place.
func TestFlowSchema(t *testing.T) {
	var names, texts []string
	good, err := filepath.Glob("../../testdata/flows/good/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range good {
		text := readFile(t, name)
		if strings.Contains(text, `"Definition"`) || strings.Contains(text, `"definition"`) {
			continue // a request or a resource
		}
		names, texts = append(names, name), append(texts, text)
	}
	if len(names) < 8 {
		t.Fatal(names)
	}
	base := readFile(t, "../../testdata/flows/good/sms-order-bot.json")
	wrong := map[string]string{ // what is written, instead of what
		`"initial_state": 5`:             `"initial_state": "Trigger"`,
		`"type": "send-mesage"`:          `"type": "send-message"`,
		`"event": "sentt"`:               `"event": "sent"`,
		`"allow_concurrent_calls": "no"`: `"allow_concurrent_calls": true`,
		`"body": 7`:                      ``,
		`"transitions": {}`:              ``,
	}
	first := len(texts)
	for bad, instead := range wrong {
		text := base
		switch {
		case instead != "":
			text = strings.Replace(base, instead, bad, 1)
		default:
			name, _, _ := strings.Cut(bad, ":")
			i := strings.Index(base, name)
			end := i + valueLength(base[i:])
			text = base[:i] + bad + base[end:]
		}
		if text == base {
			t.Fatalf("%s is not in the flow", instead)
		}
		names, texts = append(names, bad), append(texts, text)
	}
	for i, s := range serve(t, texts) {
		if i < first {
			if len(s.Problems) > 0 {
				t.Errorf("%s: %+v", names[i], s.Problems)
			}
			continue
		}
		if len(s.Problems) != 1 || !foundAt(t, texts[i], s.Problems[0].Line, s.Problems[0].Column) {
			t.Errorf("%s: %+v, and studiolint finds that elsewhere", names[i], s.Problems)
		}
	}
}

// valueLength is the length of a member with its value.
func valueLength(member string) int {
	colon := strings.Index(member, ":") + 1
	d := json.NewDecoder(strings.NewReader(member[colon:]))
	var v any
	if err := d.Decode(&v); err != nil {
		panic(err)
	}
	return colon + int(d.InputOffset())
}

// foundAt reports whether lint finds something that begins at a place.
func foundAt(t *testing.T, text string, line, column int) bool {
	t.Helper()
	s := shell{t, t.TempDir(), cleanEnv(t)}
	s.write("flow.json", text)
	_, out := s.run(built(t), "lint", "--quiet", "--format", "json")
	var report struct {
		Diagnostics []struct {
			Range struct{ Start struct{ Line, Column int } }
		}
	}
	if err := json.Unmarshal([]byte(out), &report); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, d := range report.Diagnostics {
		if d.Range.Start.Line == line && d.Range.Start.Column == column {
			return true
		}
	}
	return false
}

// It completes types, events and properties, and says what they are.
func TestFlowSchemaCompletion(t *testing.T) {
	base := readFile(t, "../../testdata/flows/good/sms-order-bot.json")
	replace := func(old, new string) string {
		text := strings.Replace(base, old, new, 1)
		if text == base {
			t.Fatalf("%s is not in the flow", old)
		}
		return text
	}
	cases := []struct{ text, label, hover string }{
		{replace(`"type": "send-message"`, `"type": "‸"`), `"send-and-wait-for-reply"`, ""},
		{replace(`"event": "sent"`, `"event": "‸"`), `"failed"`, ""},
		{replace(`"body": "`, `"‸x": 1, "body": "`), "media_url", ""},
		{replace(`"body": "`, `"bo‸dy": "`), "", "text"},
		{replace(`"initial_state": "`, `"initial‸_state": "`), "", "where an execution begins"},
		{replace(`"type": "send-message"`, `"type": "send-‸message"`), "", "Send Message"},
	}
	var texts []string
	for _, c := range cases {
		texts = append(texts, c.text)
	}
	for i, s := range serve(t, texts) {
		if c := cases[i]; c.label != "" && !slices.Contains(s.Labels, c.label) {
			t.Errorf("%q is not among %q", c.label, s.Labels)
		}
		if c := cases[i]; !strings.Contains(s.Hover, c.hover) {
			t.Errorf("%q does not say %q", s.Hover, c.hover)
		}
	}
}
