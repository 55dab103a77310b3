package editor

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// talk is a flow in which everything is named in several ways.
const talk = `{
  "description": "é😀 talk",
  "states": [
    {"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingMessage", "next": "ask"}, {"event": "incomingCall"}, {"event": "incomingConversationMessage"}, {"event": "incomingRequest"}, {"event": "incomingParent"}], "properties": {"offset": {"x": 0, "y": 0}}},
    {"name": "ask", "type": "send-and-wait-for-reply",
      "transitions": [{"event": "incomingMessage", "next": "note"}, {"event": "timeout", "next": "bye"}, {"event": "deliveryFailure", "next": "bye"}],
      "properties": {"offset": {"x": 0, "y": 0}, "service": "{{trigger.message.InstanceSid}}", "channel": "{{trigger.message.ChannelSid}}", "from": "{{flow.channel.address}}", "body": "é😀 Your name?", "timeout": "3600"}},
    {"name": "note", "type": "set-variables",
      "transitions": [{"event": "next", "next": "check"}],
      "properties": {"offset": {"x": 0, "y": 0}, "variables": [{"key": "who", "value": "é😀 {{ widgets.ask.inbound.Body | default: widgets[\"ask\"].inbound.From }}"}, {"key": "doc", "value": "{\"name\": \"{{widgets.ask.inbound.Body | upcase}}\", \"ask\": \"{{widgets.Ask.inbound.Body}}\"}"}]}},
    {"name": "check", "type": "split-based-on",
      "transitions": [{"event": "noMatch", "next": "ask"}, {"event": "match", "next": "bye", "conditions": [{"friendly_name": "Yes", "arguments": ["{{flow.variables.who}}"], "type": "equal_to", "value": "yes"}]}],
      "properties": {"offset": {"x": 0, "y": 0}, "input": "{{flow.variables.who}}"}},
    {"name": "bye", "type": "send-message",
      "transitions": [{"event": "sent"}, {"event": "failed"}],
      "properties": {"offset": {"x": 0, "y": 0}, "from": "{{flow.channel.address}}", "to": "{{contact.channel.address}}", "body": "Bye {{widgets.note.who}} {% if flow.variables['who'] == 'x' %}ask{% endif %}"}}
  ],
  "initial_state": "Trigger",
  "flags": {"allow_concurrent_calls": true}
}
`

// shapes are the documents in which a definition can stand, with what reads it back.
var shapes = []struct {
	name string
	wrap func(definition string) string
}{
	{"flow.json", func(s string) string { return s }},
	{"minified.json", func(s string) string { return regexp.MustCompile(`\n *`).ReplaceAllString(s, "") }},
	{"crlf.json", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
	{"resource.json", func(s string) string {
		return `{"sid": "FW0123456789abcdef0123456789abcdef", "friendly_name": "é😀", "definition": ` + s + `}`
	}},
	{"request.json", func(s string) string {
		return fmt.Sprintf(`{"FriendlyName": "é😀", "Status": "draft", "Definition": %s}`, must(json.Marshal(s)))
	}},
	{"flow.tf", func(s string) string {
		return "resource \"twilio_studio_flow\" \"é😀\" {\n  definition = jsonencode(" + strings.TrimSpace(s) + ")\n}\n"
	}},
	{"heredoc.tf", func(s string) string {
		return "resource \"twilio_studio_flow\" \"é😀\" {\n  definition = <<-EOT\n    " + strings.ReplaceAll(s, "{%", "%%{") + "EOT\n}\n"
	}},
}

func shapesFor(s string) []struct{ name, text string } {
	var list []struct{ name, text string }
	for _, shape := range shapes {
		text := shape.wrap(s)
		if shape.name == "heredoc.tf" || shape.name == "flow.tf" {
			text = strings.ReplaceAll(shape.wrap(strings.ReplaceAll(s, "{% ", "{{ ")), "", "") // Liquid's tags are Terraform's
		}
		list = append(list, struct{ name, text string }{shape.name, text})
	}
	return list
}

// A page is an open document, with the places of what is written in it.
type page struct {
	*wire
	uri, text string
	lines     *text
}

func (w *wire) page(name, text string) *page {
	w.t.Helper()
	uri := uriOf(filepath.Join(w.t.TempDir(), name))
	w.open(uri, 1, text)
	w.shown(uri, 1)
	return &page{w, uri, text, newText([]byte(text), utf16Units)}
}

// at is the place of the n-th "before|after" in the text, between the two. Quotes of the
// definition may be escaped in the document.
func (p *page) at(mark string, n int) position {
	p.t.Helper()
	before, after, _ := strings.Cut(mark, "|")
	quote := func(s string) string {
		return strings.ReplaceAll(regexp.QuoteMeta(s), `"`, `\\*"`)
	}
	found := regexp.MustCompile(`(`+quote(before)+`)`+quote(after)).FindAllStringSubmatchIndex(p.text, -1)
	if len(found) <= n {
		p.t.Fatalf("%d times %q in %s", len(found), mark, p.uri)
	}
	return p.lines.position(found[n][3])
}

// of is a request about a place.
func (p *page) of(at position) map[string]any {
	return map[string]any{"textDocument": map[string]any{"uri": p.uri}, "position": at}
}

// words are what stands at some places.
func (p *page) words(list []location) string {
	p.t.Helper()
	var words []string
	for _, l := range list {
		if l.URI != p.uri {
			p.t.Errorf("%s is another document than %s", l.URI, p.uri)
		}
		start, _ := p.lines.offset(l.Range.Start)
		end, _ := p.lines.offset(l.Range.End)
		words = append(words, p.text[start:end])
	}
	return strings.Join(words, " ")
}

// Every way in which a widget or a variable is named leads to it, in every document.
func TestNavigation(t *testing.T) {
	for _, shape := range shapesFor(talk) {
		w := connect(t, testOptions(), nil, "")
		p := w.page(shape.name, shape.text)
		for mark, uses := range map[string]int{
			`"name": "a|sk"`: 6, `"next": "as|k"`: 6, `widgets.as|k.inbound`: 6, `widgets["a|sk`: 6, `"next": "|bye"`: 4, `widgets.no|te.who`: 3, `"initial_state": "Tri|gger"`: 2,
			`"key": "w|ho"`: 5, `flow.variables.w|ho}}`: 5, `widgets.note.w|ho`: 5,
		} {
			if shape.name == "heredoc.tf" || shape.name == "flow.tf" || shape.name == "request.json" {
				mark = strings.ReplaceAll(mark, `["`, `[|"`)
				if strings.Count(mark, "|") > 1 {
					continue // escaped twice there
				}
			}
			var definition, references, both []location
			w.must("textDocument/definition", p.of(p.at(mark, 0)), &definition)
			if words := p.words(definition); len(definition) != 1 || !strings.Contains("ask bye note Trigger who", words) {
				t.Errorf("%s: %s is defined at %q", shape.name, mark, words)
			}
			if len(definition) == 1 && !strings.Contains(strings.ReplaceAll(mark, "|", ""), p.words(definition)) {
				t.Errorf("%s: %s leads to %q", shape.name, mark, p.words(definition))
			}
			params := p.of(p.at(mark, 0))
			params["context"] = map[string]any{"includeDeclaration": true}
			w.must("textDocument/references", params, &both)
			params["context"] = map[string]any{"includeDeclaration": false}
			w.must("textDocument/references", params, &references)
			var lights []struct{ Kind int }
			w.must("textDocument/documentHighlight", p.of(p.at(mark, 0)), &lights)
			if len(both) != uses || len(references) != uses-1 || len(lights) != uses {
				t.Errorf("%s: %s: %d uses %q, %d others, %d highlights", shape.name, mark, len(both), p.words(both), len(references), len(lights))
			}
		}
		for _, nothing := range []string{`"des|cription"`, `"x": |0`, `Your na|me?`, `inbound.Bo|dy`} {
			var list []location
			w.must("textDocument/definition", p.of(p.at(nothing, 0)), &list)
			if len(list) > 0 {
				t.Errorf("%s: %s: %+v", shape.name, nothing, list)
			}
		}
		w.leave()
	}
}

// A new name stands wherever the old one stood, as it was written, and nowhere else.
func TestRename(t *testing.T) {
	for _, shape := range shapesFor(talk) {
		for _, e := range []encoding{utf16Units, utf8Units, utf32Units} {
			w := connect(t, testOptions(), nil, `{"general":{"positionEncodings":["`+string(e)+`"]}}`)
			p := w.page(shape.name, shape.text)
			p.lines = newText([]byte(p.text), e)
			for from, mark := range map[string]string{"ask": `"next": "a|sk"`, "who": `flow.variables.wh|o}}`} {
				var prepared struct {
					Range       span
					Placeholder string
				}
				w.must("textDocument/prepareRename", p.of(p.at(mark, 0)), &prepared)
				if prepared.Placeholder != from || p.words([]location{{p.uri, prepared.Range}}) != from {
					t.Errorf("%s: %+v", shape.name, prepared)
				}
				params := p.of(p.at(mark, 0))
				params["newName"] = "new-name_1"
				var edit workspaceEdit
				w.must("textDocument/rename", params, &edit)
				renamed := apply(t, p.text, edit.Changes[p.uri], e)
				want := shape.text
				exact := regexp.MustCompile(`(next|name)(\\*": \\*")ask(\\*")`)
				if from == "ask" {
					want = exact.ReplaceAllString(want, "${1}${2}new-name_1${3}")
					want = regexp.MustCompile(`widgets\.ask\b`).ReplaceAllString(want, "widgets.new-name_1")
					want = regexp.MustCompile(`widgets\[(\\+")ask`).ReplaceAllString(want, "widgets[${1}new-name_1")
				} else {
					want = regexp.MustCompile(`(key\\*": \\*"|flow\.variables\.|flow\.variables\['|widgets\.note\.)who\b`).ReplaceAllString(want, "${1}new-name_1")
				}
				if renamed != want {
					t.Errorf("%s, %s, %s:\n%s\nwanted:\n%s", shape.name, e, from, renamed, want)
				}
			}
			w.leave()
		}
	}
}

func TestRenameRefused(t *testing.T) {
	w := connect(t, testOptions(), nil, "")
	p := w.page("flow.json", talk)
	for mark, names := range map[string]map[string]string{
		`"next": "a|sk"`:        {"bye": "another widget", "a b": "no name", "": "no name", "1a": "no name", "é": "no name"},
		`flow.variables.w|ho}}`: {"doc": "already", "a.b": "no name"},
		`"timeo|ut": "3600"`:    {"x": "only widgets"},
		`"36|00"`:               {"x": "only widgets"},
		`widgets.As|k`:          {"x": "only widgets"},
	} {
		for name, why := range names {
			params := p.of(p.at(mark, 0))
			params["newName"] = name
			err := w.call("textDocument/rename", params, nil)
			if code(err) != int(requestFailed) || !strings.Contains(err.Error(), why) {
				t.Errorf("%s to %q: %v", mark, name, err)
			}
		}
	}
	twice := w.page("twice.json", strings.Replace(talk, `"name": "note"`, `"name": "ask"`, 1))
	if err := w.call("textDocument/prepareRename", twice.of(twice.at(`"next": "a|sk"`, 0)), nil); err == nil || !strings.Contains(err.Error(), "several") {
		t.Error(err)
	}
	old := w.page("old.json", `{"states": [
  {"sid": "FF5f0e2d1c4b3a69788796a5b4c3d2e1f0", "name": "Trigger", "type": "InitialState", "properties": {}, "transitions": [{"event": "incomingCall", "conditions": [], "next": "FFa1b2c3d4e5f60718293a4b5c6d7e8f90", "uuid": "00000000-0000-4000-8000-000000000001"}]},
  {"sid": "FFa1b2c3d4e5f60718293a4b5c6d7e8f90", "name": "welcome", "type": "SayPlay", "properties": {"say": "Welcome."}, "transitions": [{"event": "audioComplete", "conditions": [], "next": null, "uuid": "00000000-0000-4000-8000-000000000002"}]}]}`)
	if err := w.call("textDocument/prepareRename", old.of(old.at(`"name": "wel|come"`, 0)), nil); err == nil || !strings.Contains(err.Error(), "first Studio editor") {
		t.Error(err)
	}
	w.change(p.uri, 2, talk[:len(talk)-4])
	if err := w.call("textDocument/prepareRename", p.of(p.at(`"next": "a|sk"`, 0)), nil); err == nil || !strings.Contains(err.Error(), "cannot be read") {
		t.Error(err)
	}
	w.leave()
}

// hoverText is what is shown at a place.
func (p *page) hoverText(mark string) string {
	p.t.Helper()
	var h struct{ Contents struct{ Kind, Value string } }
	p.must("textDocument/hover", p.of(p.at(mark, 0)), &h)
	return h.Contents.Value
}

// Of a type that is misspelt it is said which one is most likely meant.
func TestHoverOnMisspeltType(t *testing.T) {
	w := connect(t, testOptions(), nil, "")
	p := w.page("flow.json", strings.Replace(talk, `"type": "send-message"`, `"type": "sendMessage"`, 1))
	if got := p.hoverText(`"type": "sendM|essage"`); !strings.Contains(got, "not in the catalogue; `send-message` is most likely meant") {
		t.Errorf("it says %s", got)
	}
	w.leave()
}

func TestHover(t *testing.T) {
	for _, shape := range shapesFor(talk) {
		w := connect(t, testOptions(), nil, "")
		p := w.page(shape.name, shape.text)
		for mark, want := range map[string]string{
			`"name": "a|sk"`:              "Send & Wait|incomingMessage|widgets.ask|Leads to|timeout",
			`"type": "split-b|ased-on"`:   "Split Based On|noMatch",
			`"timeo|ut": `:                "timeout|seconds",
			`"3|600"`:                     "timeout|seconds",
			`"next": "b|ye"`:              "timeout|`Trigger` *incomingMessage* → `ask`|send-message",
			`widgets.ask.in|bound.Body |`: "widgets.ask.inbound.Body|Stored by **ask**|certainly run",
			`{{widgets.As|k.inbound`:      "no widget of that name; did you mean \"ask\"?",
			`flow.variables.w|ho}}`:       `Set by|note|Here it holds a text that comes with the execution.`,
			`| defa|ult`:                  "default",
			`"equal|_to"`:                 "equal",
			`"initial_sta|te"`:            "initial_state",
		} {
			if strings.Count(mark, "|") > 1 && !strings.HasPrefix(mark, "|") {
				mark = strings.TrimSuffix(mark, " |")
			}
			got := ""
			if strings.HasPrefix(mark, "| defa") {
				got = p.hoverAt(regexp.MustCompile(`\| default`))
			} else {
				got = p.hoverText(mark)
			}
			for _, part := range strings.Split(want, "|") {
				if !strings.Contains(got, part) || strings.Contains(got, "?.") {
					t.Errorf("%s: %s: %q is missing, or a question ends in a full stop, in\n%s", shape.name, mark, part, got)
				}
			}
		}
		w.leave()
	}
	w := connect(t, testOptions(), nil, `{"textDocument":{"hover":{"contentFormat":["plaintext"]}}}`)
	p := w.page("flow.json", talk)
	if got := p.hoverText(`"name": "a|sk"`); strings.Contains(got, "**") {
		t.Error(got)
	}
	lost := w.page("lost.json", broken(t))
	if got := lost.hoverText(`"lost|_`); !strings.Contains(got, "dangling-transition (error)") {
		t.Error(got)
	}
	w.leave()
}

func (p *page) hoverAt(re *regexp.Regexp) string {
	p.t.Helper()
	var h struct{ Contents struct{ Value string } }
	p.must("textDocument/hover", p.of(p.lines.position(re.FindStringIndex(p.text)[1]-2)), &h)
	return h.Contents.Value
}

// complete returns the labels that are offered at the mark "|" of a text.
func complete(t testing.TB, w *wire, name, marked string) (labels []string, items []completionItem, text string) {
	t.Helper()
	i := strings.LastIndex(marked, "‸")
	text = marked[:i] + marked[i+len("‸"):]
	p := w.page(name, text)
	var list completionList
	w.must("textDocument/completion", p.of(p.lines.position(i)), &list)
	for _, item := range list.Items {
		labels = append(labels, item.Label)
	}
	return labels, list.Items, text
}

func TestCompletion(t *testing.T) {
	replace := func(old, new string) string {
		if !strings.Contains(talk, old) {
			t.Fatal(old)
		}
		return strings.Replace(talk, old, new, 1)
	}
	for _, c := range []struct {
		text, has, hasNot string // labels
		choose, becomes   string // what is chosen, and a part of the text then
	}{
		{replace(`"next": "note"`, `"next": "‸"`), "ask note check bye", "Trigger", "note", `"next": "note"`},
		{replace(`"next": "note"`, `"next": "no‸te"`), "ask note", "", "bye", `"next": "bye"}, {"event": "timeout"`},
		{replace(`"next": "note"`, `"next": ‸`), "ask note", "", "bye", `"next": "bye"}`},
		{replace(`"next": "note"`, `"next": "no‸`), "ask note", "", "bye", `"next": "bye`},
		{replace(`"initial_state": "Trigger"`, `"initial_state": "‸"`), "Trigger ask", "", "Trigger", `"initial_state": "Trigger"`},
		{replace(`"type": "send-message"`, `"type": "send-‸"`), "send-message say-play split-based-on", "", "say-play", `"type": "say-play"`},
		{replace(`"type": "send-message"`, `"type": ‸`), "send-message", "", "say-play", `"type": "say-play"`},
		{replace(`{"event": "timeout"`, `{"event": "‸"`), "timeout", "incomingMessage deliveryFailure", "timeout", `{"event": "timeout"`},
		{replace(`"event": "match"`, `"event": "‸"`), "match", "noMatch", "match", `"event": "match"`},
		{replace(`"type": "equal_to"`, `"type": "‸"`), "equal_to contains is_blank", "", "contains", `"type": "contains"`},
		{replace(`"body": "é😀 Your name?"`, `"‸": "x"`), "body media_url", "timeout service offset", "body", `"body": "x"`},
		{replace(`"body": "é😀 Your name?", `, `"bo‸`), "body", "timeout", "body", `"body`},
		{replace(`"body": "é😀 Your name?", "timeout": "3600"`, `‸`), "body timeout", "service", "body", `"body": ""`},
		{replace(`"properties": {"offset": {"x": 0, "y": 0}, "input": "{{flow.variables.who}}"}`, `"‸"`), "properties", "name type", "properties", `"properties"`},
		{replace(`{{ widgets.ask.inbound.Body | default`, `{{ widgets.‸ask.inbound.Body | default`), "ask note", "Trigger check", "note", `{{ widgets.note.inbound`},
		{replace(`{{ widgets.ask.inbound.Body | default`, `{{ widgets.‸`), "ask", "Trigger", "ask", `{{ widgets.ask`},
		{replace(`{{widgets.note.who}}`, `{{widgets.no‸}}`), "ask note", "", "note", `{{widgets.note}}`},
		{replace(`{{widgets.note.who}}`, `{{widgets.note.‸}}`), "who doc", "", "who", `{{widgets.note.who}}`},
		{replace(`{{widgets.note.who}}`, `{{widgets.ask.‸}}`), "inbound", "who", "inbound", `{{widgets.ask.inbound}}`},
		{replace(`{{widgets.note.who}}`, `{{widgets.ask.inbound.B‸}}`), "Body From", "", "Body", `{{widgets.ask.inbound.Body}}`},
		{replace(`{{widgets.note.who}}`, `{{widgets['‸']}}`), "ask note", "", "note", `{{widgets['note']}}`},
		{replace(`{{widgets.note.who}}`, `{{flow.variables.‸`), "who doc", "", "who", `{{flow.variables.who`},
		{replace(`{{widgets.note.who}}`, `{{‸}}`), "flow trigger widgets contact", "", "flow", `{{flow}}`},
		{replace(`{{widgets.note.who}}`, `{{flow.‸}}`), "variables channel", "", "variables", `{{flow.variables}}`},
		{replace(`{{widgets.note.who}}`, `{{trigger.message.‸}}`), "Body From", "", "Body", `{{trigger.message.Body}}`},
		{replace(`{{widgets.note.who}}`, `{{x | up‸}}`), "upcase downcase default", "", "upcase", `{{x | upcase}}`},
		{replace(`{{widgets.note.who}}`, `{% ‸ %}`), "if endif assign", "", "if", `{% if %}`},
		{replace(`"arguments": ["{{flow.variables.who}}"]`, `"arguments": ["{{flow.variables.‸}}"]`), "who", "", "doc", `["{{flow.variables.doc}}"]`},
		{replace(`Your name?`, `Your ‸name?`), "", "ask who", "", ""},
		{replace(`{{widgets.note.who}}`, `{{widgets.note.who}}‸`), "", "ask who", "", ""},
	} {
		for _, shape := range shapes {
			if strings.HasSuffix(shape.name, ".tf") || shape.name == "request.json" {
				i := strings.Index(c.text, "‸")
				if !json.Valid([]byte(strings.Replace(c.text, "‸", "", 1))) || strings.Contains(c.text[i-20:i], "{%") {
					continue // there, what is not whole is not read
				}
			}
			text := c.text
			if strings.HasSuffix(shape.name, ".tf") {
				text = strings.ReplaceAll(text, "{% ", "{{ ")
			}
			w := connect(t, testOptions(), nil, "")
			labels, items, written := complete(t, w, shape.name, shape.wrap(text))
			for _, want := range strings.Fields(c.has) {
				if !slices.Contains(labels, want) {
					t.Errorf("%s: %s is not among %q at\n%s", shape.name, want, labels, around(c.text))
				}
			}
			for _, not := range strings.Fields(c.hasNot) {
				if slices.Contains(labels, not) {
					t.Errorf("%s: %s is among %q at\n%s", shape.name, not, labels, around(c.text))
				}
			}
			for _, item := range items {
				if item.Label != c.choose {
					continue
				}
				after := apply(t, written, []textEdit{*item.TextEdit}, utf16Units)
				want := c.becomes
				if shape.name == "request.json" {
					data := must(json.Marshal(want))
					want = string(data[1 : len(data)-1])
				}
				if !strings.Contains(after, want) {
					t.Errorf("%s: %s with %q is\n%s", shape.name, around(c.text), item.TextEdit.NewText, after)
				}
			}
			w.leave()
		}
	}
}

// around is what stands near the cursor.
func around(marked string) string {
	i := strings.Index(marked, "‸")
	return marked[max(0, i-40):min(len(marked), i+40)]
}

func TestSymbols(t *testing.T) {
	for _, shape := range shapesFor(talk) {
		w := connect(t, testOptions(), nil, `{"textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":true}}}`)
		p := w.page(shape.name, shape.text)
		var tree []documentSymbol
		w.must("textDocument/documentSymbol", p.of(position{}), &tree)
		if len(tree) != 1 {
			t.Fatalf("%s: %+v", shape.name, tree)
		}
		var names []string
		for _, s := range tree[0].Children {
			names = append(names, s.Name)
			if !inside(s.SelectionRange, s.Range) || !inside(s.Range, tree[0].Range) {
				t.Errorf("%s: %+v", shape.name, s)
			}
		}
		if got := strings.Join(names, " "); got != "Trigger ask note bye check" || len(tree[0].Children[1].Children) != 3 || tree[0].Children[1].Children[0].Detail != "→ note" {
			t.Errorf("%s: %s %+v", shape.name, got, tree[0].Children[1].Children)
		}
		var lenses []codeLens
		w.must("textDocument/codeLens", p.of(position{}), &lenses)
		var titles []string
		for _, l := range lenses {
			titles = append(titles, l.Command.Title)
		}
		if got := strings.Join(titles, "; "); got != "executions begin here; 2 ways lead here; 1 way leads here; 1 way leads here; 3 ways lead here" {
			t.Errorf("%s: %s", shape.name, got)
		}
		var ranges []selectionRange
		w.must("textDocument/selectionRange", map[string]any{"textDocument": map[string]any{"uri": p.uri}, "positions": []position{p.at("widgets.as|k.inbound", 0), {}}}, &ranges)
		depth := 0
		for r := &ranges[0]; r != nil; r = r.Parent {
			if depth++; r.Parent != nil && !inside(r.Range, r.Parent.Range) {
				t.Errorf("%s: %+v is not in %+v", shape.name, r.Range, r.Parent.Range)
			}
		}
		if depth < 10 || len(ranges) != 2 {
			t.Errorf("%s: %d steps", shape.name, depth)
		}
		var hints []inlayHint
		params := map[string]any{"textDocument": map[string]any{"uri": p.uri}, "range": everything}
		if w.must("textDocument/inlayHint", params, &hints); len(hints) > 0 {
			t.Errorf("%s: hints nobody asked for", shape.name)
		}
		w.notify("workspace/didChangeConfiguration", map[string]any{"settings": map[string]any{"studiolint": map[string]any{"inlayHints": true}}})
		w.must("textDocument/inlayHint", params, &hints)
		if len(hints) != 7 || hints[0].Label != "send-and-wait-for-reply" {
			t.Errorf("%s: %+v", shape.name, hints)
		}
		var folds []foldingRange
		w.must("textDocument/foldingRange", p.of(position{}), &folds)
		if shape.name == "flow.json" && len(folds) < 6 || shape.name == "minified.json" && len(folds) > 0 {
			t.Errorf("%s: %+v", shape.name, folds)
		}
		w.leave()
	}
}

func TestWorkspaceSymbols(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.json", talk)
	open := write(t, dir, "b.json", broken(t))
	w := connect(t, testOptions(), []string{dir}, watches)
	w.open(uriOf(open), 1, talk)
	w.shown(uriOf(open), 1)
	var list []symbolInformation
	for range 1000 {
		if w.must("workspace/symbol", map[string]any{"query": "AS"}, &list); len(list) > 1 {
			break
		}
	}
	if len(list) != 2 || list[0].Name != "ask" || list[0].Location.URI == list[1].Location.URI || list[0].Location.Range != list[1].Location.Range {
		t.Errorf("%+v", list)
	}
	w.leave()
}

// While the text is broken, the last one that was not answers, at the places of today.
func TestBrokenText(t *testing.T) {
	w := connect(t, testOptions(), nil, "")
	p := w.page("flow.json", talk)
	now := strings.Replace(talk, `"flags": {`, `"flags": `, 1)
	now = strings.Replace(now, "{\n", "{\n\n\n", 1)
	w.change(p.uri, 2, strings.Replace(talk, `"flags": {`, `"flags": `, 1))
	w.change(p.uri, 3, now)
	w.shown(p.uri, 3)
	p.text, p.lines = now, newText([]byte(now), utf16Units)
	var list []location
	w.must("textDocument/definition", p.of(p.at(`"next": "as|k"`, 0)), &list)
	if len(list) != 1 || p.words(list) != "ask" {
		t.Errorf("%+v %s", list, p.words(list))
	}
	if got := p.hoverText(`"timeo|ut": `); !strings.Contains(got, "timeout") {
		t.Error(got)
	}
	var tree []symbolInformation
	w.must("textDocument/documentSymbol", p.of(position{}), &tree)
	if len(tree) < 6 {
		t.Errorf("%+v", tree)
	}
	w.leave()
}

// What is known of a value at its place is told: the texts of the flow, whether some way
// leads there without one, and which widgets set it no more.
func TestHoverHeld(t *testing.T) {
	flow := `{"description": "v", "states": [
 {"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingMessage", "next": "ask"}], "properties": {}},
 {"name": "ask", "type": "send-and-wait-for-reply", "transitions": [{"event": "incomingMessage", "next": "one"}, {"event": "timeout", "next": "say"}, {"event": "deliveryFailure", "next": "two"}], "properties": {"body": "?", "timeout": "60"}},
 {"name": "one", "type": "set-variables", "transitions": [{"event": "next", "next": "two"}], "properties": {"variables": [{"key": "n", "value": "uno"}]}},
 {"name": "two", "type": "set-variables", "transitions": [{"event": "next", "next": "say"}], "properties": {"variables": [{"key": "n", "value": "due"}]}},
 {"name": "say", "type": "send-message", "transitions": [{"event": "sent"}, {"event": "failed"}], "properties": {"body": "{{flow.variables.n}} {{flow.variables.m}}"}}
 ], "initial_state": "Trigger"}`
	w := connect(t, testOptions(), nil, "")
	got := w.page("flow.json", flow).hoverText(`flow.variables.|n}}`)
	for _, want := range []string{"- **one**: `uno` (no longer there when an execution comes here)", "- **two**: `due`\n", "Here it holds `due`. It may be blank: one can come here without it."} {
		if !strings.Contains(got+"\n", want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	w.leave()
}
