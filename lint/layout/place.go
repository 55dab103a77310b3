package layout

import "math"

// place finds the coordinates: layer by layer, each vertex as near to its neighbours as
// the order and the widths allow.
func (g *graph) place() {
	g.top, g.height = make([]float64, len(g.layers)), make([]float64, len(g.layers))
	y := 0.0
	for i, layer := range g.layers {
		for _, v := range layer {
			if b := g.vertex[v].box; b >= 0 {
				g.height[i] = max(g.height[i], g.boxes[b].H)
			}
		}
		g.top[i] = y
		y += g.height[i] + layerGap
		x := 0.0
		for j, v := range layer {
			if j > 0 {
				x += g.apart(layer[j-1], v)
			}
			g.vertex[v].x = x
		}
	}
	const rounds = 8
	for round := range rounds {
		for i := range g.layers {
			if round%2 == 0 {
				g.align(g.layers[i], true, round >= rounds-2)
			} else {
				g.align(g.layers[len(g.layers)-1-i], false, round >= rounds-2)
			}
		}
	}
	least := math.Inf(1)
	for _, v := range g.vertex {
		least = min(least, v.x-v.half)
	}
	for i := range g.vertex {
		v := &g.vertex[i]
		v.x -= least
		if v.box >= 0 {
			b := &g.boxes[v.box]
			b.X, b.Y = math.Round(v.x-v.half), math.Round(g.top[v.layer])
		}
	}
}

// apart is how far the middles of two neighbours of a layer are at least.
func (g *graph) apart(a, b int) float64 {
	gap := boxGap
	if g.vertex[a].box < 0 || g.vertex[b].box < 0 {
		gap = bendGap
	}
	return g.vertex[a].half + g.vertex[b].half + gap
}

// A block is a run of vertices that lie as near to each other as they may.
type block struct {
	sum, weight float64 // of where they want to be, as seen by the first
	from        int
}

// align moves the vertices of a layer to where their neighbours above (or below, or on
// both sides) are, by the least squares that keep the order: vertices that want the same
// place become a block, which goes to the mean of what they want.
func (g *graph) align(layer []int, up, both bool) {
	offset := cleared(&g.scratch.offset, len(layer)) // from the first of the layer, packed
	blocks := g.scratch.blocks[:0]
	for i, v := range layer {
		if i > 0 {
			offset[i] = offset[i-1] + g.apart(layer[i-1], v)
		}
		want, weight := g.wanted(v, up, both)
		b := block{(want - offset[i]) * weight, weight, i}
		for len(blocks) > 0 {
			last := blocks[len(blocks)-1]
			if last.sum/last.weight < b.sum/b.weight {
				break
			}
			b = block{b.sum + last.sum, b.weight + last.weight, last.from}
			blocks = blocks[:len(blocks)-1]
		}
		blocks = append(blocks, b)
	}
	g.scratch.blocks = blocks
	for i, b := range blocks {
		end := len(layer)
		if i+1 < len(blocks) {
			end = blocks[i+1].from
		}
		for j := b.from; j < end; j++ {
			g.vertex[layer[j]].x = b.sum/b.weight + offset[j]
		}
	}
}

// wanted is where a vertex wants to be, and how much that counts: long edges want to be
// straight.
func (g *graph) wanted(v int, up, both bool) (x, weight float64) {
	of := &g.vertex[v]
	sum := 0.0
	add := func(links []link) {
		for _, l := range links {
			w := float64(l.weight)
			if of.box < 0 && g.vertex[l.to].box < 0 {
				w *= 4
			}
			sum += g.vertex[l.to].x * w
			weight += w
		}
	}
	if up || both {
		add(of.up)
	}
	if !up || both {
		add(of.down)
	}
	if weight == 0 {
		return of.x, 0.05
	}
	return sum / weight, weight
}

// route sets the points of the edges.
func (g *graph) route() {
	for i, a := range g.arcs {
		e := &g.edges[i]
		if len(a.bends) > 0 {
			e.Via = make([]Point, 0, 2*len(a.bends))
		}
		for _, b := range a.bends {
			v := &g.vertex[b]
			top, bottom := math.Round(g.top[v.layer]), math.Round(g.top[v.layer]+g.height[v.layer])
			e.Via = append(e.Via, Point{v.x, top}, Point{v.x, bottom})
		}
		if a.turned {
			for l, r := 0, len(e.Via)-1; l < r; l, r = l+1, r-1 {
				e.Via[l], e.Via[r] = e.Via[r], e.Via[l]
			}
		}
	}
}
