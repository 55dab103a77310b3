package main

import (
	"fmt"
	"testing"
)

// budgets are what a run by all rules may allocate, a fifth more than it did when somebody
// last looked: neither depends on the machine. Who adds a rule may raise them a little;
// who needs much more has found something to mend.
var budgets = []struct {
	name               string
	make               func(testing.TB) string // what to lint
	allocations, bytes uint64
}{
	{"a flow of 20 KB", func(t testing.TB) string {
		return write(t, t.TempDir(), "flow.json", string(twice(t, shared(t, "flows/good/ivr.json"))))
	}, 3_600, 620 << 10},
	{"1,000 widgets", func(t testing.TB) string {
		return write(t, t.TempDir(), "flow.json", states(1000, func(i int) string { return message(i, fmt.Sprint("w", i+1)) }))
	}, 27_000, 6_000 << 10},
	{"100 flows", func(t testing.TB) string {
		dir, flow := t.TempDir(), string(twice(t, shared(t, "flows/good/ivr.json")))
		for i := range 100 {
			write(t, dir, fmt.Sprint(i, ".json"), flow)
		}
		return dir
	}, 265_000, 36_000 << 10},
	{"1,000 other files", func(t testing.TB) string {
		dir := t.TempDir()
		for i := range 1000 {
			write(t, dir, fmt.Sprint(i, ".json"), `{"name": "other", "version": 1, "scripts": {"test": "true"}}`)
		}
		write(t, dir, "flow.json", flowOf(message(0, "")))
		return dir
	}, 16_000, 2_100 << 10},
}

func TestBudgets(t *testing.T) {
	for _, b := range budgets {
		args := []string{"--no-config", b.make(t)}
		runCost(t, args) // reads the catalogue
		if got := runCost(t, args); got.allocations > b.allocations || got.bytes > b.bytes {
			t.Errorf("%s: %d allocations of %d KB, more than %d of %d KB", b.name, got.allocations, got.bytes>>10, b.allocations, b.bytes>>10)
		}
	}
}
