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
	bends := min(sum, room)
	b := bender{graph: g, shared: sum > room/2}
	if b.shared {
		b.at = make(map[bendAt]int, bends/2)
	}
	g.bends = make([]int, 0, bends)
	g.vertex = make([]vertex, len(g.boxes), len(g.boxes)+bends)
	g.links = make([]link, 2*len(g.arcs)+2*bends)
	for i := range g.boxes {
		g.vertex[i] = vertex{box: i, layer: g.layer[i], half: g.boxes[i].W / 2, up: g.room(len(g.in[i])), down: g.room(len(g.out[i]))}
	}
	for _, i := range byLength {
		if room -= length(i); room < 0 && length(i) > 1 {
			continue
		}
		b.bend(i)
	}
	g.inLayers()
}

// inLayers lists the vertices of each layer.
func (g *graph) inLayers() {
	var size []int
	for i := range g.vertex {
		for len(size) <= g.vertex[i].layer {
			size = append(size, 0)
		}
		size[g.vertex[i].layer]++
	}
	g.layers = layersOf(size)
	for i := range g.vertex {
		l := &g.layers[g.vertex[i].layer]
		*l = append(*l, i)
	}
}

// layersOf makes room for layers of some sizes.
func layersOf(size []int) [][]int {
	all := 0
	for _, n := range size {
		all += n
	}
	layers, room := make([][]int, len(size)), make([]int, all)
	for i, n := range size {
		layers[i], room = room[:0:n], room[n:]
	}
	return layers
}

// room takes room for so many links; there need not be any.
func (g *graph) room(n int) []link {
	if len(g.links) < n {
		return nil
	}
	list := g.links[:0:n]
	g.links = g.links[n:]
	return list
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
	v := len(b.vertex)
	if b.shared {
		p.arc = -1
		if v, ok := b.at[p]; ok {
			return v
		}
		b.at[p] = v
	}
	b.vertex = append(b.vertex, vertex{box: -1, layer: p.layer, half: bendGap / 2, up: b.room(1), down: b.room(1)})
	return v
}

// bend makes the bends of an arc.
func (b *bender) bend(i int) {
	a := &b.arcs[i]
	p := bendAt{arc: i, box: a.to, turned: a.turned}
	if a.turned {
		p.box = a.from
	}
	last, first := a.from, len(b.bends)
	for p.layer = b.layer[a.from] + 1; p.layer < b.layer[a.to]; p.layer++ {
		v := b.vertexAt(p)
		b.bends = append(b.bends, v)
		b.join(last, v)
		last = v
	}
	b.join(last, a.to)
	a.bends = b.bends[first:len(b.bends):len(b.bends)]
}

// join adds an edge between two vertices of neighbouring layers.
func (g *graph) join(from, to int) {
	a, b := &g.vertex[from], &g.vertex[to]
	of, other, what := a.down, b.up, to
	if len(of) > len(other) {
		of, other, what = other, of, from
	}
	for i := range of {
		if l := &of[i]; l.to == what {
			l.weight++
			other[l.twin].weight++
			return
		}
	}
	down, up := len(a.down), len(b.up)
	a.down = append(a.down, link{to, 1, up})
	b.up = append(b.up, link{from, 1, down})
}
