package words

import (
	"strconv"
	"strings"
	"sync"
	"testing"
)

func TestMemory(t *testing.T) {
	calls := 0
	m := NewMemory(func(text string) int { calls++; return len(text) })
	for range 3 {
		for _, text := range []string{"", "press 1", strings.Repeat("x", longestKept+1)} {
			if n := m.Of(text); n != len(text) {
				t.Errorf("%d found in a text of %d", n, len(text))
			}
		}
	}
	if calls != 2*2+3 {
		t.Errorf("%d calls: short texts are asked about till they came twice, long ones each time", calls)
	}
	for i := range 3 * mostKept {
		for range 2 {
			if n := m.Of(strconv.Itoa(i)); n != len(strconv.Itoa(i)) {
				t.Fatalf("%d found in %d", n, i)
			}
		}
	}
	// It is full, and keeps the last of what came.
	const last = 200
	asked := calls
	for i := 3*mostKept - last; i < 3*mostKept; i++ {
		m.Of(strconv.Itoa(i))
	}
	if found := calls - asked; found > last/2 {
		t.Errorf("%d of the last %d texts are asked about again", found, last)
	}
}

func TestMemoryOfSeveral(t *testing.T) {
	m := NewMemory(strings.ToUpper)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range 2 * mostKept {
				text := "key " + strconv.Itoa(i%300)
				if got := m.Of(text); got != strings.ToUpper(text) {
					t.Errorf("%q for %q", got, text)
				}
			}
		})
	}
	wg.Wait()
}
