package flow

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// What is told of some widgets at once is what CanPrecede tells of each.
func TestSome(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		text := randomFlow(r)
		f := build(t, text)
		in := map[*Widget]bool{}
		for _, w := range f.Widgets {
			in[w] = r.IntN(3) == 0
		}
		s := f.Some(func(w *Widget) bool { return in[w] })
		for _, w := range f.Widgets {
			before := slices.ContainsFunc(f.Widgets, func(a *Widget) bool { return in[a] && a != w && f.CanPrecede(a, w) })
			after := slices.ContainsFunc(f.Widgets, func(b *Widget) bool { return in[b] && b != w && f.CanPrecede(w, b) })
			if s.Has(w) != in[w] || s.Precede(w) != before || s.Follow(w) != after || s.Connect(w) != (before || after) {
				t.Fatalf("%s\n%s: before %v, want %v; after %v, want %v", text, w.Name, s.Precede(w), before, s.Follow(w), after)
			}
		}
	}
}
