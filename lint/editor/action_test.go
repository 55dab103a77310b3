package editor

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"studiolint/lint/policy"
)

// apply makes the edits of one document in its text.
func apply(t testing.TB, text string, edits []textEdit, e encoding) string {
	t.Helper()
	lines := newText([]byte(text), e)
	slices.SortStableFunc(edits, func(a, b textEdit) int {
		x, _ := lines.offset(a.Range.Start)
		y, _ := lines.offset(b.Range.Start)
		return y - x
	})
	for _, e := range edits {
		start, ok1 := lines.offset(e.Range.Start)
		end, ok2 := lines.offset(e.Range.End)
		if !ok1 || !ok2 {
			t.Fatalf("%+v lies outside the text", e)
		}
		text = text[:start] + e.NewText + text[end:]
	}
	return text
}

// everything is a range that holds any text.
var everything = map[string]any{"start": position{}, "end": position{Line: 1 << 20}}

// actions asks for what can be done in a whole document.
func (w *wire) actions(uri string, only ...string) []codeAction {
	w.t.Helper()
	var list []codeAction
	params := map[string]any{"textDocument": map[string]any{"uri": uri}, "range": everything, "context": map[string]any{"diagnostics": []any{}, "only": only}}
	w.must("textDocument/codeAction", params, &list)
	return list
}

func titled(t testing.TB, list []codeAction, title string) codeAction {
	t.Helper()
	var titles []string
	for _, a := range list {
		if strings.HasPrefix(a.Title, title) {
			return a
		}
		titles = append(titles, a.Title)
	}
	t.Fatalf("no action %q: %q", title, titles)
	return codeAction{}
}

// Each fix mends what it is for, in every unit of characters.
func TestQuickFixes(t *testing.T) {
	good := textFile(t, "flows/good/sms-order-bot.json")
	bad := strings.Replace(good, `"next": "ask_topic"`, `"next": "Ask_Topic"`, 1)
	bad = strings.Replace(bad, `"description": "`, `"description": "é😀 `, 1)
	bad = strings.ReplaceAll(bad, "\n", "")
	for _, e := range []encoding{utf8Units, utf16Units, utf32Units} {
		w := connect(t, testOptions(), nil, `{"general":{"positionEncodings":["`+string(e)+`"]}}`)
		uri := uriOf(filepath.Join(t.TempDir(), "flow.json"))
		w.open(uri, 1, bad)
		found := w.shown(uri, 1)
		list := w.actions(uri)
		fix := titled(t, list, `Write "`)
		if fix.Kind != "quickfix" || !fix.IsPreferred || len(fix.Diagnostics) != 1 || fix.Diagnostics[0].Range != found[0].Range {
			t.Errorf("%+v", fix)
		}
		mended := apply(t, bad, fix.Edit.Changes[uri], e)
		if mended != strings.Replace(bad, `"Ask_Topic"`, `"ask_topic"`, 1) {
			t.Errorf("%s: %s", e, mended)
		}
		w.change(uri, 2, mended)
		if found := w.shown(uri, 2); len(found) > 0 {
			t.Errorf("%+v", found)
		}
		if list := w.actions(uri); len(list) > 0 {
			t.Errorf("%+v", list)
		}
		w.leave()
	}
}

func TestFixAll(t *testing.T) {
	bad := textFile(t, "flows/good/sms-order-bot.json")
	bad = strings.ReplaceAll(bad, `"next": "`, `"next": "_`)
	w := connect(t, testOptions(), nil, "")
	uri := uriOf(filepath.Join(t.TempDir(), "flow.json"))
	w.open(uri, 1, bad)
	before := len(w.shown(uri, 1))
	if before < 3 {
		t.Fatal(before)
	}
	one := titled(t, w.actions(uri), "Fix all ")
	if mended := apply(t, bad, one.Edit.Changes[uri], utf16Units); mended == bad {
		t.Error("nothing is mended")
	}
	list := w.actions(uri, "source.fixAll")
	if len(list) != 1 || list[0].Kind != "source.fixAll.studiolint" {
		t.Fatalf("%+v", list)
	}
	mended := apply(t, bad, list[0].Edit.Changes[uri], utf16Units)
	w.change(uri, 2, mended)
	if after := len(w.shown(uri, 2)); after > 0 {
		t.Errorf("%d of %d findings are left:\n%s", after, before, mended)
	}
	if list := w.actions(uri, "source.organizeImports"); len(list) > 0 {
		t.Errorf("%+v", list)
	}
	w.leave()
}

const makesFiles = `{"workspace":{"workspaceEdit":{"documentChanges":true,"resourceOperations":["create","rename"]},"didChangeWatchedFiles":{"dynamicRegistration":true}}}`

// documentEdits reads the edits of a file, and whether it is created.
func documentEdits(t testing.TB, a codeAction, uri string) (edits []textEdit, created bool) {
	t.Helper()
	for _, c := range a.Edit.DocumentChanges {
		data := must(json.Marshal(c))
		var both struct {
			Kind, URI    string
			TextDocument struct{ URI string }
			Edits        []textEdit
		}
		if err := json.Unmarshal(data, &both); err != nil {
			t.Fatal(err)
		}
		created = created || both.Kind == "create" && both.URI == uri
		if both.TextDocument.URI == uri {
			edits = append(edits, both.Edits...)
		}
	}
	return edits, created
}

// What is accepted, in either place, is not shown any more.
func TestAccept(t *testing.T) {
	dir := t.TempDir()
	path := write(t, dir, "flows/a [1].json", broken(t))
	uri := uriOf(path)
	w := connect(t, testOptions(), []string{dir}, makesFiles)
	w.open(uri, 1, broken(t))
	w.awaitShown(uri, "dangling-transition")
	list := w.actions(uri)

	inDescription := titled(t, list, "Accept dangling-transition in ")
	for _, a := range list {
		if strings.HasSuffix(a.Title, "in the flow's description") {
			inDescription = a
		}
	}
	edits, _ := documentEdits(t, inDescription, uri)
	w.change(uri, 2, apply(t, broken(t), edits, utf16Units))
	if found := w.shown(uri, 2); len(found) > 0 {
		t.Errorf("%+v", found)
	}
	w.change(uri, 3, broken(t))
	w.shown(uri, 3)

	settings := filepath.Join(dir, ".studiolint.yaml")
	edits, created := documentEdits(t, titled(t, w.actions(uri), "Accept dangling-transition in "), uriOf(settings))
	if !created || len(edits) != 1 {
		t.Fatalf("%+v", edits)
	}
	write(t, dir, ".studiolint.yaml", edits[0].NewText)
	w.forgetMessages()
	w.changedFile(settings, 1)
	w.awaitShown(uri, "")

	// A client that cannot make files is not asked to.
	if err := os.Remove(settings); err != nil {
		t.Fatal(err)
	}
	w = connect(t, testOptions(), []string{dir}, "")
	w.open(uri, 1, broken(t))
	w.awaitShown(uri, "dangling-transition")
	for _, a := range w.actions(uri) {
		if strings.Contains(a.Title, ".studiolint.yaml") {
			t.Errorf("%+v", a)
		}
	}
	w.leave()
}

func TestExplain(t *testing.T) {
	w := connect(t, testOptions(), nil, "")
	uri := "file:///nowhere/flow.json"
	w.open(uri, 1, broken(t))
	w.shown(uri, 1)
	a := titled(t, w.actions(uri), "Explain dangling-transition")
	var text string
	w.must("workspace/executeCommand", a.Command, &text)
	if text != "all about dangling-transition" {
		t.Error(text)
	}
	w.await("the text", func(m message) bool {
		return m.Method == "window/showMessage" && strings.Contains(string(m.Params), text)
	})
	if c := code(w.call("workspace/executeCommand", map[string]any{"command": "rm", "arguments": []any{"x"}}, nil)); c != -32602 {
		t.Error(c)
	}
	w.leave()
}

// A house rule is shown, explained and accepted as any other, and follows the
// configuration.
func TestHouseRule(t *testing.T) {
	const policies = "policies: [{id: ours, message: Call it from a function., match: {type: trigger}, forbid: true}]\n"
	dir := t.TempDir()
	settings := write(t, dir, ".studiolint.yaml", policies)
	uri := uriOf(write(t, dir, "flow.json", broken(t)))
	o := testOptions()
	o.Check.House = new(policy.House).Rules
	o.Explain = func(string) string { return "" }
	w := connect(t, o, []string{dir}, makesFiles)
	w.open(uri, 1, broken(t))
	w.awaitShown(uri, "ours dangling-transition")
	list := w.actions(uri)
	var text string
	w.must("workspace/executeCommand", titled(t, list, "Explain ours").Command, &text)
	if !strings.HasPrefix(text, "ours: Call it from a function\nSeverity: warning\n") {
		t.Error(text)
	}
	edits, _ := documentEdits(t, titled(t, list, "Accept ours in "), uriOf(settings))
	write(t, dir, ".studiolint.yaml", apply(t, policies, edits, utf16Units))
	w.forgetMessages()
	w.changedFile(settings, 2)
	w.awaitShown(uri, "dangling-transition")
	for _, a := range w.actions(uri) {
		if a.Title == "Explain ours" {
			t.Error("it is still shown")
		}
	}
	w.leave()
}
