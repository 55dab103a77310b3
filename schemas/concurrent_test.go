package schemas

import (
	"sync"
	"testing"
)

// Files are linted in parallel: everything lazy must be safe then, and be made once. The race
// detector does the rest.
func TestConcurrentUse(t *testing.T) {
	var wait sync.WaitGroup
	seen := make([]*Widget, 16)
	for i := range seen {
		wait.Go(func() {
			for _, typ := range Types() {
				w := Lookup(typ)
				if found := w.Validate(map[string]any{}); len(found) == 0 {
					t.Errorf("%s accepts {}", typ)
				}
				if typ == "say-play" {
					seen[i] = w
				}
			}
			Flow().Validate(map[string]any{})
			TypeAlias("gather")
			LiquidFacts()
			SourceOf("manual")
		})
	}
	wait.Wait()
	for _, w := range seen {
		if w != seen[0] {
			t.Fatal("a widget was made twice")
		}
	}
}
