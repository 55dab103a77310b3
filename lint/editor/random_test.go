package editor

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// Random edits, of which most break the text and many mend it, leave what a fresh run
// finds in the text, and no memory after.
func TestRandomEdits(t *testing.T) {
	edits := 300
	if os.Getenv("STUDIOLINT_LONG") != "" {
		edits = 100_000
	}
	o := testOptions()
	for _, e := range []encoding{utf8Units, utf16Units, utf32Units} {
		r := rand.New(rand.NewPCG(7, uint64(len(e)+edits)))
		w := connect(t, o, nil, `{"general":{"positionEncodings":["`+string(e)+`"]}}`)
		uri := "file:///nowhere/flow.json"
		now := []byte(talk)
		w.open(uri, 0, talk)
		w.shown(uri, 0)
		var early uint64
		for version := 1; version <= edits/3; version++ {
			now = w.randomEdit(r, uri, version, now, e)
			if version%100 == 0 || edits < 1000 && version%10 == 0 {
				have := got(w.shown(uri, version))
				want := []line{}
				if ours("/nowhere/flow.json", now) {
					want = lines(now, e, o)
				}
				if diff := gocmp.Diff(want, have); diff != "" {
					t.Fatalf("version %d (-lint +editor):\n%s\n%s", version, diff, now)
				}
				w.forgetMessages()
			}
			if version == edits/6 {
				early = inUse()
			}
		}
		if late := inUse(); late > early*3/2+(4<<20) {
			t.Errorf("%d bytes in use after half of the edits, %d after all", early, late)
		}
		w.leave()
	}
}

func inUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// lines are what lint finds in a text, counted as the client does.
func lines(text []byte, e encoding, o Options) []line {
	lines := newText(text, e)
	list := []line{}
	for _, d := range linted(o, "/nowhere/flow.json", text) {
		severity := map[string]int{"error": 1, "warning": 2, "note": 3}[d.Severity.String()]
		list = append(list, line{lines.position(d.Range.Start.Offset), lines.position(d.Range.End.Offset), severity, d.Rule.ID, d.Message})
	}
	return sorted(list)
}

// randomEdit makes a few changes in one message: letters put in and taken out, parts
// moved, the whole text as it was at first.
func (w *wire) randomEdit(r *rand.Rand, uri string, version int, now []byte, e encoding) []byte {
	var changes []map[string]any
	for range 1 + r.IntN(3) {
		if r.IntN(8) == 0 || len(now) > 2*len(talk) {
			now = []byte(talk)
			changes = append(changes, map[string]any{"text": talk})
			continue
		}
		lines := newText(now, e)
		start, _ := lines.offset(lines.position(r.IntN(len(now) + 1)))
		end := start
		if r.IntN(2) == 0 {
			end, _ = lines.offset(lines.position(min(start+r.IntN(30), len(now))))
			end = max(start, end)
		}
		put := []string{"", "x", `"`, "{", "}", ",", "é😀", "\n", "\r\n", "{{widgets.ask.", "%}", `\u00e9`, "ask", talk[100:160]}[r.IntN(14)]
		changes = append(changes, map[string]any{"range": lines.rangeOf(start, end), "text": put})
		now = append(append(append([]byte{}, now[:start]...), put...), now[end:]...)
	}
	w.notify("textDocument/didChange", map[string]any{
		"textDocument": map[string]any{"uri": uri, "version": version}, "contentChanges": changes,
	})
	return now
}

// Whatever bytes a client writes, the server answers, ends or waits for more, and writes
// nothing but messages.
func FuzzMessages(f *testing.F) {
	framed := func(bodies ...string) string {
		var b strings.Builder
		for _, body := range bodies {
			fmt.Fprintf(&b, "Content-Length: %d\r\n\r\n%s", len(body), body)
		}
		return b.String()
	}
	begin := `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}`
	open := fmt.Sprintf(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///nowhere/f.json","version":1,"text":%s}}}`, must(json.Marshal(talk)))
	f.Add([]byte(framed(begin, open, `{"jsonrpc":"2.0","method":"exit"}`)))
	for method := range requests() {
		f.Add([]byte(framed(begin, open, fmt.Sprintf(`{"jsonrpc":"2.0","id":"é","method":%q,"params":{"textDocument":{"uri":"file:///nowhere/f.json"},"position":{"line":9,"character":150},"range":{"start":{"line":0,"character":0},"end":{"line":99,"character":0}},"context":{"only":["source"]},"newName":"x","positions":[{"line":3,"character":4}],"command":"studiolint.explain","arguments":["x"],"query":""}}`, method))))
	}
	for method := range notifications() {
		f.Add([]byte(framed(begin, open, fmt.Sprintf(`{"jsonrpc":"2.0","method":%q,"params":{"textDocument":{"uri":"file:///nowhere/f.json","version":2},"contentChanges":[{"range":{"start":{"line":1,"character":1},"end":{"line":2,"character":9}},"text":"é"}],"changes":[{"uri":"file:///x/.studiolint.yaml","type":2}],"settings":{"inlayHints":true},"event":{"added":[],"removed":[]}}}`, method))))
	}
	f.Add([]byte("Content-Length: 10\r\n\r\n{"))
	f.Add([]byte("Content-Length: 2\n\n[]Content-Length: x\r\n\r\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		if bytes.Contains(in, []byte("workspaceFolders")) || bytes.Contains(in, []byte("root")) {
			return // it would look through folders of this machine
		}
		w := start(t, testOptions())
		go func() {
			_, _ = w.in.Write(in)
			w.in.Close()
		}()
		w.ends()
	})
}
