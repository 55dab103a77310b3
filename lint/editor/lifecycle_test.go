package editor

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

// code returns the code of an error that came over the wire, 0 for none.
func code(err error) int {
	var e *wireError
	if errors.As(err, &e) {
		return e.Code
	}
	return 0
}

func TestLifecycle(t *testing.T) {
	w := start(t, testOptions())
	if c := code(w.call("textDocument/hover", nil, nil)); c != -32002 {
		t.Errorf("a request before initialize: %d", c)
	}
	w.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": "file:///x.json", "text": "{"}})
	var result struct {
		Capabilities struct {
			PositionEncoding string
			TextDocumentSync struct{ Change int }
		}
		ServerInfo struct{ Name, Version string }
	}
	if err := json.Unmarshal(w.initialize(nil, ""), &result); err != nil {
		t.Fatal(err)
	}
	if result.Capabilities.PositionEncoding != "utf-16" || result.Capabilities.TextDocumentSync.Change != 2 || result.ServerInfo.Name != "studiolint" {
		t.Errorf("%+v", result)
	}
	if c := code(w.call("initialize", map[string]any{}, nil)); c != -32600 {
		t.Errorf("initialize again: %d", c)
	}
	if c := code(w.call("no/such", nil, nil)); c != -32601 {
		t.Errorf("an unknown method: %d", c)
	}
	if c := code(w.call("textDocument/diagnostic", []int{1}, nil)); c != -32602 {
		t.Errorf("wrong parameters: %d", c)
	}
	w.notify("$/setTrace", map[string]any{"value": "off"})
	w.notify("no/such", nil)
	w.must("shutdown", nil, nil)
	if c := code(w.call("textDocument/hover", nil, nil)); c != -32600 {
		t.Errorf("a request after shutdown: %d", c)
	}
	w.notify("exit", nil)
	if status := w.ends(); status != 0 {
		t.Errorf("exit status %d", status)
	}
	w = connect(t, testOptions(), nil, "")
	w.notify("exit", nil)
	if status := w.ends(); status != 1 {
		t.Errorf("without shutdown, exit status %d", status)
	}
	w = connect(t, testOptions(), nil, "")
	w.in.Close()
	if status := w.ends(); status != 1 {
		t.Errorf("when the client is gone, exit status %d", status)
	}
}

// A server whose client was killed does not stay.
func TestParentGone(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for some seconds")
	}
	o := testOptions()
	o.Alive = func(pid int) bool { return pid != 7 }
	w := start(t, o)
	w.must("initialize", map[string]any{"processId": 7, "capabilities": map[string]any{}}, nil)
	if status := w.ends(); status != 1 {
		t.Errorf("exit status %d", status)
	}
}

func TestEncodings(t *testing.T) {
	for offered, want := range map[string]string{
		`[]`: "utf-16", `["utf-8"]`: "utf-8", `["utf-32","utf-8"]`: "utf-32", `["utf-7","utf-16","utf-8"]`: "utf-16",
	} {
		w := start(t, testOptions())
		if got := string(w.initialize(nil, `{"general":{"positionEncodings":`+offered+`}}`)); !strings.Contains(got, `"positionEncoding":"`+want+`"`) {
			t.Errorf("%s: %s", offered, got)
		}
		w.leave()
	}
}

// What is no message is answered, and the next one is read.
func TestNoMessage(t *testing.T) {
	for name, bad := range map[string]struct {
		bytes string
		code  int
	}{
		"no JSON":    {"Content-Length: 5\r\n\r\n{\"a\":", -32700},
		"too short":  {"Content-Length: 20\r\n\r\n" + `{"jsonrpc":"2.0","method":"x","params":{}}`, -32700},
		"empty":      {"Content-Length: 0\r\n\r\n", -32700},
		"a batch":    {"Content-Length: 2\r\n\r\n[]", -32600},
		"no version": {"Content-Length: 21\r\n\r\n" + `{"id":1,"method":"x"}`, -32600},
		// The lower case of these letters takes more bytes, that of what is no UTF-8 too.
		"odd letters":       {"\u023a\u023a\u023a\x9f\xffContent-Length: x\r\n\r\n", -32700},
		"no length":         {"Content-Length: many\r\n\r\n", -32700},
		"a negative length": {"Content-Length: -3\r\n\r\n", -32700},
		"a huge length":     {"Content-Length: 99999999999\r\n\r\n", -32600},
		"bad parameters":    {"Content-Length: 74\r\n\r\n" + `{"jsonrpc":"2.0","id":77,"method":"textDocument/diagnostic","params":{x:1}}`[:74], -32700},
	} {
		w := connect(t, testOptions(), nil, "")
		w.forgetMessages()
		if _, err := w.in.Write([]byte(bad.bytes)); err != nil {
			t.Fatal(err)
		}
		m := w.await(name, func(m message) bool { return m.Error != nil })
		if m.Error.Code != bad.code {
			t.Errorf("%s: %d %s", name, m.Error.Code, m.Error.Message)
		}
		if c := code(w.call("no/such", nil, nil)); c != -32601 {
			t.Errorf("after %s: %d", name, c)
		}
		if status := w.leave(); status != 0 {
			t.Errorf("after %s: exit status %d", name, status)
		}
	}
}

// A message that comes in pieces, with other headers and line ends, is one.
func TestPieces(t *testing.T) {
	w := connect(t, testOptions(), nil, "")
	body := `{"jsonrpc":"2.0","id":"é","method":"no/such"}`
	for _, piece := range []string{"content-LENGTH:46\n", "Content-Type: application/vscode-jsonrpc; charset=utf-8\n\n", body[:7], body[7:]} {
		if _, err := w.in.Write([]byte(piece)); err != nil {
			t.Fatal(err)
		}
	}
	m := w.await("the answer", func(m message) bool { return string(m.ID) == `"é"` })
	if m.Error.Code != -32601 {
		t.Error(m.Error)
	}
	w.leave()
}
