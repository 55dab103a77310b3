package layout

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// attempts is how many orders are begun with, and sweeps how often each is improved at
// most: the more, the smaller the graph is.
func attempts(vertices int) int { return max(2, min(80, 16_000/max(1, vertices))) }
func sweeps(vertices int) int   { return max(6, min(24, 60_000/max(1, vertices))) }

// order puts the layers into an order with few crossings.
func (g *graph) order() {
	var best [][]int
	fewest := -1
	chance := rand.New(rand.NewPCG(1, 2)) // the same every time
	for attempt := range attempts(len(g.vertex)) {
		if attempt < 2 {
			g.take(g.begun(attempt == 0, nil))
		} else {
			g.take(g.begun(attempt%2 == 0, chance))
		}
		idle, least := 0, -1
		for i := range sweeps(len(g.vertex)) {
			g.sweep(i%2 == 0, i%4 >= 2)
			g.swap()
			n := g.crossings()
			if fewest < 0 || n < fewest {
				best, fewest = g.copyTo(best), n
			}
			if least >= 0 && n >= least {
				if idle++; idle == 4 {
					break
				}
				continue
			}
			idle, least = 0, n
		}
		if fewest == 0 {
			break
		}
	}
	g.take(best)
	g.fewest = fewest
}

// begun is an order to begin with: that of a walk in depth, from the first layer down or
// from the last up, which takes one turn or another by chance.
func (g *graph) begun(down bool, chance *rand.Rand) [][]int {
	size := make([]int, len(g.layers))
	for i, l := range g.layers {
		size[i] = len(l)
	}
	layers := layersOf(size)
	seen := cleared(&g.scratch.seen, len(g.vertex))
	stack := g.scratch.stack
	walk := func(root int) {
		stack = append(stack[:0], root)
		for len(stack) > 0 {
			v := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if seen[v] {
				continue
			}
			seen[v] = true
			l := g.vertex[v].layer
			layers[l] = append(layers[l], v)
			first, then := g.vertex[v].up, g.vertex[v].down
			if !down {
				first, then = then, first
			}
			for _, list := range [][]link{first, then} { // the last on the stack comes first
				from := len(stack)
				for _, next := range slices.Backward(list) {
					if !seen[next.to] {
						stack = append(stack, next.to)
					}
				}
				if added := stack[from:]; chance != nil {
					chance.Shuffle(len(added), func(i, j int) { added[i], added[j] = added[j], added[i] })
				}
			}
		}
	}
	for i := range g.layers {
		layer := g.layers[i]
		if !down {
			layer = g.layers[len(g.layers)-1-i]
		}
		for _, v := range layer {
			if !seen[v] {
				walk(v)
			}
		}
	}
	g.scratch.stack = stack
	return layers
}

// copyTo copies the order of the layers, into an older one if there is one.
func (g *graph) copyTo(layers [][]int) [][]int {
	if layers == nil {
		layers = make([][]int, len(g.layers))
	}
	for i, l := range g.layers {
		layers[i] = append(layers[i][:0], l...)
	}
	return layers
}

func (g *graph) take(layers [][]int) {
	g.layers = layers
	for _, l := range layers {
		g.number(l)
	}
}

func (g *graph) number(layer []int) {
	for i, v := range layer {
		g.vertex[v].pos = i
	}
}

// sweep sorts each layer by where the neighbours in the one before are: above it on the
// way down, below it on the way up. Where two are the same, the later one comes first if
// turn is set.
func (g *graph) sweep(down, turn bool) {
	value := cleared(&g.scratch.values, len(g.vertex))
	for i := range g.layers {
		layer := g.layers[i]
		if !down {
			layer = g.layers[len(g.layers)-1-i]
		}
		for _, v := range layer {
			links := g.vertex[v].up
			if !down {
				links = g.vertex[v].down
			}
			value[v] = g.middle(links, float64(g.vertex[v].pos))
		}
		slices.SortStableFunc(layer, func(a, b int) int {
			c := cmp.Compare(value[a], value[b])
			if c == 0 && turn {
				c = cmp.Compare(g.vertex[b].pos, g.vertex[a].pos)
			}
			return c
		})
		g.number(layer)
	}
}

// middle is the mean position of neighbours.
func (g *graph) middle(links []link, otherwise float64) float64 {
	sum, weight := 0.0, 0
	for _, l := range links {
		sum += float64(g.vertex[l.to].pos * l.weight)
		weight += l.weight
	}
	if weight == 0 {
		return otherwise
	}
	return sum / float64(weight)
}

// swap exchanges neighbours of a layer as long as that makes fewer crossings.
func (g *graph) swap() {
	const rounds = 4
	for range rounds {
		better := false
		for _, layer := range g.layers {
			for i := 0; i+1 < len(layer); i++ {
				a, b := layer[i], layer[i+1]
				now := g.between(a, b, true) + g.between(a, b, false)
				if now > 0 && g.between(b, a, true)+g.between(b, a, false) < now {
					layer[i], layer[i+1] = b, a
					g.vertex[a].pos, g.vertex[b].pos = i+1, i
					better = true
				}
			}
		}
		if !better {
			return
		}
	}
}

// maxSwapped bounds the work for one pair of vertices with many neighbours.
const maxSwapped = 400

// between counts the crossings of the edges of a and b, where a is to the left.
func (g *graph) between(a, b int, up bool) int {
	of, than := g.vertex[a].down, g.vertex[b].down
	if up {
		of, than = g.vertex[a].up, g.vertex[b].up
	}
	if len(of)*len(than) > maxSwapped {
		return 0
	}
	n := 0
	for _, l := range of {
		for _, r := range than {
			if g.vertex[l.to].pos > g.vertex[r.to].pos {
				n += l.weight * r.weight
			}
		}
	}
	return n
}

// crossings counts how often edges cross, from layer to layer.
func (g *graph) crossings() int {
	n := 0
	for i := 1; i < len(g.layers); i++ {
		n += g.crossingsAbove(g.layers[i], len(g.layers[i-1]))
	}
	return n
}

// crossingsAbove counts the crossings between a layer and the one above, which has so
// many vertices, with a tree of sums.
func (g *graph) crossingsAbove(layer []int, above int) int {
	sums := cleared(&g.scratch.sums, above+1)
	total, n := 0, 0
	for _, v := range layer {
		for _, l := range g.vertex[v].up {
			left := 0 // edges so far that end at or before that position
			for p := g.vertex[l.to].pos + 1; p > 0; p &= p - 1 {
				left += sums[p]
			}
			n += (total - left) * l.weight
		}
		for _, l := range g.vertex[v].up {
			for p := g.vertex[l.to].pos + 1; p <= above; p += p & -p {
				sums[p] += l.weight
			}
			total += l.weight
		}
	}
	return n
}
