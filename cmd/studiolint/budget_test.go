package main

import (
	"fmt"
	"testing"
)

// budgets are what a run over many files by all rules may allocate, a third more than it
// did when somebody last looked: neither depends on the machine. Who adds a rule may raise them a little;
// who needs much more has found something to mend.
var budgets = []struct {
	name               string
	make               func(testing.TB) string // what to lint
	allocations, bytes uint64
}{
	{"100 flows", func(t testing.TB) string {
		dir, flow := t.TempDir(), string(twice(t, shared(t, "flows/good/ivr.json")))
		for i := range 100 {
			write(t, dir, fmt.Sprint(i, ".json"), flow)
		}
		return dir
	}, 182_000, 25_300 << 10},
	{"1,000 other files", func(t testing.TB) string {
		dir := t.TempDir()
		for i := range 1000 {
			write(t, dir, fmt.Sprint(i, ".json"), `{"name": "other", "version": 1, "scripts": {"test": "true"}}`)
		}
		write(t, dir, "flow.json", flowOf(message(0, "")))
		return dir
	}, 18_300, 2_110 << 10},
}

func TestBudgets(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector takes memory of its own")
	}
	for _, b := range budgets {
		args := []string{"--no-config", b.make(t)}
		runCost(t, args) // reads the catalogue
		if got := runCost(t, args); got.allocations > b.allocations || got.bytes > b.bytes {
			t.Errorf("%s: %d allocations of %d KB, more than %d of %d KB", b.name, got.allocations, got.bytes>>10, b.allocations, b.bytes>>10)
		}
	}
}
