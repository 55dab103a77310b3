package layout

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// random makes a graph as flows are: most edges lead a little further, some far back.
func random(n, m int, seed uint64) ([]Box, []Edge) {
	r := rand.New(rand.NewPCG(seed, 1))
	boxes := make([]Box, n)
	for i := range boxes {
		boxes[i] = Box{W: 160 + float64(r.IntN(80)), H: 50 + float64(r.IntN(40))}
	}
	edges := make([]Edge, 0, m)
	for i := 1; i < n && len(edges) < m; i++ {
		edges = append(edges, Edge{From: max(0, i-1-r.IntN(4)), To: i})
	}
	for len(edges) < m {
		from := r.IntN(n)
		to := min(n-1, max(0, from+r.IntN(30)-6))
		if r.IntN(10) == 0 {
			to = r.IntN(n)
		}
		edges = append(edges, Edge{From: from, To: to})
	}
	return boxes, edges
}

// No two boxes overlap, and nothing lies outside the drawing.
func TestApart(t *testing.T) {
	for seed := range uint64(24) {
		boxes, edges := random(1+int(seed)*5, int(seed)*8, seed)
		if len(boxes) == 1 {
			edges = []Edge{{From: 0, To: 0}}
		}
		Layered(boxes, edges)
		for i, a := range boxes {
			if a.X < 0 || a.Y < 0 {
				t.Fatalf("seed %d: box %d lies at %v, %v", seed, i, a.X, a.Y)
			}
			for j, b := range boxes[:i] {
				if a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H {
					t.Fatalf("seed %d: boxes %d and %d overlap: %v, %v", seed, j, i, b, a)
				}
			}
		}
	}
}

// The points of an edge are in its direction, and lie in no box.
func TestVia(t *testing.T) {
	boxes := []Box{{W: 100, H: 40}, {W: 100, H: 40}, {W: 100, H: 40}, {W: 100, H: 40}}
	edges := []Edge{{From: 0, To: 1}, {From: 1, To: 2}, {From: 2, To: 3}, {From: 0, To: 3}, {From: 3, To: 0}, {From: 2, To: 2}}
	Layered(boxes, edges)
	down, up := edges[3].Via, edges[4].Via
	if len(down) != 4 || len(up) != 4 || down[0].Y >= down[3].Y || up[0].Y <= up[3].Y {
		t.Fatalf("the long edges go by %v and %v", down, up)
	}
	for _, p := range append(down, up...) {
		for i, b := range boxes {
			if p.X > b.X && p.X < b.X+b.W && p.Y > b.Y && p.Y < b.Y+b.H {
				t.Errorf("the point %v lies in box %d at %v", p, i, b)
			}
		}
	}
	if len(edges[0].Via)+len(edges[5].Via) > 0 {
		t.Errorf("short edges have points: %v", edges)
	}
}

// The same graph always gets the same picture.
func TestSame(t *testing.T) {
	first, edges := random(200, 360, 7)
	Layered(first, edges)
	for range 3 {
		again, others := random(200, 360, 7)
		Layered(again, others)
		for i := range first {
			if first[i] != again[i] {
				t.Fatalf("box %d lies at %v and then at %v", i, first[i], again[i])
			}
		}
	}
}

// As large a flow as Studio runs.
func BenchmarkLayered(b *testing.B) {
	boxes, edges := random(1000, 1800, 3)
	for b.Loop() {
		Layered(slices.Clone(boxes), edges)
	}
}
