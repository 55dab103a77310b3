package rules

import (
	"testing"

	"studiolint/lint"
	"studiolint/lint/input"
)

// The allocations of a run do not jitter as its time does. Who needs more has found a
// reason, or works something out again for each widget.
func TestAllocations(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector takes memory of its own")
	}
	for _, load := range []struct {
		name   string
		size   int
		budget float64
	}{
		{"5 KB", 5 << 10, 520},
		{"20 KB", 20 << 10, 1500},
		{"950 KB", 950 << 10, 58_000},
	} {
		candidates := []input.Candidate{input.FromBytes("flow.json", generateFlow(load.size, true))}
		options := lint.Options{Rules: All(), Jobs: 1}
		got := testing.AllocsPerRun(3, func() { lint.Run(candidates, options) })
		if got > load.budget {
			t.Errorf("%s takes %.0f allocations, more than the %.0f that are allowed", load.name, got, load.budget)
		}
		if got < load.budget/2 {
			t.Errorf("%s takes %.0f allocations: lower the %.0f that are allowed", load.name, got, load.budget)
		}
	}
}
