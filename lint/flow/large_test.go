package flow

import (
	"fmt"
	"strings"
	"testing"

	"studiolint/schemas"
)

// chain is a flow of n widgets in a row, each reading the one before it.
func chain(n int) string {
	var b strings.Builder
	b.WriteString(`{"initial_state": "Trigger", "states": [{"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingCall", "next": "w0"}, {"event": "incomingMessage", "next": "w0"}]}`)
	for i := range n {
		fmt.Fprintf(&b, `, {"name": "w%d", "type": "gather-input-on-call", "properties": {"say": "{{widgets.w%d.Digits}} {{flow.variables.v%d}}"},
			"transitions": [{"event": "keypress", "next": "w%d"}, {"event": "timeout", "next": "w%d"}, {"event": "speech"}]}`, i, i-1, i, i+1, i-i%10)
	}
	b.WriteString("]}")
	return b.String()
}

// complete is a flow whose n widgets lead to each other and to themselves.
func complete(n int) string {
	var to strings.Builder
	for i := range n {
		if i > 0 {
			to.WriteByte(',')
		}
		fmt.Fprintf(&to, `{"event": "e%d", "next": "w%d"}`, i, i)
	}
	var b strings.Builder
	b.WriteString(`{"initial_state": "w0", "states": [`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		kind := "say-play"
		if i == 0 {
			kind = "trigger"
		}
		fmt.Fprintf(&b, `{"name": "w%d", "type": %q, "transitions": [%s]}`, i, kind, to.String())
	}
	b.WriteString("]}")
	return b.String()
}

// analyse asks for everything that is computed once.
func analyse(f *Flow) {
	f.UnreachableClusters()
	f.Loops()
	f.Variables()
	last := f.Widgets[len(f.Widgets)-1]
	for _, e := range f.Entries() {
		e.PathTo(last)
		e.PathWith(last, func(l Channels) bool { return !l.Has(schemas.NeedsCall) })
		e.HasRun(f.Widgets[len(f.Widgets)/2], last)
	}
	for _, r := range f.Refs() {
		name, _, _ := r.Output()
		if w := f.Widget(name); w != nil {
			f.CanPrecede(w, r.Widget)
		}
	}
}

func BenchmarkAnalysis(b *testing.B) {
	for _, n := range []int{250, 500, 1000, 2000, 4000} {
		root := parse(b, chain(n)).Definition
		b.Run(fmt.Sprintf("chain-%d", n), func(b *testing.B) {
			for b.Loop() {
				f := New(root, schemas.Catalogue{})
				analyse(f)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/widget")
		})
	}
	for _, n := range []int{125, 250, 500, 1000} {
		root := parse(b, complete(n)).Definition
		b.Run(fmt.Sprintf("complete-%d", n), func(b *testing.B) {
			f := New(root, schemas.Catalogue{})
			for b.Loop() {
				f.analysis = analysis{}
				analyse(f)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n*n), "ns/transition")
		})
	}
}

// The shapes that break algorithms: depth, width, circles. The limits are far
// above what these take (a few ten milliseconds), and far below what anything
// quadratic would.
func TestLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing between goroutines")
	}
	star := func(n int) string {
		var b strings.Builder
		b.WriteString(`{"initial_state": "hub", "states": [{"name": "hub", "type": "trigger", "transitions": [`)
		for i := range n {
			fmt.Fprintf(&b, `%s{"event": "e%d", "next": "w%d"}`, strings.Repeat(",", min(i, 1)), i, i)
		}
		b.WriteString(`]}`)
		for i := range n {
			fmt.Fprintf(&b, `, {"name": "w%d", "type": "split-based-on", "transitions": [{"event": "match", "next": "hub"}]}`, i)
		}
		b.WriteString("]}")
		return b.String()
	}
	same := func(n int) string {
		return `{"initial_state": "a", "states": [` + strings.Repeat(`{"name": "a", "type": "trigger", "transitions": [{"event": "incomingCall", "next": "a"}]}, `, n) + `{}]}`
	}
	empty := func(n int) string { return `{"states": [` + strings.Repeat(`{},`, n) + `{}]}` }
	for _, c := range []struct {
		name, text string
	}{
		{"a chain of 2,000", chain(2000)},
		{"a chain of 30,000", chain(30000)},
		{"a complete graph of 1,000", complete(1000)},
		{"a hub of 20,000", star(20000)},
		{"20,000 of one name", same(20000)},
		{"20,000 without anything", empty(20000)},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := parse(t, c.text)
			analyse(f)
		})
	}
}

func TestOdd(t *testing.T) {
	for _, text := range []string{
		`{}`, `[]`, `null`, `{"states": 1}`, `{"states": {}}`, `{"states": [1, null, "x", []]}`, `{"states": [{}]}`,
		`{"initial_state": "x", "states": [{"name": "x", "type": "trigger", "transitions": [{"event": "incomingCall", "next": "x"}]}]}`,
		`{"initial_state": "x", "states": [{"name": "x", "type": "say-play", "transitions": [{"event": "audioComplete", "next": "x"}, {}, 1, {"next": 3}]}]}`,
		`{"initial_state": "x", "states": [{"name": "x", "type": "set-variables", "properties": {"variables": {"key": "a"}}, "transitions": 1}]}`,
	} {
		f := parse(t, text)
		if len(f.Widgets) > 0 {
			analyse(f)
		}
		f.UnreachableClusters()
		f.Loops()
		f.Variables()
		for _, w := range f.Widgets {
			f.Reachable(w)
			f.PathTo(w)
			f.PathBetween(w, w, nil)
			f.CanPrecede(w, w)
			for _, e := range f.Entries() {
				e.HasRun(w, w)
			}
			w.Needs()
		}
	}
}
