package editor

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"studiolint/lint"
	"studiolint/lint/accept"
	"studiolint/lint/input"
)

// changedFile tells the server that a file has changed.
func (w *wire) changedFile(path string, kind int) {
	w.notify("workspace/didChangeWatchedFiles", map[string]any{"changes": []any{map[string]any{"uri": uriOf(path), "type": kind}}})
}

// awaitShown waits until a document shows findings of some rules.
func (w *wire) awaitShown(uri, want string) []diagnostic {
	w.t.Helper()
	var p publishParams
	w.await(uri+" with "+want, func(m message) bool {
		p = publishParams{}
		return m.Method == "textDocument/publishDiagnostics" && json.Unmarshal(m.Params, &p) == nil && p.URI == uri && codes(p.Diagnostics) == want
	})
	return p.Diagnostics
}

// awaitOne waits until a file has one finding: what an earlier check has found, or has not,
// may still come after what changes it was written.
func (w *wire) awaitOne(uri string) diagnostic {
	w.t.Helper()
	return w.awaitOneOf(uri, func(diagnostic) bool { return true })
}

// awaitSeverity waits until a file has one finding, of a severity.
func (w *wire) awaitSeverity(uri string, want int) {
	w.t.Helper()
	w.awaitOneOf(uri, func(d diagnostic) bool { return d.Severity == want })
}

// awaitOneOf waits until a file has one finding, of a kind.
func (w *wire) awaitOneOf(uri string, kind func(diagnostic) bool) diagnostic {
	w.t.Helper()
	var p publishParams
	w.await(uri, func(m message) bool {
		p = publishParams{}
		return m.Method == "textDocument/publishDiagnostics" && json.Unmarshal(m.Params, &p) == nil && p.URI == uri &&
			len(p.Diagnostics) == 1 && kind(p.Diagnostics[0])
	})
	return p.Diagnostics[0]
}

const watches = `{"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}}`

// A configuration counts when it is written, also while it is wrong: then as it was before.
func TestConfiguration(t *testing.T) {
	dir := t.TempDir()
	path := write(t, dir, "flow.json", broken(t))
	uri := uriOf(path)
	w := connect(t, testOptions(), []string{dir}, watches)
	w.await("a watcher", func(m message) bool { return m.Method == "client/registerCapability" })
	w.open(uri, 1, broken(t))
	w.awaitShown(uri, "dangling-transition")

	settings := write(t, dir, ".studiolint.yaml", "rules: {dangling-transition: note}\n")
	w.forgetMessages()
	w.changedFile(settings, 1)
	w.awaitSeverity(uri, severityInformation)

	w.forgetMessages()
	write(t, dir, ".studiolint.yaml", "rules:\n  dangling-transitions: off\n")
	w.changedFile(settings, 2)
	// The file may be looked at while it is still being written, and what is wrong with a part is told, too.
	wrong := w.awaitOneOf(uriOf(settings), func(d diagnostic) bool { return strings.Contains(d.Message, "did you mean") })
	if wrong.Code != "" || wrong.Range.Start != (position{1, 2}) {
		t.Errorf("%+v", wrong)
	}
	w.change(uri, 2, broken(t))
	if found := w.shown(uri, 2); len(found) != 1 || found[0].Severity != severityInformation {
		t.Errorf("%+v", found)
	}
	w.changedFile(settings, 2)
	w.change(uri, 3, broken(t))
	w.shown(uri, 3)
	told := 0
	w.mu.Lock()
	for _, m := range w.messages {
		if m.Method == "window/showMessage" {
			told++
		}
	}
	w.mu.Unlock()
	if told != 1 {
		t.Errorf("told %d times", told)
	}

	w.forgetMessages()
	write(t, dir, ".studiolint.yaml", "ignore:\n- rule: dangling-transition\n  reason: known\n- rule: endless-loop\n  reason: nothing like that\n")
	w.changedFile(settings, 2)
	w.awaitShown(uri, "")
	w.awaitShown(uriOf(settings), "unused-ignore")

	w.forgetMessages()
	if err := os.Remove(settings); err != nil {
		t.Fatal(err)
	}
	w.changedFile(settings, 3)
	w.awaitShown(uri, "dangling-transition")
	w.leave()
}

// A file that is opened while the configuration is wrong goes by what it was before, too.
func TestConfigurationWrongBefore(t *testing.T) {
	dir := t.TempDir()
	settings := write(t, dir, ".studiolint.yaml", "rules: {dangling-transition: note}\n")
	first, second := uriOf(write(t, dir, "flow.json", broken(t))), uriOf(write(t, dir, "other.json", broken(t)))
	w := connect(t, testOptions(), nil, watches)
	w.open(first, 1, broken(t))
	w.awaitSeverity(first, severityInformation)

	write(t, dir, ".studiolint.yaml", "rules: {dangling-transitions: off}\n")
	w.changedFile(settings, 2)
	w.awaitOneOf(uriOf(settings), func(d diagnostic) bool { return strings.Contains(d.Message, "did you mean") })
	w.open(second, 1, broken(t))
	if found := w.shown(second, 1); len(found) != 1 || found[0].Severity != severityInformation {
		t.Errorf("%+v", found)
	}
	w.leave()
}

// What a configuration names counts as it is now: a file that it extends, its baseline.
func TestNamedFiles(t *testing.T) {
	dir := t.TempDir()
	path := write(t, dir, "flows/flow.json", broken(t))
	write(t, dir, "flows/.studiolint.yaml", "extends: ../house.yaml\nbaseline: old.json\n")
	house := write(t, dir, "house.yaml", "rules: {dangling-transition: note}\n")
	o := testOptions()
	root := o.Check.Root
	root.Dir = dir
	name := filepath.Join(dir, "flows", "old.json")
	empty := accept.NewBaseline(root, name, "", nil).Encode()
	old := write(t, dir, "flows/old.json", string(empty))
	w := connect(t, o, []string{dir}, watches)
	w.open(uriOf(path), 1, broken(t))
	w.awaitSeverity(uriOf(path), severityInformation)

	w.forgetMessages()
	write(t, dir, "house.yaml", "rules:\n  dangling-transition: erorr\n")
	w.changedFile(house, 2)
	if wrong := w.awaitOneOf(uriOf(house), func(d diagnostic) bool { return d.Range.Start.Line == 1 }); wrong.Range.Start != (position{1, 23}) {
		t.Errorf("%+v", wrong)
	}

	w.forgetMessages()
	write(t, dir, "house.yaml", "rules: {dangling-transition: error}\n")
	w.changedFile(house, 2)
	w.awaitSeverity(uriOf(path), severityError)

	w.forgetMessages()
	check := o.Check
	check.Root = root
	found := lint.Run([]input.Candidate{{Path: "flows/flow.json"}}, check).Diagnostics
	write(t, dir, "flows/old.json", string(accept.NewBaseline(root, name, "", found).Encode()))
	w.changedFile(old, 2)
	w.awaitShown(uriOf(path), "")

	w.forgetMessages()
	write(t, dir, "flows/old.json", "[]")
	w.changedFile(old, 2)
	if wrong := w.awaitOne(uriOf(old)); !strings.Contains(wrong.Message, "no baseline") {
		t.Errorf("%+v", wrong)
	}
	w.leave()
}

// For a client that watches no files, the server does.
func TestPolling(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for some seconds")
	}
	dir := t.TempDir()
	path := write(t, dir, "flow.json", broken(t))
	w := connect(t, testOptions(), []string{dir}, "")
	w.open(uriOf(path), 1, broken(t))
	w.awaitShown(uriOf(path), "dangling-transition")
	w.forgetMessages()
	write(t, dir, ".studiolint.yaml", "rules: {dangling-transition: off}\n")
	w.awaitShown(uriOf(path), "")
	w.leave()
}

// subflowPair is a flow that another one runs, and what lint finds only with both.
const parentFlow = `{"description": "p", "states": [
 {"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingCall", "next": "sub"}], "properties": {"offset": {"x": 0, "y": 0}}},
 {"name": "sub", "type": "run-subflow", "transitions": [{"event": "completed"}, {"event": "failed", "next": "sorry"}],
  "properties": {"flow_sid": "FW0123456789abcdef0123456789abcdef", "flow_revision": "LatestPublished", "parameters": [], "offset": {"x": 0, "y": 0}}},
 {"name": "sorry", "type": "say-play", "transitions": [{"event": "audioComplete"}], "properties": {"say": "Please call later.", "offset": {"x": 0, "y": 0}}}
 ], "initial_state": "Trigger", "flags": {"allow_concurrent_calls": true}}
`

const childFlow = `{"sid": "FW0123456789abcdef0123456789abcdef", "friendly_name": "child", "status": "published", "definition":
 {"description": "c", "states": [
 {"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingMessage", "next": "note"}], "properties": {"offset": {"x": 0, "y": 0}}},
 {"name": "note", "type": "set-variables", "transitions": [{"event": "next"}], "properties": {"variables": [{"key": "seen", "value": "yes"}], "offset": {"x": 0, "y": 0}}}
 ], "initial_state": "Trigger", "flags": {"allow_concurrent_calls": true}}}
`

// Documents know the other files of their folder, also when those change on disk.
func TestAcrossFiles(t *testing.T) {
	dir := t.TempDir()
	parent := write(t, dir, "parent.json", parentFlow)
	child := write(t, dir, "flows/child.json", childFlow)
	w := connect(t, testOptions(), []string{dir}, watches)
	w.open(uriOf(parent), 1, parentFlow)
	w.awaitShown(uriOf(parent), "subflow-graph")

	w.forgetMessages()
	fixed := strings.Replace(childFlow, "incomingMessage", "incomingParent", 1)
	write(t, dir, "flows/child.json", fixed)
	w.changedFile(child, 2)
	w.change(uriOf(parent), 2, parentFlow)
	w.awaitShown(uriOf(parent), "")

	w.open(uriOf(child), 1, childFlow) // unsaved
	w.awaitShown(uriOf(parent), "subflow-graph")
	w.forgetMessages()
	w.notify("textDocument/didClose", map[string]any{"textDocument": map[string]any{"uri": uriOf(child)}})
	w.change(uriOf(parent), 3, parentFlow)
	w.awaitShown(uriOf(parent), "")
	w.leave()
}

const pulls = `{"textDocument":{"diagnostic":{}},"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}}`

type reportAnswer struct {
	Kind, ResultID string
	URI            string
	Version        *int
	Items          []diagnostic
}

// A client that asks is answered for the newest text, and nothing is pushed.
func TestPull(t *testing.T) {
	dir := t.TempDir()
	path := write(t, dir, "flow.json", broken(t))
	write(t, dir, "other.json", broken(t))
	write(t, dir, "package.json", "{}")
	outside := filepath.Join(t.TempDir(), "outside.json")
	w := connect(t, testOptions(), []string{dir}, pulls)
	ask := func(uri, previous string) (r reportAnswer) {
		t.Helper()
		w.must("textDocument/diagnostic", map[string]any{"textDocument": map[string]any{"uri": uri}, "previousResultId": previous}, &r)
		return r
	}
	if r := ask(uriOf(path), ""); r.Kind != "full" || len(r.Items) > 0 {
		t.Errorf("of what is not open: %+v", r)
	}
	w.open(uriOf(path), 1, "{}")
	w.change(uriOf(path), 2, broken(t))
	w.open(uriOf(outside), 1, broken(t))
	first := ask(uriOf(path), "")
	if first.Kind != "full" || codes(first.Items) != "dangling-transition" || first.ResultID == "" {
		t.Errorf("%+v", first)
	}
	if r := ask(uriOf(path), first.ResultID); r.Kind != "unchanged" || r.ResultID != first.ResultID {
		t.Errorf("%+v", r)
	}
	if r := ask(uriOf(outside), "x"); codes(r.Items) != "dangling-transition" {
		t.Errorf("%+v", r)
	}
	var all struct{ Items []reportAnswer }
	var lines []string
	for range 100 { // until the folder has been looked through
		w.must("workspace/diagnostic", map[string]any{"previousResultIds": []any{map[string]any{"uri": uriOf(filepath.Join(dir, "gone.json")), "value": "x"}}}, &all)
		lines = nil
		for _, r := range all.Items {
			lines = append(lines, filepath.Base(r.URI)+" "+r.Kind+" "+codes(r.Items))
		}
		if len(lines) > 4 {
			break
		}
	}
	if got := strings.Join(lines, "; "); !strings.Contains(got, "flow.json full dangling-transition") || !strings.Contains(got, "other.json full dangling-transition") || !strings.Contains(got, "gone.json full ;") || !strings.Contains(got, "outside.json full dangling") {
		t.Error(got)
	}
	w.mu.Lock()
	for _, m := range w.messages {
		if m.Method == "textDocument/publishDiagnostics" && strings.Contains(string(m.Params), "flow.json") {
			t.Errorf("pushed: %s", m.Params)
		}
	}
	w.mu.Unlock()
	w.leave()
}

// A request that is cancelled before it is answered is answered with that.
func TestCancel(t *testing.T) {
	w := connect(t, testOptions(), nil, pulls)
	uri := "file:///nowhere/flow.json"
	w.open(uri, 1, large(t))
	id := w.ask("textDocument/diagnostic", map[string]any{"textDocument": map[string]any{"uri": uri}})
	w.notify("$/cancelRequest", map[string]any{"id": id})
	if c := code(w.answer(id, nil)); c != int(requestCancelled) {
		t.Errorf("%d", c)
	}
	w.notify("$/cancelRequest", map[string]any{"id": "nobody"})
	w.notify("$/cancelRequest", map[string]any{"id": nil})
	w.leave()
}
