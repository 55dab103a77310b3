package project

// A circle is a set of flows that all lead back to each other.
type circle struct {
	size  int
	first *Document
}

// InCircle reports whether a call leads back to the flow that it stands in, how many
// flows lead back to each other there, and which is the first of them. Calls that no
// execution comes to, and those of which it is not known what they run, lead nowhere.
//
// The circles are found in one pass over all calls: who looked from each flow for a way
// back to it would look at every call for every flow.
func (p *Project) InCircle(c *Call) (flows int, first *Document) {
	if !leads(c) {
		return 0, nil
	}
	p.circlesOnce.Do(func() { p.circles = findCircles(p) })
	if at := p.circles[c.From]; at != nil && at == p.circles[c.Targets[0]] {
		return at.size, at.first
	}
	return 0, nil
}

func leads(c *Call) bool { return len(c.Targets) == 1 && c.From.Flow.Reachable(c.Widget) }

// A tarjan is Tarjan's algorithm for the components of a graph, without recursion: a ring
// may be long.
type tarjan struct {
	project *Project
	order   map[*Document]int // in which the flows were met, from 1
	low     map[*Document]int // the first of them that a flow leads back to
	stack   []*Document       // those whose circle is not complete
	path    []visit
	circles map[*Document]*circle
}

// A visit is a flow whose calls are being followed.
type visit struct {
	d    *Document
	next int
}

func findCircles(p *Project) map[*Document]*circle {
	t := tarjan{project: p, order: map[*Document]int{}, low: map[*Document]int{}, circles: map[*Document]*circle{}}
	for _, d := range p.Documents {
		if t.order[d] == 0 && len(p.calls[d]) > 0 {
			t.enter(d)
		}
		for len(t.path) > 0 {
			t.step()
		}
	}
	for d, c := range t.circles {
		if c.first == nil || p.Place(d) < p.Place(c.first) {
			c.first = d
		}
	}
	return t.circles
}

func (t *tarjan) enter(d *Document) {
	t.order[d] = len(t.order) + 1
	t.low[d] = t.order[d]
	t.stack = append(t.stack, d)
	t.path = append(t.path, visit{d: d})
}

// step follows the next call of the flow at the end of the path.
func (t *tarjan) step() {
	v := &t.path[len(t.path)-1]
	calls := t.project.calls[v.d]
	if v.next == len(calls) {
		t.leave(v.d)
		return
	}
	c := calls[v.next]
	v.next++
	if !leads(c) {
		return
	}
	switch target := c.Targets[0]; {
	case t.order[target] == 0:
		t.enter(target)
	case t.circles[target] == nil:
		t.low[v.d] = min(t.low[v.d], t.order[target])
	}
}

// leave ends the visit of a flow, and completes the circle that begins with it.
func (t *tarjan) leave(d *Document) {
	t.path = t.path[:len(t.path)-1]
	if len(t.path) > 0 {
		above := t.path[len(t.path)-1].d
		t.low[above] = min(t.low[above], t.low[d])
	}
	if t.low[d] != t.order[d] {
		return
	}
	c := &circle{}
	for member := (*Document)(nil); member != d; c.size++ {
		member = t.stack[len(t.stack)-1]
		t.stack = t.stack[:len(t.stack)-1]
		t.circles[member] = c
	}
}
