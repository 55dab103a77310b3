package layout

import (
	"cmp"
	"slices"
)

// maxBends is how many bends there are at most for each box and edge. What is left, the
// longest edges, goes straight from end to end.
const maxBends = 12

// bend makes the vertices: the boxes, and for arcs over several layers a bend in each
// layer between. Arcs whose edges lead to the same box share their bends, so that they
// come together on their way.
func (g *graph) bend() {
	g.joined = map[[2]int][2]int{}
	g.vertex = make([]vertex, len(g.boxes), 2*len(g.boxes))
	for i := range g.boxes {
		g.vertex[i] = vertex{box: i, layer: g.layer[i], half: g.boxes[i].W / 2}
	}
	byLength := make([]int, 0, len(g.arcs))
	for i, a := range g.arcs {
		if a.from != a.to {
			byLength = append(byLength, i)
		}
	}
	length := func(i int) int { return g.layer[g.arcs[i].to] - g.layer[g.arcs[i].from] }
	slices.SortStableFunc(byLength, func(a, b int) int { return cmp.Compare(length(a), length(b)) })

	room := maxBends * (len(g.boxes) + len(g.arcs))
	sum := 0
	for _, i := range byLength {
		sum += length(i) - 1
	}
	b := bender{graph: g, at: map[bendAt]int{}, shared: sum > room/2}
	for _, i := range byLength {
		if room -= length(i); room < 0 && length(i) > 1 {
			continue
		}
		b.bend(i)
	}
	g.layers = nil
	for i, v := range g.vertex {
		for len(g.layers) <= v.layer {
			g.layers = append(g.layers, nil)
		}
		g.layers[v.layer] = append(g.layers[v.layer], i)
	}
}

// A bender makes the bends of arcs.
type bender struct {
	*graph
	at     map[bendAt]int
	shared bool // arcs to one box have the same bends
}

// A bendAt is what tells a bend from others.
type bendAt struct {
	arc    int // -1 for all that lead to the box
	box    int
	turned bool
	layer  int
}

func (b *bender) vertexAt(p bendAt) int {
	if b.shared {
		p.arc = -1
	}
	v, ok := b.at[p]
	if !ok {
		v = len(b.vertex)
		b.vertex = append(b.vertex, vertex{box: -1, layer: p.layer, half: bendGap / 2})
		b.at[p] = v
	}
	return v
}

// bend makes the bends of an arc.
func (b *bender) bend(i int) {
	a := &b.arcs[i]
	p := bendAt{arc: i, box: a.to, turned: a.turned}
	if a.turned {
		p.box = a.from
	}
	last := a.from
	for p.layer = b.layer[a.from] + 1; p.layer < b.layer[a.to]; p.layer++ {
		v := b.vertexAt(p)
		a.bends = append(a.bends, v)
		b.join(last, v)
		last = v
	}
	b.join(last, a.to)
}

// join adds an edge between two vertices of neighbouring layers.
func (g *graph) join(from, to int) {
	a, b := &g.vertex[from], &g.vertex[to]
	if at, ok := g.joined[[2]int{from, to}]; ok {
		a.down[at[0]].weight++
		b.up[at[1]].weight++
		return
	}
	g.joined[[2]int{from, to}] = [2]int{len(a.down), len(b.up)}
	a.down = append(a.down, link{to, 1})
	b.up = append(b.up, link{from, 1})
}
