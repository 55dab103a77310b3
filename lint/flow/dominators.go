package flow

import "slices"

// HasRun reports whether a has certainly run, and was left, before an execution
// that begins at the entry comes to b for the first time: whether every path to
// b goes through a. It is false for a widget and itself, and for a b that the
// entry does not lead to.
func (e *Entry) HasRun(a, b *Widget) bool {
	return a != b && e.Reaches(b) && e.dominatorTree().has(a.Index, b.Index)
}

// HasRun reports whether a has certainly run, and was left, when an execution comes to b for the first time, however it
// began. It is false where none comes to b.
func (f *Flow) HasRun(a, b *Widget) bool {
	reached := false
	for _, e := range f.Entries() {
		if e.Reaches(b) {
			if reached = true; !e.HasRun(a, b) {
				return false
			}
		}
	}
	return reached
}

// ReachedWithout reports whether some way leads to a widget past another one, however the
// execution began: whether that has not certainly run by then.
func (f *Flow) ReachedWithout(w, other *Widget) bool {
	return slices.ContainsFunc(f.Entries(), func(e *Entry) bool { return e.Reaches(w) && !e.HasRun(other, w) })
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
// recursion: O(m log n). (The shorter one of Cooper, Harvey and Kennedy goes over a
// long way again for each widget at its end, n² in a flow made for it.)
func dominate(nodes int, root int32, out func(int32) []int32) *dominators {
	w := walkInDepth(nodes, root, out)
	return w.intervals(w.immediate())
}

// none stands for no node.
const none = int32(-1)

func filled(n int, with int32) []int32 {
	s := make([]int32, n)
	for i := range s {
		s[i] = with
	}
	return s
}

// A depthWalk numbers the nodes by the order in which a walk into the depth finds
// them, so that those on the way to a node are smaller.
type depthWalk struct {
	order  []int32 // of a node; none for one that is not found
	node   []int32 // the reverse
	parent []int32 // by order, like all that follows
	edges  [][2]int32
}

func (d *depthWalk) found(node, from int32) {
	d.order[node] = int32(len(d.node))
	d.node = append(d.node, node)
	d.parent = append(d.parent, from)
}

func walkInDepth(nodes int, root int32, out func(int32) []int32) *depthWalk {
	room := make([]int32, 2*nodes)
	d := &depthWalk{order: filled(nodes, none), node: room[:0:nodes], parent: room[nodes:nodes], edges: make([][2]int32, 0, 2*nodes)}
	type frame struct {
		at   int32
		next int
	}
	d.found(root, none)
	for stack := append(make([]frame, 0, 16), frame{0, 0}); len(stack) > 0; {
		top := &stack[len(stack)-1]
		next := out(d.node[top.at])
		if top.next == len(next) {
			stack = stack[:len(stack)-1]
			continue
		}
		to := next[top.next]
		top.next++
		known := d.order[to] != none
		if !known {
			d.found(to, top.at)
		}
		d.edges = append(d.edges, [2]int32{top.at, d.order[to]})
		if !known {
			stack = append(stack, frame{d.order[to], 0})
		}
	}
	return d
}

// into lists from where the edges into each node come: those of node i are from[at[i]:at[i+1]].
func (d *depthWalk) into() (at, from []int32) {
	at = make([]int32, len(d.node)+1)
	for _, edge := range d.edges {
		at[edge[1]+1]++
	}
	for i := range d.node {
		at[i+1] += at[i]
	}
	from = make([]int32, len(d.edges))
	place := slices.Clone(at)
	for _, edge := range d.edges {
		from[place[edge[1]]] = edge[0]
		place[edge[1]]++
	}
	return at, from
}

// immediate returns the immediate dominator of each node; that of the root, 0, is 0.
func (d *depthWalk) immediate() []int32 {
	n := int32(len(d.node))
	var (
		at, from  = d.into()
		f         = newForest(n)
		idom      = make([]int32, n)
		bucket    = filled(int(n), none) // the first of those whose semidominator this is
		following = filled(int(n), none) // the next in the same bucket
	)
	for w := n - 1; w > 0; w-- {
		for _, v := range from[at[w]:at[w+1]] {
			f.semi[w] = min(f.semi[w], f.semi[f.least(v)])
		}
		following[w] = bucket[f.semi[w]]
		bucket[f.semi[w]] = w
		parent := d.parent[w]
		f.ancestor[w] = parent
		for v := bucket[parent]; v != none; v = following[v] {
			if u := f.least(v); f.semi[u] < f.semi[v] {
				idom[v] = u
			} else {
				idom[v] = parent
			}
		}
		bucket[parent] = none
	}
	for w := int32(1); w < n; w++ {
		if idom[w] != f.semi[w] {
			idom[w] = idom[idom[w]]
		}
	}
	return idom
}

// A forest holds the nodes that immediate has seen, with shortened ways up.
type forest struct {
	semi     []int32 // semidominators
	label    []int32 // of those on the way up to the root of the tree, the one with the least semi
	ancestor []int32
	way      []int32 // of least, kept to be used again
}

func newForest(n int32) *forest {
	f := &forest{semi: make([]int32, n), label: make([]int32, n), ancestor: filled(int(n), none)}
	for i := range n {
		f.semi[i], f.label[i] = i, i
	}
	return f
}

// least returns the node with the least semidominator on the way from v up to the
// root of its tree, the root left out.
func (f *forest) least(v int32) int32 {
	if f.ancestor[v] == none {
		return v
	}
	f.way = f.way[:0]
	for u := v; f.ancestor[f.ancestor[u]] != none; u = f.ancestor[u] {
		f.way = append(f.way, u)
	}
	for _, u := range slices.Backward(f.way) {
		up := f.ancestor[u]
		if f.semi[f.label[up]] < f.semi[f.label[u]] {
			f.label[u] = f.label[up]
		}
		f.ancestor[u] = f.ancestor[up]
	}
	return f.label[v]
}

// intervals gives each node an interval within that of its immediate dominator.
func (d *depthWalk) intervals(idom []int32) *dominators {
	n := len(idom)
	size := make([]int32, n)
	for w := n - 1; w >= 0; w-- {
		size[w]++
		if w > 0 {
			size[idom[w]] += size[w]
		}
	}
	tree := &dominators{filled(len(d.order), none), filled(len(d.order), none)}
	free := make([]int32, n) // where the next child's interval begins
	for w := range n {
		begin := int32(0)
		if w > 0 {
			begin = free[idom[w]]
			free[idom[w]] += size[w]
		}
		free[w] = begin + 1
		tree.begin[d.node[w]], tree.end[d.node[w]] = begin, begin+size[w]
	}
	return tree
}
