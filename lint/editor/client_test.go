package editor

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"studiolint/lint"
	"studiolint/lint/files"
	"studiolint/rules"
)

// patience is how long a test waits for what must come.
const patience = 60 * time.Second

// A wire is a client that speaks bytes: what it is told stays as it came.
type wire struct {
	t      testing.TB
	in     *io.PipeWriter
	status chan int

	mu       sync.Mutex
	arrived  *sync.Cond
	messages []message
	closed   bool
	next     int
	asked    func(message) any // answers what the server asks; nil for null
}

// A message is one of the server's.
type message struct {
	ID     json.RawMessage `json:"id"`
	Method string          `json:"method"`
	Params json.RawMessage `json:"params"`
	Result json.RawMessage `json:"result"`
	Error  *wireError      `json:"error"`
}

type wireError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func (e *wireError) Error() string { return fmt.Sprintf("%d: %s", e.Code, e.Message) }

// testOptions are those of the program.
func testOptions() Options {
	return Options{
		Version: "test",
		Check:   lint.Options{Root: files.Here(), Rules: rules.All()},
		RuleURL: func(id string) string { return "https://example.com/#rule-" + id },
		Explain: func(id string) string { return "all about " + id },
	}
}

// start starts a server that was told nothing yet.
func start(t testing.TB, o Options) *wire {
	t.Helper()
	inRead, inWrite := io.Pipe()
	outRead, outWrite := io.Pipe()
	w := &wire{t: t, in: inWrite, status: make(chan int, 1)}
	w.arrived = sync.NewCond(&w.mu)
	go func() {
		w.status <- Serve(t.Context(), inRead, outWrite, o)
		inRead.Close()
		outWrite.Close()
	}()
	go w.listen(outRead)
	t.Cleanup(func() { inWrite.Close() })
	return w
}

// listen reads messages. Anything between them is a failure.
func (w *wire) listen(from io.Reader) {
	r := bufio.NewReader(from)
	for {
		header, err := r.ReadString('\n')
		if err != nil {
			break
		}
		length, err := strconv.Atoi(strings.TrimSpace(strings.TrimPrefix(header, "Content-Length: ")))
		if blank, _ := r.ReadString('\n'); err != nil || blank != "\r\n" {
			w.t.Errorf("%q is no header", header)
			break
		}
		body := make([]byte, length)
		if _, err := io.ReadFull(r, body); err != nil {
			break
		}
		var m message
		if err := json.Unmarshal(body, &m); err != nil {
			w.t.Errorf("%v: %s", err, body)
			break
		}
		if m.Method != "" && m.ID != nil {
			var result any
			if w.asked != nil {
				result = w.asked(m)
			}
			go w.send(map[string]any{"jsonrpc": "2.0", "id": m.ID, "result": result})
		}
		w.mu.Lock()
		w.messages = append(w.messages, m)
		w.arrived.Broadcast()
		w.mu.Unlock()
	}
	w.mu.Lock()
	w.closed = true
	w.arrived.Broadcast()
	w.mu.Unlock()
}

// raw writes bytes with a header.
func (w *wire) raw(body string) {
	if _, err := fmt.Fprintf(w.in, "Content-Length: %d\r\n\r\n%s", len(body), body); err != nil && !errors.Is(err, io.ErrClosedPipe) {
		w.t.Error(err)
	}
}

func (w *wire) send(m any) {
	body, err := json.Marshal(m)
	if err != nil {
		w.t.Error(err)
	}
	w.raw(string(body))
}

func (w *wire) notify(method string, params any) {
	w.send(map[string]any{"jsonrpc": "2.0", "method": method, "params": params})
}

// ask sends a request and returns its ID.
func (w *wire) ask(method string, params any) int {
	w.next++
	w.send(map[string]any{"jsonrpc": "2.0", "id": w.next, "method": method, "params": params})
	return w.next
}

// call asks and waits for the answer.
func (w *wire) call(method string, params, result any) error {
	w.t.Helper()
	return w.answer(w.ask(method, params), result)
}

// answer waits for the answer to a request.
func (w *wire) answer(id int, result any) error {
	w.t.Helper()
	want := strconv.Itoa(id)
	m := w.await("the answer to "+want, func(m message) bool { return m.Method == "" && string(m.ID) == want })
	if m.Error != nil {
		return m.Error
	}
	if result != nil {
		if err := json.Unmarshal(m.Result, result); err != nil {
			w.t.Fatalf("%v: %s", err, m.Result)
		}
	}
	return nil
}

// must calls and fails the test on an error.
func (w *wire) must(method string, params, result any) {
	w.t.Helper()
	if err := w.call(method, params, result); err != nil {
		w.t.Fatalf("%s: %v", method, err)
	}
}

// await returns the last message of a kind, once there is one.
func (w *wire) await(what string, such func(message) bool) message {
	w.t.Helper()
	timer := time.AfterFunc(patience, func() {
		w.mu.Lock()
		w.closed = true
		w.arrived.Broadcast()
		w.mu.Unlock()
	})
	defer timer.Stop()
	w.mu.Lock()
	defer w.mu.Unlock()
	for {
		for i := len(w.messages) - 1; i >= 0; i-- {
			if such(w.messages[i]) {
				return w.messages[i]
			}
		}
		if w.closed {
			w.t.Fatalf("%s never came", what)
		}
		w.arrived.Wait()
	}
}

// shown waits for the findings of a version of a document.
func (w *wire) shown(uri string, version int) []diagnostic {
	w.t.Helper()
	var p publishParams
	w.await(fmt.Sprintf("version %d of %s", version, uri), func(m message) bool {
		if m.Method != "textDocument/publishDiagnostics" {
			return false
		}
		p = publishParams{}
		return json.Unmarshal(m.Params, &p) == nil && p.URI == uri && p.Version != nil && *p.Version == version
	})
	return p.Diagnostics
}

// forgetMessages drops what came so far.
func (w *wire) forgetMessages() {
	w.mu.Lock()
	w.messages = nil
	w.mu.Unlock()
}

// connect starts a server and goes through the first steps.
func connect(t testing.TB, o Options, folders []string, capabilities string) *wire {
	t.Helper()
	w := start(t, o)
	w.initialize(folders, capabilities)
	return w
}

func (w *wire) initialize(folders []string, capabilities string) json.RawMessage {
	w.t.Helper()
	if capabilities == "" {
		capabilities = `{}`
	}
	params := map[string]any{"processId": os.Getpid(), "rootUri": nil, "capabilities": json.RawMessage(capabilities)}
	if len(folders) > 0 {
		var list []any
		for _, f := range folders {
			list = append(list, map[string]any{"uri": uriOf(f), "name": filepath.Base(f)})
		}
		params["workspaceFolders"] = list
	}
	var result json.RawMessage
	w.must("initialize", params, &result)
	w.notify("initialized", map[string]any{})
	return result
}

// open opens a document.
func (w *wire) open(uri string, version int, text string) {
	w.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{
		"uri": uri, "languageId": "json", "version": version, "text": text,
	}})
}

// change replaces the text of a document.
func (w *wire) change(uri string, version int, text string) {
	w.notify("textDocument/didChange", map[string]any{
		"textDocument":   map[string]any{"uri": uri, "version": version},
		"contentChanges": []any{map[string]any{"text": text}},
	})
}

// leave ends the server as the protocol wants it, and returns its exit status.
func (w *wire) leave() int {
	w.t.Helper()
	w.must("shutdown", nil, nil)
	w.notify("exit", nil)
	return w.ends()
}

// ends waits for the end of the server.
func (w *wire) ends() int {
	w.t.Helper()
	select {
	case status := <-w.status:
		return status
	case <-time.After(patience):
		w.t.Fatal("the server does not end")
		return -1
	}
}

// textFile returns the text of a file of the repository.
func textFile(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", filepath.FromSlash(path)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
