package editor

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// BenchmarkEdit is the time from a change of one letter until the findings are shown, and
// BenchmarkCompletion that of an answer, with a definition of some size.
func BenchmarkEdit(b *testing.B) {
	for _, size := range []int{20_000, 950_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			w, uri, version := benchmarked(b, size)
			at := position{Line: 2, Character: 11}
			var times []time.Duration
			for b.Loop() {
				version++
				begun := time.Now()
				w.notify("textDocument/didChange", json.RawMessage(fmt.Sprintf(
					`{"textDocument":{"uri":%q,"version":%d},"contentChanges":[{"range":{"start":{"line":%d,"character":%d},"end":{"line":%[3]d,"character":%[4]d}},"text":"x"}]}`,
					uri, version, at.Line, at.Character)))
				w.shown(uri, version)
				times = append(times, time.Since(begun))
				w.forgetMessages()
			}
			medianOf(b, times)
		})
	}
}

func BenchmarkCompletion(b *testing.B) {
	for _, size := range []int{20_000, 950_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			w, uri, _ := benchmarked(b, size)
			text := flowOf(b, size)
			at := newText([]byte(text), utf16Units).position(strings.Index(text, `"next": "w1"`) + len(`"next": "`))
			var list completionList
			var times []time.Duration
			for b.Loop() {
				begun := time.Now()
				id := w.ask("textDocument/completion", map[string]any{"textDocument": map[string]any{"uri": uri}, "position": at})
				w.await("completion", func(m message) bool { return string(m.ID) == fmt.Sprint(id) })
				times = append(times, time.Since(begun))
				if err := w.answer(id, &list); err != nil || len(list.Items) < 10 {
					b.Fatal(err, len(list.Items))
				}
				w.forgetMessages()
			}
			medianOf(b, times)
		})
	}
}

// benchmarked opens a flow of some size.
func benchmarked(b *testing.B, size int) (w *wire, uri string, version int) {
	w = connect(b, testOptions(), nil, "")
	uri = "file:///nowhere/flow.json"
	w.open(uri, 1, flowOf(b, size))
	if len(w.shown(uri, 1)) == 0 {
		b.Fatal("no findings")
	}
	return w, uri, 1
}

func medianOf(b *testing.B, times []time.Duration) {
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "median-ms")
}
