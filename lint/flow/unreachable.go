package flow

// A Cluster is a group of widgets that no execution comes to and that hang
// together.
type Cluster struct {
	Widgets []*Widget // in document order

	// Entrances are the widgets that make the rest reachable once something
	// leads to them, in document order: those with no way in from the others,
	// and of widgets that lead to each other in a circle the first.
	Entrances []*Widget
}

// UnreachableClusters returns the widgets that no execution comes to, in clusters, in
// document order of their first widgets.
func (f *Flow) UnreachableClusters() []Cluster {
	return f.analysis.unreachable.get(func() []Cluster {
		// Union-find with halved paths: the root of a group is its first widget.
		group := make([]int32, len(f.Widgets))
		for i := range group {
			group[i] = int32(i)
		}
		find := func(i int32) int32 {
			for group[i] != i {
				group[i] = group[group[i]]
				i = group[i]
			}
			return i
		}
		left := func(w *Widget) bool { return !f.comes(w) }
		for _, w := range f.Widgets {
			for _, t := range w.In {
				if left(w) && left(t.From) {
					a, b := find(int32(w.Index)), find(int32(t.From.Index))
					group[max(a, b)] = min(a, b)
				}
			}
		}

		circle, _ := f.components(func(t *Transition) bool { return left(t.From) })
		entered := make([]bool, len(f.Widgets)) // by number of the circle
		for _, w := range f.Widgets {
			for _, t := range w.In {
				if left(t.From) && circle[t.From.Index] != circle[w.Index] {
					entered[circle[w.Index]] = true
				}
			}
		}
		var clusters []Cluster
		at := make(map[int32]int)
		for _, w := range f.Widgets {
			if !left(w) {
				continue
			}
			root := find(int32(w.Index))
			i, ok := at[root]
			if !ok {
				i = len(clusters)
				at[root] = i
				clusters = append(clusters, Cluster{})
			}
			c := &clusters[i]
			c.Widgets = append(c.Widgets, w)
			if number := circle[w.Index]; !entered[number] {
				entered[number] = true // of a circle, the first alone
				c.Entrances = append(c.Entrances, w)
			}
		}
		return clusters
	})
}
