package rules

import (
	"bytes"
	"fmt"
	"testing"

	"studiolint/lint"
	"studiolint/lint/input"
)

// The allocations of a run hardly jitter, as its time does: by some tens, as it comes which texts
// are kept, and the least of a few tries counts, as what other tests have looked at may be kept in their place.
// Who needs more has found a reason, or works something out again for each widget.
func TestAllocations(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector takes memory of its own")
	}
	for _, load := range []struct {
		name   string
		flow   []byte
		budget float64
	}{
		{"5 KB", generateFlow(5<<10, true), 480},
		{"20 KB", generateFlow(20<<10, true), 1250},
		{"950 KB", generateFlow(950<<10, true), 46_500},
		{"300 calls, one after the other", generateCalls(300), 4870},
	} {
		candidates := []input.Candidate{input.FromBytes("flow.json", load.flow)}
		options := lint.Options{Rules: All(), Jobs: 1}
		lint.Run(candidates, options) // what is found in a text is kept when it comes for the second time
		got := testing.AllocsPerRun(3, func() { lint.Run(candidates, options) })
		for try := 1; try < 4 && got > load.budget; try++ {
			got = min(got, testing.AllocsPerRun(3, func() { lint.Run(candidates, options) }))
		}
		if got > load.budget {
			t.Errorf("%s takes %.0f allocations, more than the %.0f that are allowed", load.name, got, load.budget)
		}
		if got < load.budget/2 {
			t.Errorf("%s takes %.0f allocations: lower the %.0f that are allowed", load.name, got, load.budget)
		}
	}
}

// generateCalls writes a flow that calls n people, each in the other's call.
func generateCalls(n int) []byte {
	var b bytes.Buffer
	b.WriteString(`{"description": "", "initial_state": "Trigger", "flags": {"allow_concurrent_calls": true}, "states": [
{"name": "Trigger", "type": "trigger", "properties": {}, "transitions": [{"event": "incomingMessage"}, {"event": "incomingCall"}, {"event": "incomingConversationMessage"}, {"event": "incomingRequest", "next": "call_0"}, {"event": "incomingParent"}]}`)
	for i := range n {
		next := ""
		if i+1 < n {
			next = fmt.Sprintf(`, "next": "call_%d"`, i+1)
		}
		fmt.Fprintf(&b, `,
{"name": "call_%d", "type": "make-outgoing-call-v2", "properties": {"from": "{{flow.channel.address}}", "to": "{{contact.channel.address}}"}, "transitions": [{"event": "answered", "next": "say_%d"}, {"event": "busy"}, {"event": "noAnswer"}, {"event": "failed"}]},
{"name": "say_%d", "type": "say-play", "properties": {"say": "Hello."}, "transitions": [{"event": "audioComplete"%s}]}`, i, i, i, next)
	}
	b.WriteString("]}\n")
	return b.Bytes()
}
