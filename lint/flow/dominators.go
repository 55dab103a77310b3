package flow

import "slices"

// HasRun reports whether a has certainly run, and was left, before an execution
// that begins at the entry comes to b for the first time: whether every path to
// b goes through a. It is false for a widget and itself, and for a b that the
// entry does not lead to.
func (e *Entry) HasRun(a, b *Widget) bool {
	return a != b && e.Reaches(b) && e.dominatorTree().has(a.Index, b.Index)
}

// dominators is the dominator tree of an entry as intervals: the widget a
// dominates those from begin[a] up to, not including, end[a]. Widgets that the
// entry does not lead to have empty intervals.
type dominators struct{ begin, end []int32 }

func (d *dominators) has(a, b int) bool {
	return d.begin[a] <= d.begin[b] && d.begin[b] < d.end[a]
}

func (e *Entry) dominatorTree() *dominators {
	return e.dominators.get(func() *dominators {
		var (
			g     = e.flow.graph()
			start = int32(e.Start.Index)
			only  []int32
		)
		for _, t := range e.Transitions {
			only = append(only, int32(t.Meant.Index))
		}
		return dominate(len(e.flow.Widgets), start, func(node int32) []int32 {
			if only != nil && node == start {
				return only
			}
			from, to := g.out(int(node))
			return g.to[from:to]
		})
	})
}

// dominate is the algorithm of Lengauer and Tarjan in its simple form, without
// recursion: O(m log n).
func dominate(nodes int, root int32, out func(int32) []int32) *dominators {
	const none = int32(-1)
	fill := func(n int) []int32 {
		s := make([]int32, n)
		for i := range s {
			s[i] = none
		}
		return s
	}

	// From here on nodes are known by the order in which a walk into the depth
	// finds them, so that those on the way to a node are smaller.
	var (
		order  = fill(nodes) // of a node
		node   []int32       // the reverse
		parent []int32
		edges  [][2]int32 // from an order to a node
	)
	type frame struct {
		at   int32
		next int
	}
	found := func(v, from int32) {
		order[v] = int32(len(node))
		node = append(node, v)
		parent = append(parent, from)
	}
	found(root, none)
	for stack := []frame{{0, 0}}; len(stack) > 0; {
		top := &stack[len(stack)-1]
		next := out(node[top.at])
		if top.next == len(next) {
			stack = stack[:len(stack)-1]
			continue
		}
		v := next[top.next]
		top.next++
		edges = append(edges, [2]int32{top.at, v})
		if order[v] == none {
			found(v, top.at)
			stack = append(stack, frame{order[v], 0})
		}
	}

	n := len(node)
	into := make([]int32, n+1) // where the edges into a node begin in from
	for _, edge := range edges {
		into[order[edge[1]]+1]++
	}
	for i := range n {
		into[i+1] += into[i]
	}
	from := make([]int32, len(edges))
	place := slices.Clone(into)
	for _, edge := range edges {
		to := order[edge[1]]
		from[place[to]] = edge[0]
		place[to]++
	}

	var (
		semi      = make([]int32, n)
		label     = make([]int32, n) // of those on the way up to the root of the forest, the one with the least semi
		ancestor  = fill(n)          // in the forest
		idom      = make([]int32, n)
		bucket    = fill(n) // the first of those whose semi this is
		following = fill(n) // the next in the same bucket
		way       []int32
	)
	for i := range int32(n) {
		semi[i], label[i] = i, i
	}
	eval := func(v int32) int32 {
		if ancestor[v] == none {
			return v
		}
		way = way[:0]
		for u := v; ancestor[ancestor[u]] != none; u = ancestor[u] {
			way = append(way, u)
		}
		for i := len(way) - 1; i >= 0; i-- {
			u := way[i]
			up := ancestor[u]
			if semi[label[up]] < semi[label[u]] {
				label[u] = label[up]
			}
			ancestor[u] = ancestor[up]
		}
		return label[v]
	}
	for w := int32(n) - 1; w > 0; w-- {
		for _, v := range from[into[w]:into[w+1]] {
			semi[w] = min(semi[w], semi[eval(v)])
		}
		following[w] = bucket[semi[w]]
		bucket[semi[w]] = w
		ancestor[w] = parent[w]
		for v := bucket[parent[w]]; v != none; v = following[v] {
			if u := eval(v); semi[u] < semi[v] {
				idom[v] = u
			} else {
				idom[v] = parent[w]
			}
		}
		bucket[parent[w]] = none
	}
	size := make([]int32, n)
	for w := 1; w < n; w++ {
		if idom[w] != semi[w] {
			idom[w] = idom[idom[w]]
		}
	}
	for w := n - 1; w >= 0; w-- {
		size[w]++
		if w > 0 {
			size[idom[w]] += size[w]
		}
	}

	d := &dominators{make([]int32, nodes), make([]int32, nodes)}
	for i := range d.begin {
		d.begin[i] = none
		d.end[i] = none
	}
	free := make([]int32, n) // where the next child's interval begins
	for w := range n {
		begin := int32(0)
		if w > 0 {
			begin = free[idom[w]]
			free[idom[w]] += size[w]
		}
		free[w] = begin + 1
		d.begin[node[w]], d.end[node[w]] = begin, begin+size[w]
	}
	return d
}
