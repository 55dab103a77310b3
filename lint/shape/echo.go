package shape

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// Echoes are the strings of a flow that say nothing of their own: types and events that the
// catalogue knows, properties that say what it names itself, and the names by which
// transitions lead to widgets. Who looks for what may
// stand in any string, and found nothing in the others, need not look at them.
var Echoes = lint.NewFact(func(d *project.Document) *Echo {
	e := &Echo{}
	if d.Flow == nil {
		return e
	}
	e.file, e.first = d.Definition.File(), d.Definition.Order()
	e.bits = make([]uint64, d.Definition.Size()/64+1)
	for _, w := range d.Flow.Widgets {
		known := w.Facts.Known() && !w.Facts.Declared
		e.add(w.TypeNode, "type", known)
		for n := range w.Properties.Children() {
			if f := w.FactsOf(n); f != nil && !f.Secret && n.IsString() && names(f, n.Text()) {
				e.set(n)
			}
		}
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
		e.set(n)
	}
}

func (e *Echo) set(n source.Node) {
	at := n.Order() - e.first
	e.bits[at/64] |= 1 << (at % 64)
}

// names reports whether the catalogue itself names what a property says.
func names(f *schemas.Property, text string) bool {
	return text == f.Default || slices.Contains(f.Values, text)
}

// Has reports whether a string is one of the set.
func (e *Echo) Has(n source.Node) bool {
	at := n.Order() - e.first
	return n.File() == e.file && at >= 0 && at/64 < len(e.bits) && e.bits[at/64]>>(at%64)&1 != 0
}
