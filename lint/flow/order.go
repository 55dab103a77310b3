package flow

import "slices"

// CanPrecede reports whether an execution can run a and later come to b; for a widget
// and itself, whether it can run twice.
//
// In a flow with more widgets than any Studio runs (maxPairs) it answers yes.
func (f *Flow) CanPrecede(a, b *Widget) bool { return f.CanPrecedeBy(a, nil, b) }

// CanPrecedeBy is like CanPrecede for leaving a by an event for which events is
// true; a nil events stands for any.
func (f *Flow) CanPrecedeBy(a *Widget, events func(event string) bool, b *Widget) bool {
	return slices.ContainsFunc(f.Entries(), func(e *Entry) bool { return e.canPrecede(a, events, b) }) ||
		f.lostWays().canPrecede(f.closure(), a, b)
}

// canPrecede is CanPrecedeBy for executions that begin at the entry.
func (e *Entry) canPrecede(a *Widget, events func(event string) bool, b *Widget) bool {
	if !e.Reaches(a) || !e.Reaches(b) {
		return false
	}
	c := e.flow.closure()
	// An execution that comes back to the trigger goes on as it began.
	leads := func(w *Widget) bool {
		return c.leads(w, b) || e.Transitions != nil && c.leads(w, e.Start)
	}
	list := a.Transitions
	if a == e.Start && e.Transitions != nil {
		list = e.Transitions
	} else if events == nil {
		return leads(a)
	}
	return slices.ContainsFunc(list, func(t *Transition) bool {
		if t.Meant == nil || events != nil && !events(t.Raised()) {
			return false
		}
		return t.Meant == b || e.Transitions != nil && t.Meant == e.Start || leads(t.Meant)
	})
}

// maxPairs is how many widgets a flow may have for questions about pairs to be
// answered exactly. Studio stops at 2,000; all the answers for so many take
// 32 MB.
const maxPairs = 1 << 14

// closure tells which widget leads to which, over any number of transitions but
// not through the trigger where the flow begins. It works on components, from 64
// of them at a time, when a pair is first asked for.
type closure struct {
	exact  bool
	of     []int32 // the component of a widget
	circle []bool  // whether a component's widgets lead to themselves
	first  []int32 // where the transitions of a component begin in to
	to     []int32 // the components that they lead to, which have lower numbers
	blocks []lazy[[]uint64]
}

func (f *Flow) closure() *closure {
	return f.analysis.closure.get(func() *closure {
		if len(f.Widgets) > maxPairs {
			return &closure{}
		}
		start := f.Begin()
		pass := func(t *Transition) bool { return t.From != start || !start.Facts.Starts }
		of, count := f.components(pass)
		c := &closure{
			exact:  true,
			of:     of,
			circle: make([]bool, count),
			first:  make([]int32, count+1),
			blocks: make([]lazy[[]uint64], (count+63)/64),
		}
		edges := func(yield func(from, to int32)) {
			for _, t := range f.graph().edges {
				if pass(t) {
					yield(of[t.From.Index], of[t.Meant.Index])
				}
			}
		}
		edges(func(from, to int32) {
			if from == to {
				c.circle[from] = true
			} else {
				c.first[from+1]++
			}
		})
		for i := range count {
			c.first[i+1] += c.first[i]
		}
		c.to = make([]int32, c.first[count])
		place := append([]int32(nil), c.first...)
		edges(func(from, to int32) {
			if from != to {
				c.to[place[from]] = to
				place[from]++
			}
		})
		return c
	})
}

// leads reports whether a leads to b.
func (c *closure) leads(a, b *Widget) bool {
	if !c.exact {
		return true
	}
	from, to := c.of[a.Index], c.of[b.Index]
	switch {
	case from == to:
		return a != b || c.circle[from]
	case from < to:
		return false
	}
	reached := c.blocks[from/64].get(func() []uint64 { return c.block(from / 64) })
	return reached[to]>>(from%64)&1 != 0
}

// block returns, for each component, from which of 64 components one comes to
// it.
func (c *closure) block(number int32) []uint64 {
	low := number * 64
	high := min(low+64, int32(len(c.circle)))
	reached := make([]uint64, high)
	for i := high - 1; i >= 0; i-- {
		if i >= low {
			reached[i] |= 1 << (i - low)
		}
		if reached[i] == 0 {
			continue
		}
		for _, to := range c.to[c.first[i]:c.first[i+1]] {
			reached[to] |= reached[i]
		}
	}
	return reached
}
