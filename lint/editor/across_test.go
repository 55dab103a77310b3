package editor

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

const callerFlow = `{"description": "p", "states": [
 {"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingMessage", "next": "sub"}], "properties": {"offset": {"x": 0, "y": 0}}},
 {"name": "sub", "type": "run-subflow", "transitions": [{"event": "completed", "next": "say"}, {"event": "failed", "next": "say"}],
  "properties": {"flow_sid": "FW0123456789abcdef0123456789abcdef", "flow_revision": "LatestPublished", "parameters": [{"key": "who", "value": "{{contact.channel.address}}"}], "offset": {"x": 0, "y": 0}}},
 {"name": "say", "type": "send-message", "transitions": [{"event": "sent"}, {"event": "failed"}],
  "properties": {"offset": {"x": 0, "y": 0}, "from": "{{flow.channel.address}}", "to": "{{contact.channel.address}}", "body": "Seen: {{widgets.sub.seen}}"}}
 ], "initial_state": "Trigger", "flags": {"allow_concurrent_calls": true}}
`

const calledFlow = `{"description": "c", "states": [
 {"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingParent", "next": "note"}], "properties": {"offset": {"x": 0, "y": 0}}},
 {"name": "note", "type": "set-variables", "transitions": [{"event": "next"}], "properties": {"variables": [{"key": "seen", "value": "yes {{trigger.parent.parameters.who}}"}], "offset": {"x": 0, "y": 0}}}
 ], "initial_state": "Trigger", "flags": {"allow_concurrent_calls": true}}
`

// A flow, its variables and its parameters are found, and the last two renamed, where other
// files name them: a flow's SID is known by the configuration.
func TestNamesAcrossFiles(t *testing.T) {
	dir := t.TempDir()
	texts := map[string]string{"parent.json": callerFlow, "lib/child.json": calledFlow}
	write(t, dir, ".studiolint.yaml", "subflows: {FW0123456789abcdef0123456789abcdef: lib/child.json}\n")
	for name, text := range texts {
		write(t, dir, name, text)
	}
	w := connect(t, testOptions(), []string{dir}, watches)
	places := func(list []location) string {
		var all []string
		for _, l := range list {
			path, _ := pathOf(l.URI)
			name, _ := filepath.Rel(dir, path)
			name = filepath.ToSlash(name)
			lines := newText([]byte(texts[name]), utf16Units)
			start, _ := lines.offset(l.Range.Start)
			end, _ := lines.offset(l.Range.End)
			all = append(all, fmt.Sprintf("%s:%d:%s", name, l.Range.Start.Line+1, texts[name][start:end]))
		}
		slices.Sort(all)
		return strings.Join(all, " ")
	}
	const sid = "FW0123456789abcdef0123456789abcdef"
	pages := map[string]*page{}
	for name, text := range texts {
		uri := uriOf(filepath.Join(dir, name))
		w.open(uri, 1, text)
		w.shown(uri, 1)
		pages[name] = &page{w, uri, text, newText([]byte(text), utf16Units)}
	}
	for begun, known := time.Now(), []location(nil); len(known) == 0; { // until the folder has been looked through
		w.must("textDocument/definition", pages["parent.json"].of(pages["parent.json"].at("FW0123|456789", 0)), &known)
		if time.Since(begun) > patience {
			t.Fatal("the subflow is never found")
		}
	}
	for _, c := range []struct{ file, mark, definition, references string }{
		{"parent.json", `FW0123|456789`, "lib/child.json:2:Trigger", "parent.json:4:" + sid},
		{"parent.json", `"key": "w|ho"`, "parent.json:4:who", "lib/child.json:3:who"},
		{"parent.json", `widgets.sub.se|en`, "lib/child.json:3:seen", "parent.json:6:seen"},
		{"lib/child.json", `parameters.wh|o`, "parent.json:4:who", "lib/child.json:3:who"},
		{"lib/child.json", `"key": "se|en"`, "lib/child.json:3:seen", "parent.json:6:seen"},
		{"lib/child.json", `incoming|Parent`, "lib/child.json:2:Trigger", "parent.json:4:" + sid},
		{"lib/child.json", `"name": "Tr|igger"`, "lib/child.json:2:Trigger", "lib/child.json:4:Trigger parent.json:4:" + sid},
	} {
		p := pages[c.file]
		var definition, references []location
		w.must("textDocument/definition", p.of(p.at(c.mark, 0)), &definition)
		params := p.of(p.at(c.mark, 0))
		params["context"] = map[string]any{"includeDeclaration": false}
		w.must("textDocument/references", params, &references)
		if got := places(definition); got != c.definition {
			t.Errorf("%s is defined at %q, want %q", c.mark, got, c.definition)
		}
		if got := places(references); got != c.references {
			t.Errorf("%s is named at %q, want %q", c.mark, got, c.references)
		}
	}
	for _, c := range []struct{ file, mark, name, want string }{
		{"lib/child.json", `"key": "se|en"`, "found", `lib/child.json:found parent.json:found`},
		{"parent.json", `widgets.sub.se|en`, "found", `lib/child.json:found parent.json:found`},
		{"lib/child.json", `parameters.wh|o`, "caller", `lib/child.json:caller parent.json:caller`},
		{"lib/child.json", `"name": "Tr|igger"`, "Begin", `lib/child.json:Begin lib/child.json:Begin`},
	} {
		p := pages[c.file]
		params := p.of(p.at(c.mark, 0))
		params["newName"] = c.name
		var edit workspaceEdit
		w.must("textDocument/rename", params, &edit)
		var got []string
		for uri, list := range edit.Changes {
			path, _ := pathOf(uri)
			name, _ := filepath.Rel(dir, path)
			for _, e := range list {
				got = append(got, filepath.ToSlash(name)+":"+strings.Trim(e.NewText, `"`))
			}
			mended := apply(t, texts[filepath.ToSlash(name)], list, utf16Units)
			if !json.Valid([]byte(mended)) || strings.Count(mended, c.name) < len(list) {
				t.Errorf("%s: %s", c.mark, mended)
			}
		}
		slices.Sort(got)
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", c.mark, got, c.want)
		}
	}
	p := pages["lib/child.json"]
	params := p.of(p.at(`parameters.wh|o`, 0))
	params["newName"] = "not a name"
	if err := w.answer(w.ask("textDocument/rename", params), nil); err == nil {
		t.Error("a name that cannot be read was taken")
	}
	w.leave()
}
