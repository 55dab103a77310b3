package editor

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// write writes a file and returns its name.
//
// It comes there whole, as an editor saves it: a server that looks meanwhile sees no half of it.
func write(t testing.TB, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	draft := filepath.Join(t.TempDir(), "draft")
	if err := os.WriteFile(draft, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(draft, path); err != nil {
		t.Fatal(err)
	}
	return path
}

// broken is a flow with one finding.
func broken(t testing.TB) string {
	return strings.Replace(textFile(t, "flows/good/sms-order-bot.json"), `"next": "`, `"next": "lost_`, 1)
}

func codes(found []diagnostic) string {
	var list []string
	for _, d := range found {
		list = append(list, d.Code)
	}
	return strings.Join(list, " ")
}

// What a client should not say changes nothing, and the next text counts.
func TestSenselessEdits(t *testing.T) {
	w := connect(t, testOptions(), nil, "")
	uri := uriOf(filepath.Join(t.TempDir(), "flow.json"))
	bad := broken(t)
	edit := func(version int, changes ...string) {
		w.notify("textDocument/didChange", json.RawMessage(fmt.Sprintf(`{"textDocument":{"uri":%q,"version":%d},"contentChanges":[%s]}`, uri, version, strings.Join(changes, ","))))
	}
	edit(1, `{"text":""}`) // not open
	w.notify("textDocument/didClose", map[string]any{"textDocument": map[string]any{"uri": uri}})
	w.notify("textDocument/didSave", map[string]any{"textDocument": map[string]any{"uri": uri}})
	w.open(uri, 1, bad)
	w.open(uri, 2, bad)
	if found := codes(w.shown(uri, 2)); found != "dangling-transition" {
		t.Error(found)
	}
	edit(3, `{"range":{"start":{"line":9999,"character":3},"end":{"line":99999,"character":0}},"text":" "}`)
	edit(4, `{"range":{"start":{"line":-1,"character":-3},"end":{"line":0,"character":0}},"text":" "}`)
	edit(5, `{"range":{"start":{"line":3,"character":0},"end":{"line":1,"character":0}},"text":"x"}`)
	edit(6, `{"range":{"start":{"line":0,"character":99999},"end":{"line":0,"character":99999}},"text":""}`)
	edit(7, `{"range":null,"text":`+string(must(json.Marshal(bad)))+`}`)
	if found := codes(w.shown(uri, 7)); found != "dangling-transition" {
		t.Error(found)
	}
	edit(8)
	if found := codes(w.shown(uri, 8)); found != "dangling-transition" {
		t.Error(found)
	}
	w.notify("textDocument/didChange", json.RawMessage(`{"textDocument":3}`))
	w.notify("textDocument/didOpen", nil)
	edit(9, `{"text":"{}"}`)
	if found := w.shown(uri, 9); len(found) > 0 {
		t.Error(found)
	}
	w.leave()
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Of a text that is too large, that is said; the server lives on.
func TestLargeDocument(t *testing.T) {
	w := connect(t, testOptions(), nil, "")
	uri := uriOf(filepath.Join(t.TempDir(), "flow.json"))
	w.open(uri, 1, broken(t)[:1000]+strings.Repeat(" ", 20<<20))
	t.Log(w.shown(uri, 1))
	w.change(uri, 2, broken(t))
	if found := codes(w.shown(uri, 2)); found != "dangling-transition" {
		t.Error(found)
	}
	w.leave()
}

// Only files are checked, and what is not saved yet; other JSON is left alone.
func TestSchemes(t *testing.T) {
	w := connect(t, testOptions(), nil, "")
	bad := broken(t)
	for uri, want := range map[string]string{
		"untitled:Untitled-1":                "dangling-transition",
		"file:///nowhere/a%20b.json":         "dangling-transition",
		"file:///nowhere/a b%25é.json":       "dangling-transition",
		"file:///nowhere/100%.json":          "dangling-transition",
		"file:///C%3A/Users/x.json":          "dangling-transition",
		"file:///c:/Users/y.json":            "dangling-transition",
		"FILE:///nowhere/upper.json":         "dangling-transition",
		"file://localhost/nowhere/host.json": "dangling-transition",
		"file:///nowhere/template.json.tmpl": "dangling-transition template-engine",
	} {
		w.open(uri, 1, bad)
		if found := codes(w.shown(uri, 1)); found != want {
			t.Errorf("%s: %s", uri, found)
		}
	}
	for _, uri := range []string{"git:/nowhere/flow.json?ref", "https://example.com/flow.json", "vscode-notebook-cell:/a#b", "", "flow.json", "file:", "file://x"} {
		w.open(uri, 1, bad)
	}
	w.open("file:///nowhere/package.json", 1, `{"name": "x", "version": "1.0.0"`)
	if found := w.shown("file:///nowhere/package.json", 1); len(found) > 0 {
		t.Error(found)
	}
	w.mu.Lock()
	for _, m := range w.messages {
		if m.Method == "textDocument/publishDiagnostics" && !strings.Contains(strings.ToLower(string(m.Params)), `"uri":"file:///`) && !strings.Contains(string(m.Params), "untitled:") && !strings.Contains(string(m.Params), "localhost") {
			t.Errorf("%s", m.Params)
		}
	}
	w.mu.Unlock()
	w.leave()
}

// Many documents are checked each once more than needed, not each with all others.
func TestThousandDocuments(t *testing.T) {
	n := 1000
	if testing.Short() {
		n = 100
	}
	w := connect(t, testOptions(), nil, "")
	bad := broken(t)
	for i := range n {
		w.open(fmt.Sprintf("file:///nowhere/%d.json", i), 1, bad)
	}
	done := map[string]bool{}
	w.await("the findings of all", func(m message) bool {
		var p publishParams
		if m.Method == "textDocument/publishDiagnostics" && !done[string(m.Params)] && json.Unmarshal(m.Params, &p) == nil && codes(p.Diagnostics) == "dangling-transition" {
			done[string(m.Params)] = true
		}
		return len(done) == n
	})
	w.leave()
}

func TestVanishedFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "project")
	path := write(t, dir, "flow.json", broken(t))
	w := connect(t, testOptions(), []string{dir, filepath.Join(dir, "nowhere")}, "")
	w.open(uriOf(path), 1, broken(t))
	w.shown(uriOf(path), 1)
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	w.notify("workspace/didChangeWatchedFiles", map[string]any{"changes": []any{map[string]any{"uri": uriOf(path), "type": 3}, map[string]any{"uri": uriOf(dir), "type": 3}}})
	w.change(uriOf(path), 2, broken(t))
	if found := codes(w.shown(uriOf(path), 2)); found != "dangling-transition" {
		t.Error(found)
	}
	w.notify("workspace/didChangeWorkspaceFolders", map[string]any{"event": map[string]any{"added": []any{}, "removed": []any{map[string]any{"uri": uriOf(dir), "name": "x"}}}})
	w.change(uriOf(path), 3, broken(t))
	if found := codes(w.shown(uriOf(path), 3)); found != "dangling-transition" {
		t.Error(found)
	}
	w.leave()
}
