package inventory

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/input"
	"studiolint/lint/literal"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// someEnvironments have values that are hard to exchange: one is a part of the other, one
// has slashes, umlauts or marks, one becomes another kind of thing.
const someEnvironments = `environments:
  dev:
    values:
      workflow: WW00000000000000000000000000000001
      host: hooks-1111-dev.twil.io
      api: https://api.example.com/dev/v1
      sender: "+15005550006"
      office: Büro 1
      mark: 'a"b\c'
      same: TC00000000000000000000000000000001
  prod:
    values:
      workflow: WW00000000000000000000000000000002
      host: hooks-1111.twil.io
      api: https://api.example.com/prod/eu/v1
      sender: "+445005550006"
      office: Straße 12 😀
      mark: 'x"y\z{'
      same: TC00000000000000000000000000000001
`

// environmentsOf reads two environments.
func environmentsOf(t testing.TB, text string) (from, to *config.Environment) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, config.Name), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	c, err := config.NewFinder(nil, files.Root{FS: files.OS{}, Dir: dir}, config.Options{}).For("flow.json")
	if err != nil {
		t.Fatal(err)
	}
	return c.Environments[0], c.Environments[1]
}

// documentsOf reads a text; there are none when it holds no flow, or a broken one.
func documentsOf(name string, text []byte) (*input.File, []*project.Document) {
	file, err := input.FromBytes(name, text).Load(files.Root{})
	if err != nil || slices.ContainsFunc(file.Texts, func(f *source.File) bool { return !f.Readable() }) {
		return nil, nil
	}
	return file, project.Documents(file, &config.Config{}, schemas.Catalogue{})
}

// promoted promotes a text; nil for one that holds no flow.
func promoted(name string, text []byte, from, to *config.Environment) *Promotion {
	file, documents := documentsOf(name, text)
	if len(documents) == 0 {
		return nil
	}
	return Promote(file, documents, from, to)
}

// flowWith is a flow whose texts hold some values.
func flowWith(values ...string) string {
	quote := func(s string) string { return strings.ReplaceAll(strconv.Quote(s), `\x`, `\u00`) }
	return fmt.Sprintf(`{
  "description": %s,
  "states": [
    {"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingMessage", "next": "say"}], "properties": {}},
    {"name": "say", "type": "send-to-flex", "transitions": [{"event": "callComplete"}], "properties": {"workflow": %s, "channel": %s, "attributes": %s}},
    {"name": "ask", "type": "send-message", "transitions": [], "properties": {"body": %s, "from": %s, "to": "{{contact.channel.address}}"}}
  ],
  "initial_state": "Trigger"
}
`, quote(values[4]), quote(values[0]), quote(values[6]), quote(fmt.Sprintf(`{"u": %q, "n": %q, "a": "x"}`, values[2]+"/x?from="+url.QueryEscape(values[3]), values[1])),
		quote("See https://"+values[1]+"/a.\nOr "+values[5]+"! "+values[0]), quote(values[3]))
}

// containers are the forms in which a flow is kept.
func containers(t testing.TB, flow string) map[string]string {
	indent := func(text, by string) string {
		return by + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n"+by) + "\n"
	}
	terraform := strings.NewReplacer("${", "$${", "%{", "%%{").Replace
	request := `{"FriendlyName": "Menu", "Status": "draft", "Definition": ` + strconv.QuoteToGraphic(flow) + `}`
	resource := func(sid string) string {
		return `{"sid": "` + sid + `", "friendly_name": "x", "status": "draft", "definition": ` + flow + `}`
	}
	return map[string]string{
		"flow.json":        flow,
		"flow.min.json":    minified(t, flow),
		"slashes.json":     strings.ReplaceAll(flow, "/", `\/`),
		"bom.json":         "\ufeff" + strings.ReplaceAll(flow, "\n", "\r\n"),
		"comments.json":    strings.Replace(flow, `"states"`, "// of the office\n  \"states\"", 1),
		"resource.json":    resource("FW00000000000000000000000000000001"),
		"page.json":        `{"meta": {"key": "flows"}, "flows": [` + resource("FW00000000000000000000000000000001") + "," + resource("FW00000000000000000000000000000003") + `]}`,
		"request.json":     request,
		"request.form":     "FriendlyName=Menu&Status=draft&Definition=" + url.QueryEscape(flow),
		"escaped.form":     "FriendlyName=Menu&Status=draft&Definition=" + strings.ReplaceAll(url.PathEscape(flow), "+", "%2B"),
		"template.tftpl":   terraform(flow),
		"main.tf":          "resource \"twilio_studio_flows_v2\" \"f\" {\n  definition = jsonencode(" + terraform(flow) + ")\n}\n",
		"heredoc.tf":       "resource \"twilio_studio_flows_v2\" \"f\" {\n  definition = <<-EOT\n" + indent(terraform(flow), "    ") + "  EOT\n}\n",
		"main.tf.json":     `{"resource": {"twilio_studio_flows_v2": {"f": {"definition": ` + strconv.QuoteToGraphic(terraform(flow)) + `}}}}`,
		"plan.json":        `{"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {"resources": [{"values": {"definition": ` + strconv.QuoteToGraphic(flow) + `}}]}}}`,
		"page.md":          "# Flow\n\n> A quote\n>\n> ```json\n" + indent(flow, "> ") + "> ```\n",
		"list.md":          "- An item:\n\n  ```json\n" + indent(flow, "  ") + "  ```\n",
		"array.json":       "[" + flow + ",\n" + flow + "]",
		"windows.min.json": minified(t, flow) + "\r\n",
	}
}

func minified(t testing.TB, flow string) string {
	var b bytes.Buffer
	if err := json.Compact(&b, []byte(flow)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// In every container all values move, nothing else does, and the way back gives the same
// bytes.
func TestPromoteContainers(t *testing.T) {
	dev, prod := environmentsOf(t, someEnvironments)
	texts := func(e *config.Environment) []string {
		var list []string
		for _, v := range e.Values {
			list = append(list, v.Text)
		}
		return list
	}
	want := containers(t, flowWith(texts(prod)...))
	for name, text := range containers(t, flowWith(texts(dev)...)) {
		t.Run(name, func(t *testing.T) {
			p := promoted(name, []byte(text), dev, prod)
			if p == nil {
				t.Fatalf("it holds no flow:\n%s", text)
			}
			for _, u := range p.Unmapped {
				if !strings.HasPrefix(u.Value, "FW") { // of the resource itself
					t.Errorf("%s: %s %s", u.Place, u.Value, u.Why)
				}
			}
			if len(p.Outside) > 0 || p.Moved == 0 {
				t.Errorf("%d moved, %v outside", p.Moved, p.Outside)
			}
			if string(p.Text) != want[name] && name != "escaped.form" { // not all that is written there needs to be
				t.Errorf("it became\n%s\nnot\n%s", p.Text, want[name])
			}
			back := promoted(name, p.Text, prod, dev)
			if back == nil || string(back.Text) != text {
				t.Errorf("the way back gives other bytes:\n%s\nnot\n%s", back.Text, text)
			}
		})
	}
}

// The SIDs, numbers and hosts of every flow of the corpus move there and back.
func TestPromoteCorpus(t *testing.T) {
	moved := 0
	for _, root := range []string{"../../testdata/flows", os.Getenv("STUDIOLINT_CORPUS")} {
		filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil
			}
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			dev, prod := environmentsOf(t, environmentsFor(string(text)))
			p := promoted(name, text, dev, prod)
			if p == nil {
				return nil
			}
			moved += p.Moved
			for _, u := range p.Unmapped {
				t.Errorf("%s: %s %s", u.Place, u.Value, u.Why)
			}
			if back := promoted(name, p.Text, prod, dev); back == nil || !bytes.Equal(back.Text, text) {
				t.Errorf("%s: the way back gives other bytes", name)
			}
			return nil
		})
	}
	if moved < 50 {
		t.Errorf("only %d values moved", moved)
	}
}

// environmentsFor has a value for each literal of a text, and another one for it.
func environmentsFor(text string) string {
	var values [2]strings.Builder
	seen := map[string]bool{}
	for _, l := range literal.Owned(text) {
		if seen[l.Value] {
			continue
		}
		seen[l.Value] = true
		other := l.Value[:2] + fmt.Sprintf("%032x", len(seen))
		switch l.Kind {
		case literal.Phone:
			other = fmt.Sprintf("+49%09d", len(seen))
		case literal.Host:
			other = fmt.Sprintf("h-%d.twil.io", len(seen))
		}
		fmt.Fprintf(&values[0], "      v%d: %q\n", len(seen), text[l.Start:l.End])
		fmt.Fprintf(&values[1], "      v%d: %q\n", len(seen), other)
	}
	if len(seen) == 0 {
		return "environments: {dev: {values: {}}, prod: {values: {}}}"
	}
	return "environments:\n  dev:\n    values:\n" + values[0].String() + "  prod:\n    values:\n" + values[1].String()
}

// Whatever is promoted stays what it is, and comes back when nothing was in the way. All of
// it can be listed.
func FuzzPromote(f *testing.F) {
	dev, prod := environmentsOf(f, someEnvironments)
	var texts []string
	for _, v := range dev.Values {
		texts = append(texts, v.Text)
	}
	for name, text := range containers(f, flowWith(texts...)) {
		f.Add(name, []byte(text))
	}
	f.Fuzz(func(t *testing.T, name string, text []byte) {
		p := promoted(name, text, dev, prod)
		if p == nil {
			return
		}
		session := lint.NewSession(lint.Options{})
		session.Open(input.FromBytes(name, text))
		_, documents := session.Load(name)
		if err := WriteText(io.Discard, Of(documents, nil)); err != nil {
			t.Fatal(err)
		}
		if p.Moved == 0 && !bytes.Equal(p.Text, text) {
			t.Fatal("nothing moved, but the text is another one")
		}
		again := promoted(name, p.Text, prod, dev)
		if again == nil {
			t.Fatalf("it holds no flow any more:\n%s", p.Text)
		}
		if len(p.Unmapped) > 0 || p.Moved == 0 {
			return
		}
		last := promoted(name, again.Text, dev, prod)
		if last == nil || !bytes.Equal(last.Text, p.Text) {
			t.Fatalf("there and back and there is not the same:\n%s\nthen\n%s", p.Text, again.Text)
		}
	})
}

// Within an expression of Terraform a value moves where it only becomes a part of the text:
// there and back the bytes are the same. Where the expression chooses by something, it stays
// and is told.
func TestPromoteExpressions(t *testing.T) {
	dev, prod := environmentsOf(t, someEnvironments)
	d, p := dev.Values[0].Text, prod.Values[0].Text
	file := func(value string) string {
		return "resource \"twilio_studio_flows_v2\" \"f\" {\n  definition = jsonencode({\n    states = [\n      { name = \"Trigger\", type = \"trigger\", transitions = [{ event = \"incomingMessage\", next = \"say\" }], properties = {} },\n" +
			"      { name = \"say\", type = \"send-message\", transitions = [], properties = { from = \"{{flow.channel.address}}\", to = \"{{contact.channel.address}}\", body = " + value + " } }\n    ]\n    initial_state = \"Trigger\"\n    flags = { allow_concurrent_calls = true }\n  })\n}\n"
	}
	for _, value := range []string{
		`format("%s/x", "` + d + `")`,
		`(coalesce(var.workflow, "` + d + `"))`,
		`join("/", ["a", lower("` + d + `"), try(var.x, "b ` + d + ` c")])`,
		`"a ${coalesce(var.workflow, "` + d + `")} b ` + d + `"`,
		`"a ${~ tostring("` + d + `") ~} b"`,
	} {
		there := promoted("main.tf", []byte(file(value)), dev, prod)
		if want := file(strings.ReplaceAll(value, d, p)); there == nil || string(there.Text) != want || len(there.Unmapped)+len(there.Outside) > 0 {
			t.Errorf("%s becomes %+v", value, there)
			continue
		}
		if back := promoted("main.tf", there.Text, prod, dev); string(back.Text) != file(value) {
			t.Errorf("%s is on the way back %s", value, back.Text)
		}
	}
	for _, value := range []string{
		`var.live ? "` + p + `" : "` + d + `"`,
		`var.live ? var.workflow : "` + d + `"`,
		`{ dev = "` + d + `" }[var.name]`,
		`replace(var.text, "` + d + `", "x")`,
		`format("%s %s", "` + d + `", "` + d + `" == var.x ? "a" : "b")`,
	} {
		there := promoted("main.tf", []byte(file(value)), dev, prod)
		if string(there.Text) != file(value) || len(there.Unmapped) == 0 {
			t.Errorf("%s becomes %s with %d values untold", value, there.Text, len(there.Unmapped))
		}
	}
}
