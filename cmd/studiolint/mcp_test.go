package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"studiolint/schemas"
)

// assistant connects the official client to "studiolint mcp", with these roots.
func assistant(t *testing.T, roots ...string) *mcp.ClientSession {
	t.Helper()
	fromClient, toServer := io.Pipe()
	fromServer, toClient := io.Pipe()
	ended := make(chan int, 1)
	go func() {
		c := command{stdin: fromClient, stdout: toClient, stderr: io.Discard}
		ended <- c.main([]string{"mcp"})
		toClient.Close()
	}()
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	for _, dir := range roots {
		//lint:ignore SA1019 clients of today name their roots, and will for a year
		client.AddRoots(&mcp.Root{URI: (&url.URL{Scheme: "file", Path: filepath.ToSlash(dir)}).String()})
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	session, err := client.Connect(ctx, &mcp.IOTransport{Reader: fromServer, Writer: toServer}, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		session.Close()
		if status := <-ended; status != exitOK {
			t.Errorf("the server ends with %d", status)
		}
		cancel()
	})
	return session
}

// called returns the structured result of a tool, and its text when it is an error.
func called[T any](t *testing.T, s *mcp.ClientSession, name string, arguments map[string]any) (result T, failed string) {
	t.Helper()
	r, err := s.CallTool(t.Context(), &mcp.CallToolParams{Name: name, Arguments: arguments})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	text := r.Content[0].(*mcp.TextContent).Text
	if r.IsError {
		return result, text
	}
	structured, err := json.Marshal(r.StructuredContent)
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range [][]byte{[]byte(text), structured} { // both say the same
		if err := json.Unmarshal(form, &result); err != nil {
			t.Fatalf("%s: %v in %s", name, err, form)
		}
	}
	return result, ""
}

type toldProblem struct {
	File, Severity, Rule, Widget, Pointer, Message string
	Line, Column                                   int
	Cure                                           *struct {
		Title string
		Safe  bool
	}
}

type toldLint struct {
	Flows, More int
	Counts      struct{ Errors, Warnings, Notes int }
	Findings    []toldProblem
}

// TestAssistant has an assistant do its work: it reads what there is, checks a flow, has
// it mended and looks at the rest.
func TestAssistant(t *testing.T) {
	s := assistant(t)
	told := s.InitializeResult()
	if told.ServerInfo.Name != "studiolint" || !strings.Contains(told.Instructions, "explain") || told.Capabilities.Prompts != nil {
		t.Errorf("it says of itself %+v", told)
	}
	listed, err := s.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, tool := range listed.Tools {
		names = append(names, tool.Name)
		if !tool.Annotations.ReadOnlyHint || tool.Description == "" {
			t.Errorf("%s: %+v", tool.Name, tool)
		}
	}
	if got := strings.Join(names, " "); got != "lint explain fix graph test diff" {
		t.Errorf("the tools are %s", got)
	}
	if err := s.Ping(t.Context(), nil); err != nil {
		t.Error(err)
	}

	flow := string(shared(t, "flows/broken/booking-line.json"))
	found, failed := called[toldLint](t, s, "lint", map[string]any{"text": flow})
	if failed != "" || found.Counts.Errors != 4 || len(found.Findings) < 4 || found.Findings[0].Severity != "error" || found.Findings[0].File != "" {
		t.Fatalf("%s: %+v", failed, found)
	}
	first := found.Findings[0]
	if first.Rule != "dangling-transition" || first.Line == 0 || first.Column == 0 || first.Widget == "" || first.Pointer == "" || first.Cure == nil {
		t.Errorf("the first finding is %+v", first)
	}
	if few, _ := called[toldLint](t, s, "lint", map[string]any{"text": flow, "limit": 1, "least": "error"}); len(few.Findings) != 1 || few.Counts != found.Counts ||
		few.More != few.Counts.Errors+few.Counts.Warnings+few.Counts.Notes-1 {
		t.Errorf("one finding and more: %+v", few)
	}
	mended, failed := called[struct {
		Text   string
		Mended []toldProblem
		Left   struct{ Errors int }
	}](t, s, "fix", map[string]any{"text": flow, "unsafe": true})
	if failed != "" || len(mended.Mended) == 0 || mended.Text == flow || mended.Left.Errors >= found.Counts.Errors {
		t.Errorf("%s: %d mended, %d errors left", failed, len(mended.Mended), mended.Left.Errors)
	}
	if again, _ := called[toldLint](t, s, "lint", map[string]any{"text": mended.Text}); again.Counts.Errors != mended.Left.Errors {
		t.Errorf("%d errors are left, not %d", again.Counts.Errors, mended.Left.Errors)
	}
}

// Every rule and every widget type is explained, each type as a resource, too.
func TestAssistantReads(t *testing.T) {
	s := assistant(t)
	for _, id := range ruleIDs() {
		if told, failed := called[ruleJSON](t, s, "explain", map[string]any{"name": id}); failed != "" || told.ID != id || told.Doc == "" {
			t.Errorf("%s: %s %+v", id, failed, told)
		}
	}
	var uris []string
	for r, err := range s.Resources(t.Context(), nil) {
		if err != nil {
			t.Fatal(err)
		}
		uris = append(uris, r.URI)
		read, err := s.ReadResource(t.Context(), &mcp.ReadResourceParams{URI: r.URI})
		if err != nil {
			t.Fatal(err)
		}
		told, failed := called[widgetJSON](t, s, "explain", map[string]any{"name": r.Name})
		var same widgetJSON
		if err := json.Unmarshal([]byte(read.Contents[0].Text), &same); err != nil || failed != "" || told.Type != r.Name || same.Type != told.Type || len(same.Events) != len(told.Events) {
			t.Errorf("%s: %v, %s", r.URI, err, failed)
		}
	}
	if len(uris) != len(schemas.Types()) {
		t.Errorf("%d types are resources, not %d", len(uris), len(schemas.Types()))
	}
	if _, err := s.ReadResource(t.Context(), &mcp.ReadResourceParams{URI: "studiolint://widget/sayplay"}); err == nil || !strings.Contains(err.Error(), "there is no resource") {
		t.Errorf("a type that does not exist: %v", err)
	}
	if _, failed := called[ruleJSON](t, s, "explain", map[string]any{"name": "sayplay"}); !strings.Contains(failed, `did you mean "say-play"`) {
		t.Errorf("a type that does not exist: %s", failed)
	}
}

// A path must lie below a root, links followed, and what is there is read.
func TestAssistantRoots(t *testing.T) {
	top := t.TempDir()
	if real, err := filepath.EvalSymlinks(top); err == nil {
		top = real
	}
	flow := shared(t, "flows/broken/booking-line.json")
	inside, other := filepath.Join(top, "in side"), filepath.Join(top, "other")
	for name, text := range map[string]string{"in side/a.json": flow, "other/b.json": flow, "secret.json": flow, "in side/.studiolint.yaml": "rules: {dangling-transition: off}\n"} {
		name = filepath.Join(top, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	linked := os.Symlink(filepath.Join(top, "secret.json"), filepath.Join(inside, "link.json")) == nil
	s := assistant(t, inside, other)
	all, _ := called[toldLint](t, s, "lint", map[string]any{"text": flow})
	here, failed := called[toldLint](t, s, "lint", map[string]any{"path": "a.json"})
	if failed != "" || here.Findings[0].File != "a.json" || here.Counts.Errors >= all.Counts.Errors {
		t.Errorf("%s: with its configuration: %+v", failed, here.Counts)
	}
	if named, _ := called[toldLint](t, s, "lint", map[string]any{"text": flow, "name": "new.json"}); named.Counts != here.Counts {
		t.Errorf("a text with a name: %+v", named.Counts)
	}
	for _, path := range []string{other, "b.json", filepath.Join(other, "b.json")} {
		if there, failed := called[toldLint](t, s, "lint", map[string]any{"path": path}); failed != "" || there.Counts != all.Counts {
			t.Errorf("%s: %s %+v", path, failed, there.Counts)
		}
	}
	outside := []string{"../secret.json", filepath.Join(top, "secret.json"), top, "/etc"}
	if linked {
		outside = append(outside, "link.json")
	}
	for _, path := range outside {
		for _, tool := range []string{"lint", "fix", "graph", "test"} {
			if _, failed := called[toldLint](t, s, tool, map[string]any{"path": path}); !strings.Contains(failed, "does not lie below") {
				t.Errorf("%s %s: %s", tool, path, failed)
			}
		}
	}
	if _, failed := called[toldLint](t, s, "lint", map[string]any{"path": "none.json"}); !strings.Contains(failed, "none.json") {
		t.Errorf("no file: %q", failed)
	}
	if _, failed := called[toldLint](t, s, "fix", map[string]any{"path": "."}); !strings.Contains(failed, "fix mends one flow") {
		t.Errorf("a folder: %q", failed)
	}
	if data, err := os.ReadFile(filepath.Join(other, "b.json")); err != nil || string(data) != flow {
		t.Error("something was written")
	}
}

// exchange returns what the server answers to lines.
func exchange(lines string) (status int, answers []string) {
	var out bytes.Buffer
	c := command{stdin: strings.NewReader(lines), stdout: &out, stderr: io.Discard}
	status = c.main([]string{"mcp"})
	return status, strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
}

const hello = `{"jsonrpc":"2.0","id":"i","method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}` + "\n"

// What is no message, or asks for what there is not, is answered to the letter.
func TestAssistantErrors(t *testing.T) {
	for line, want := range map[string]string{
		`nonsense`:                 `"id":null,"error":{"code":-32700,`,
		`[]`:                       `"id":null,"error":{"code":-32600,`,
		`{"jsonrpc":"2.0","id":1}`: `"error":{"code":-32600,`,
		`{"jsonrpc":"2.0","id":1,"method":"nope"}`:                                                                        `"id":1,"error":{"code":-32601,"message":"there is no method \"nope\""}`,
		`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":[]}`:                                                      `"id":1,"error":{"code":-32602,`,
		`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"nope"}}`:                                         `"id":1,"error":{"code":-32602,"message":"there is no tool \"nope\""}`,
		`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lint"}}`:                                         `"id":1,"error":{"code":-32602,"message":"give a text or a path"}`,
		`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lint","arguments":{"txt":"{}"}}}`:                `"id":1,"error":{"code":-32602,`,
		`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lint","arguments":{"text":"{}","limit":-1}}}`:    `"id":1,"error":{"code":-32602,"message":"limit is`,
		`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lint","arguments":{"text":"{}","least":"off"}}}`: `"id":1,"error":{"code":-32602,"message":"least is`,
		`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lint","arguments":{"text":""}}}`:                 `\"rule\":\"json-syntax\"`,
		`{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"cursor":"2"}}`:                                          `"id":1,"error":{"code":-32602,"message":"there is no page \"2\""}`,
		`{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"file:///etc/passwd"}}`:                        `"id":1,"error":{"code":-32002,`,
		`{"jsonrpc":"2.0","id":1,"method":"ping"}`:                                                                        `"id":1,"result":{}}`,
		`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}`:                                                      `"id":1,"error":{"code":-32602,`,
	} {
		status, answers := exchange(hello + line + "\n\n" + `{"jsonrpc":"2.0","id":"last","method":"ping"}`)
		if len(answers) != 3 || status != exitOK {
			t.Errorf("%s: %d, %q", line, status, answers)
			continue
		}
		if !strings.Contains(answers[1], want) && !strings.Contains(answers[2], want) {
			t.Errorf("%s: %q, want %s", line, answers[1:], want)
		}
		if !strings.Contains(answers[1]+answers[2], `{"jsonrpc":"2.0","id":"last","result":{}}`) {
			t.Errorf("after %s: %q", line, answers[2])
		}
	}
	if _, answers := exchange(`{"jsonrpc":"2.0","id":1,"method":"tools/list"}`); !strings.Contains(answers[0], `"code":-32600`) {
		t.Errorf("before initialize: %q", answers)
	}
	if _, answers := exchange(strings.Replace(hello, "2025-06-18", "1999-01-01", 1)); !strings.Contains(answers[0], `"protocolVersion":"2025-11-25"`) {
		t.Errorf("an unknown version: %q", answers)
	}
}

// FuzzAssistant has a stranger write a message: whatever it is, the next one is answered,
// each answer is one line of JSON, and no fault of ours is in it.
func FuzzAssistant(f *testing.F) {
	f.Add(`nonsense`)
	f.Add(`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lint","arguments":{"text":"{\"states\":[]}"}}}`)
	f.Add(`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"fix","arguments":{"text":"{\"states\":[{}],\"initial_state\":\"x\"}","unsafe":true}}}`)
	f.Add(`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"explain","arguments":{"name":"say-play"}}}`)
	f.Add(`{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"studiolint://widget/trigger"}}`)
	f.Add(`{"jsonrpc":"2.0","id":7,"result":{"roots":[{"uri":"file:///"}]}}`)
	f.Fuzz(func(t *testing.T, message string) {
		if len(message) > maxFuzzed {
			return
		}
		status, answers := exchange(hello + message + "\n" + `{"jsonrpc":"2.0","id":"the last","method":"ping"}` + "\n")
		last := false
		for _, answer := range answers {
			var m struct {
				ID    json.RawMessage
				Error *struct {
					Code    int
					Message string
				}
			}
			strict(t, []byte(answer), &m)
			if m.Error != nil && m.Error.Code == -32603 || strings.Contains(answer, "internal error") {
				t.Fatal(answer)
			}
			last = last || string(m.ID) == `"the last"`
		}
		if status != exitOK || !last {
			t.Fatalf("%d, %q", status, answers)
		}
	})
}
