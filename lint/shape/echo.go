package shape

import (
	"studiolint/lint"
	"studiolint/lint/project"
	"studiolint/lint/source"
)

// Echoes are the strings of a flow that say nothing of their own: types and events that the
// catalogue knows, and the names by which transitions lead to widgets. Who looks for what may
// stand in any string, and found nothing in the others, need not look at them.
var Echoes = lint.NewFact(func(d *project.Document) *Echo {
	e := &Echo{}
	if d.Flow == nil {
		return e
	}
	e.file, e.first = d.Definition.File(), d.Definition.Order()
	last := e.first
	for _, w := range d.Flow.Widgets {
		last = max(last, w.TypeNode.Order())
		for _, t := range w.Transitions {
			last = max(last, t.EventNode.Order(), t.NextNode.Order())
		}
	}
	e.bits = make([]uint64, (last-e.first)/64+1)
	for _, w := range d.Flow.Widgets {
		known := w.Facts.Known() && !w.Facts.Declared
		e.add(w.TypeNode, "type", known)
		for _, t := range w.Transitions {
			e.add(t.EventNode, "event", known && t.Facts.Known())
			e.add(t.NextNode, "next", t.To != nil)
		}
	}
	return e
})

// An Echo is a set of strings.
type Echo struct {
	file  *source.File
	first int // where the definition stands among the nodes
	bits  []uint64
}

func (e *Echo) add(n source.Node, key string, is bool) {
	if is && n.Key() == key {
		at := n.Order() - e.first
		e.bits[at/64] |= 1 << (at % 64)
	}
}

// Has reports whether a string is one of the set.
func (e *Echo) Has(n source.Node) bool {
	at := n.Order() - e.first
	return n.File() == e.file && at >= 0 && at/64 < len(e.bits) && e.bits[at/64]>>(at%64)&1 != 0
}
