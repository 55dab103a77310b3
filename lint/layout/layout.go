// Package layout finds places for the boxes of a directed graph, in layers from the top
// down, with few crossings of its edges. It is deterministic, and its work grows with the
// size of the graph.
//
// It goes the way of Sugiyama: edges that close a circle are turned round, every box gets
// a layer below those that lead to it, an edge over several layers gets a bend in each,
// the layers are put into an order with few crossings, and then everything is moved as
// near to its neighbours as the order allows.
package layout

// A Box is a node of the graph. Its size is given, its place is found: that of its upper
// left corner.
type Box struct {
	W, H float64
	X, Y float64
}

// A Point is a place of the drawing; y grows downwards.
type Point struct{ X, Y float64 }

// An Edge leads from one box to another, by their indices. Via are the points between,
// in its direction: none for an edge to the next layer.
type Edge struct {
	From, To int
	Via      []Point
}

// Distances of the drawing.
const (
	boxGap   = 36.0 // between boxes of a layer
	bendGap  = 14.0 // around the bend of an edge
	layerGap = 64.0 // between layers
)

// Layered finds places for all boxes, from (0, 0) on, and sets Via of the edges. Boxes
// without a way in begin; of those in a circle the first in the list does.
func Layered(boxes []Box, edges []Edge) {
	if len(boxes) == 0 {
		return
	}
	var best *graph
	for way := range ranking(ways) {
		g := newGraph(boxes, edges)
		g.turn()
		g.rank(way)
		g.bend()
		g.order()
		if best == nil || g.fewest < best.fewest {
			best = g
		}
		if best.fewest == 0 || len(boxes) > maxTried {
			break
		}
	}
	best.place()
	best.route()
}

// maxTried is up to how many boxes a graph is ranked in several ways, of which that with
// the fewest crossings is taken.
const maxTried = 300

// A ranking is a way to find the layers of boxes, once they are below all that lead to
// them.
type ranking int

const (
	bothWays  ranking = iota // as near to their neighbours as may be
	downwards                // as near as may be to those where they lead
	asTheyAre
	ways
)

// A vertex is a box, or a bend of edges.
type vertex struct {
	box   int // -1 for a bend
	layer int
	pos   int // in its layer
	x     float64
	half  float64 // half of its width
	up    []link
	down  []link
}

// A link leads to a vertex of the next layer, for so many edges. Its twin is the link of
// that vertex which leads back.
type link struct {
	to     int
	weight int
	twin   int
}

// An arc is an edge from a higher layer to a lower one.
type arc struct {
	from, to int
	turned   bool  // the edge leads upwards
	bends    []int // from above, one for each layer between; nil when there was no room
}

type graph struct {
	boxes []Box
	edges []Edge

	arcs   []arc   // by edge
	out    [][]int // arcs by box
	in     [][]int
	layer  []int // by box
	vertex []vertex
	links  []link  // room for those of vertices
	bends  []int   // of all arcs
	layers [][]int // vertices in their order
	fewest int     // crossings
	top    []float64
	height []float64

	scratch scratch
}

// A scratch is what parts of the work need while they last.
type scratch struct {
	values []float64 // by vertex
	sums   []int
	seen   []bool
	stack  []int
	offset []float64
	blocks []block
}

// cleared returns so many elements of zero in a list that is kept.
func cleared[T any](list *[]T, n int) []T {
	if cap(*list) < n {
		*list = make([]T, n)
	}
	*list = (*list)[:n]
	clear(*list)
	return *list
}

func newGraph(boxes []Box, edges []Edge) *graph {
	g := &graph{boxes: boxes, edges: edges, arcs: make([]arc, len(edges))}
	for i, e := range edges {
		g.arcs[i] = arc{from: e.From, to: e.To}
		edges[i].Via = nil
	}
	g.connect()
	return g
}

// connect lists the arcs of every box; those to itself do not count.
func (g *graph) connect() {
	if g.out == nil {
		g.out, g.in = make([][]int, len(g.boxes)), make([][]int, len(g.boxes))
	}
	out, in := make([]int, len(g.boxes)), make([]int, len(g.boxes))
	for _, a := range g.arcs {
		if a.from != a.to {
			out[a.from]++
			in[a.to]++
		}
	}
	room := make([]int, 2*len(g.arcs))
	for v := range g.boxes {
		g.out[v], room = room[:0:out[v]], room[out[v]:]
		g.in[v], room = room[:0:in[v]], room[in[v]:]
	}
	for i, a := range g.arcs {
		if a.from != a.to {
			g.out[a.from] = append(g.out[a.from], i)
			g.in[a.to] = append(g.in[a.to], i)
		}
	}
}

// turn turns the arcs round that lead back to where a walk in depth came from: without
// them there are no circles.
func (g *graph) turn() {
	const (
		unseen = iota
		open
		done
	)
	state := make([]uint8, len(g.boxes))
	next := make([]int, len(g.boxes))
	var stack []int
	walk := func(root int) {
		stack = append(stack[:0], root)
		state[root] = open
		for len(stack) > 0 {
			v := stack[len(stack)-1]
			if next[v] == len(g.out[v]) {
				state[v] = done
				stack = stack[:len(stack)-1]
				continue
			}
			a := &g.arcs[g.out[v][next[v]]]
			next[v]++
			switch state[a.to] {
			case unseen:
				state[a.to] = open
				stack = append(stack, a.to)
			case open:
				a.turned = true
			}
		}
	}
	for _, roots := range []bool{true, false} {
		for v := range g.boxes {
			if state[v] == unseen && (!roots || len(g.in[v]) == 0) {
				walk(v)
			}
		}
	}
	for i := range g.arcs {
		if a := &g.arcs[i]; a.turned {
			a.from, a.to = a.to, a.from
		}
	}
	g.connect()
}

// rank puts every box below all that lead to it, and then as near to its neighbours as
// may be: where more edges leave it than come to it, downwards.
func (g *graph) rank(way ranking) {
	g.layer = make([]int, len(g.boxes))
	missing := make([]int, len(g.boxes))
	sorted := make([]int, 0, len(g.boxes))
	for v := range g.boxes {
		if missing[v] = len(g.in[v]); missing[v] == 0 {
			sorted = append(sorted, v)
		}
	}
	for i := 0; i < len(sorted); i++ {
		v := sorted[i]
		for _, a := range g.out[v] {
			to := g.arcs[a].to
			g.layer[to] = max(g.layer[to], g.layer[v]+1)
			if missing[to]--; missing[to] == 0 {
				sorted = append(sorted, to)
			}
		}
	}
	rounds := 4
	if way == asTheyAre {
		rounds = 0
	}
	for range rounds {
		for i := len(sorted) - 1; i >= 0; i-- {
			g.shift(sorted[i], true)
		}
		for i := 0; i < len(sorted) && way == bothWays; i++ {
			g.shift(sorted[i], false)
		}
	}
}

// shift moves a box as far up or down as its neighbours allow, where that makes its edges
// shorter.
func (g *graph) shift(v int, down bool) {
	in, out := len(g.in[v]), len(g.out[v])
	switch {
	case down && out > 0 && out > in:
		least := g.layer[g.arcs[g.out[v][0]].to]
		for _, a := range g.out[v] {
			least = min(least, g.layer[g.arcs[a].to])
		}
		g.layer[v] = least - 1
	case !down && in > out:
		most := 0
		for _, a := range g.in[v] {
			most = max(most, g.layer[g.arcs[a].from]+1)
		}
		g.layer[v] = most
	}
}
