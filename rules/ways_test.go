package rules

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"studiolint/lint/finding"
)

// walkers are the rules that walk through the graph or compare branches with
// each other.
func walkers() []string {
	var ids []string
	for _, r := range All() {
		if r.Group == finding.Paths || r.Group == finding.Splits || r.ID == "unreachable-widget" {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

const closing = `], "initial_state": "Trigger", "flags": {"allow_concurrent_calls": true}}`

func triggerTo(next string) string {
	return fmt.Sprintf(`{"states": [{"name": "Trigger", "type": "trigger", "properties": {}, "transitions": [{"event": "incomingCall", "next": %q}, {"event": "incomingRequest", "next": %q}]}`, next, next)
}

// rowOfGathers is a row of n questions, each with something to say about it.
func rowOfGathers(n int) string {
	var b strings.Builder
	b.WriteString(triggerTo("w0"))
	for i := range n {
		fmt.Fprintf(&b, `, {"name": "w%d", "type": "gather-input-on-call", "properties": {"say": "?"}, "transitions": [{"event": "keypress", "next": "w%d"}, {"event": "speech"}, {"event": "timeout"}]}`, i, (i+1)%n)
	}
	return b.String() + closing
}

// everyWhere is n splits that all lead to each other.
func everyWhere(n int) string {
	var to strings.Builder
	for i := range n {
		fmt.Fprintf(&to, `, {"event": "match", "next": "w%d"}`, i)
	}
	var b strings.Builder
	b.WriteString(triggerTo("w0"))
	for i := range n {
		fmt.Fprintf(&b, `, {"name": "w%d", "type": "split-based-on", "properties": {"input": "{{flow.variables.x}}"}, "transitions": [{"event": "noMatch"}%s]}`, i, to.String())
	}
	return b.String() + closing
}

// branchy is a split with n branches, all different.
func branchy(n int, condition func(i int) string) string {
	var b strings.Builder
	b.WriteString(triggerTo("w") + `, {"name": "w", "type": "split-based-on", "properties": {"input": "{{trigger.message.Body}}"}, "transitions": [{"event": "noMatch"}`)
	for i := range n {
		fmt.Fprintf(&b, `, {"event": "match", "next": "w", "conditions": [{"friendly_name": "", "arguments": ["{{trigger.message.Body}}"], %s}]}`, condition(i))
	}
	return b.String() + "]}" + closing
}

// fan is a split whose n branches all lead elsewhere.
func fan(n int) string {
	var b strings.Builder
	b.WriteString(triggerTo("w") + `, {"name": "w", "type": "split-based-on", "properties": {"input": "{{flow.variables.x}}"}, "transitions": [{"event": "noMatch"}`)
	for i := range n {
		fmt.Fprintf(&b, `, {"event": "match", "next": "s%d", "conditions": [{"friendly_name": "", "arguments": ["{{flow.variables.x}}"], "type": "equal_to", "value": "%d"}]}`, i, i)
	}
	b.WriteString("]}")
	for i := range n {
		fmt.Fprintf(&b, `, {"name": "s%d", "type": "set-variables", "properties": {"variables": [{"key": "x", "value": "%d"}]}, "transitions": [{"event": "next", "next": "w"}]}`, i, i)
	}
	return b.String() + closing
}

// counters is n loops, each with a counter of its own that does not work.
func counters(n int) string {
	var b strings.Builder
	b.WriteString(triggerTo("s0"))
	for i := range n {
		fmt.Fprintf(&b, `, {"name": "s%d", "type": "set-variables", "properties": {"variables": [{"key": "k%d", "value": "{{flow.variables.k%d | plus: 1}}"}]}, "transitions": [{"event": "next", "next": "t%d"}]}`, i, i, i, i)
		fmt.Fprintf(&b, `, {"name": "t%d", "type": "split-based-on", "properties": {"input": "{{flow.variables.other}}"}, "transitions": [{"event": "noMatch", "next": "s%d"}, {"event": "match", "next": "s%d", "conditions": [{"friendly_name": "", "arguments": ["{{flow.variables.other}}"], "type": "equal_to", "value": "3"}]}]}`, i, i, i+1)
	}
	return b.String() + closing
}

// firstWords is n loops, each with a question that nobody's answer gets out of.
func firstWords(n int) string {
	var b strings.Builder
	b.WriteString(triggerTo("s0"))
	for i := range n {
		fmt.Fprintf(&b, `, {"name": "s%d", "type": "split-based-on", "properties": {"input": "{{trigger.message.Body}}"}, "transitions": [{"event": "noMatch", "next": "q%d"}, {"event": "match", "next": "s%d", "conditions": [{"friendly_name": "", "arguments": ["{{trigger.message.Body}}"], "type": "equal_to", "value": "yes"}]}]}`, i, i, i+1)
		fmt.Fprintf(&b, `, {"name": "q%d", "type": "send-and-wait-for-reply", "properties": {"body": "?"}, "transitions": [{"event": "incomingMessage", "next": "s%d"}, {"event": "timeout"}, {"event": "deliveryFailure"}]}`, i, i)
	}
	return b.String() + closing
}

// leftOpen is a question and a split with n branches and as many noMatch, none of
// which is connected but the first.
func leftOpen(n int) string {
	var b strings.Builder
	b.WriteString(triggerTo("q") + `, {"name": "q", "type": "send-and-wait-for-reply", "properties": {"body": "?"}, "transitions": [{"event": "incomingMessage", "next": "w"}, {"event": "timeout", "next": "w"}, {"event": "deliveryFailure"}]}`)
	b.WriteString(`, {"name": "w", "type": "split-based-on", "properties": {"input": "{{widgets.q.inbound.Body}}"}, "transitions": [{"event": "match", "next": "q", "conditions": [{"friendly_name": "", "arguments": ["{{widgets.q.inbound.Body}}"], "type": "equal_to", "value": "yes"}]}`)
	for i := range n {
		fmt.Fprintf(&b, `, {"event": "noMatch"}, {"event": "match", "conditions": [{"friendly_name": "", "arguments": ["{{widgets.q.inbound.Body}}"], "type": "equal_to", "value": "%d"}]}`, i)
	}
	return b.String() + "]}" + closing
}

// equals and belows are splits with n branches, lists one with n branches that each have a
// thousand values.
func equals(n int) string {
	return branchy(n, func(i int) string { return fmt.Sprintf(`"type": "equal_to", "value": "v%d"`, i) })
}

func belows(n int) string {
	return branchy(n, func(i int) string { return fmt.Sprintf(`"type": "less_than", "value": "%d"`, i) })
}

func lists(n int) string {
	return branchy(n, func(i int) string {
		return fmt.Sprintf(`"type": "matches_any_of", "value": "%s"`, strings.Repeat(fmt.Sprintf("v%d,", i), 1000))
	})
}

// The shapes that make a walk slow: one that takes the square of their size is found by a
// long flow against eight of an eighth of its size. BenchmarkLint has the figures.
func TestWalkersOnLargeFlows(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing between goroutines")
	}
	t.Parallel()
	const pieces = 8
	only := walkers()
	for _, c := range []struct {
		name        string
		flow        func(n int) string
		short, long int
	}{
		{"a ring of questions", rowOfGathers, 50, 400},
		{"a large ring of questions", rowOfGathers, 250, 2000},
		{"splits that lead to each other", everyWhere, 50, 141}, // as many branches as the square of it
		{"a split with many branches", equals, 500, 4000},
		{"numbers", belows, 500, 4000},
		{"a split that leads to many places", fan, 500, 4000},
		{"long lists", lists, 6, 48},
		{"loops", counters, 50, 400},
		{"loops that nobody gets out of", firstWords, 50, 400},
		{"branches that lead nowhere", leftOpen, 500, 4000},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			g := growth{empty: []byte(c.flow(1)), short: []byte(c.flow(c.short)), pieces: pieces, long: []byte(c.flow(c.long)), rules: only}
			g.check(t)
		})
	}
}

func BenchmarkWalkers(b *testing.B) {
	for _, n := range []int{250, 500, 1000, 2000} {
		flow := rowOfGathers(n)
		b.Run(fmt.Sprintf("ring-%d", n), func(b *testing.B) {
			for b.Loop() {
				lintFlow(b, []byte(flow), walkers()...)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/widget")
		})
	}
	for _, n := range []int{250, 500, 1000, 2000} {
		flow := string(generateFlow(n*360, true))
		b.Run(fmt.Sprintf("clean-%d", n), func(b *testing.B) {
			for b.Loop() {
				lintFlow(b, []byte(flow), walkers()...)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/widget")
		})
	}
}

// Whatever the text, no rule fails on it.
func FuzzWalkers(f *testing.F) {
	f.Add([]byte(rowOfGathers(3)))
	f.Add([]byte(everyWhere(3)))
	f.Add([]byte(counters(3)))
	f.Add([]byte(fan(3)))
	f.Add([]byte(firstWords(3)))
	f.Add([]byte(leftOpen(3)))
	for _, a := range archives(f) {
		for _, file := range a.Files {
			if strings.HasSuffix(file.Name, ".json") && len(file.Data) < 4000 {
				f.Add(file.Data)
			}
		}
	}
	only := walkers()
	f.Fuzz(func(t *testing.T, data []byte) {
		r := lintText("flow.json", data, only...)
		for _, p := range r.Problems {
			var failed *finding.InternalError
			if errors.As(p, &failed) {
				t.Fatalf("%v\n%s", failed, failed.Stack)
			}
		}
	})
}
