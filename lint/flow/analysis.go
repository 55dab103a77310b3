package flow

import "sync"

// analysis holds what is computed once, when a rule first asks for it. A flow is
// shared by the rules and, through a project, by the files of a run, so every
// part of it is safe for concurrent use.
type analysis struct {
	graph       lazy[*graph]
	entries     lazy[[]*Entry]
	reachable   lazy[[]bool]
	lost        lazy[*lostWays]
	unreachable lazy[[]Cluster]
	loops       lazy[loops]
	closure     lazy[*closure]
	templates   lazy[*templates]
	variables   lazy[*variables]
	outputs     lazy[map[string][]Ref]

	open           lazy[bool]
	whatsApp       lazy[bool]
	servesWhatsApp lazy[bool]
	stripsWhatsApp lazy[bool]
	sendsWhatsApp  lazy[bool]
	webChat        lazy[bool]
	handedOut      lazy[bool]
	subflows       lazy[bool]
	unfollowable   lazy[map[*Widget]bool]
	towards        lazy[[]bool]
	shared         lazy[map[string]bool]
}

// lazy is a value that is made when it is first asked for.
type lazy[T any] struct {
	once  sync.Once
	value T
}

func (l *lazy[T]) get(make func() T) T {
	l.once.Do(func() { l.value = make() })
	return l.value
}

// A graph is the flow as numbers: widgets are their indexes, and the transitions
// that lead to a widget stand in one list, those of a widget side by side.
//
// The algorithms on it are written here rather than taken from gonum: gonum's
// components and dominators call themselves as deep as the longest path, keep
// their state in maps, and its graphs take neither a widget that leads to itself
// nor two transitions between the same widgets.
type graph struct {
	first []int32 // where the transitions of a widget begin; one more at the end
	edges []*Transition
	from  []int32 // the widget that edges[i] leaves
	to    []int32 // the one it leads to
}

func (f *Flow) graph() *graph {
	return f.analysis.graph.get(func() *graph {
		g := &graph{first: make([]int32, len(f.Widgets)+1)}
		n := 0
		for _, w := range f.Widgets {
			n += len(w.Transitions)
		}
		g.edges, g.from, g.to = make([]*Transition, 0, n), make([]int32, 0, n), make([]int32, 0, n)
		for _, w := range f.Widgets {
			g.first[w.Index] = int32(len(g.edges))
			for _, t := range w.Transitions {
				if t.Meant != nil {
					g.edges = append(g.edges, t)
					g.from = append(g.from, int32(w.Index))
					g.to = append(g.to, int32(t.Meant.Index))
				}
			}
		}
		g.first[len(f.Widgets)] = int32(len(g.edges))
		return g
	})
}

// out returns where the transitions of a widget begin and end.
func (g *graph) out(w int) (from, to int32) { return g.first[w], g.first[w+1] }
