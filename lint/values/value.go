package values

import (
	"slices"
	"sync"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/project"
	"studiolint/lint/reads"
)

// A Value is what a path can hold when a widget reads it, whichever way an execution
// came there. The zero Value says that nothing is known.
type Value struct {
	// Known says that what follows is all that can be there.
	Known bool

	// Unset says that some way leads here on which nothing sets the path, or only what
	// stores nothing on the event by which it is left; Cleared, that something sets it to
	// an empty text, or that a split has let only that through.
	Unset, Cleared bool

	// Text says that it can hold a text that the flow does not fix: an answer, an
	// output, what Liquid prints.
	Text bool

	// Raw says that no split has let only certain texts through, so that it can hold
	// whatever a person writes.
	Raw bool

	// Constants are the texts of the flow itself that it can hold, each once, as they
	// are written.
	Constants []string

	// Writes are the items of Set Variables whose value may be there, in document order.
	Writes []*flow.Write
}

// MayBeBlank reports whether a way leaves the path without a value.
func (v Value) MayBeBlank() bool { return v.Unset || v.Cleared }

// MustBeBlank reports whether it has no value, whichever way is taken.
func (v Value) MustBeBlank() bool { return v.Known && !v.Text && len(v.Constants) == 0 }

// Held tells what the paths hold that the templates of a document read. It is worked
// out for one trigger event after the other, by carrying what sets a path forward
// through the flow until something else sets it; a branch of a split takes away with
// what it is not taken.
//
// Nothing is known of what cannot be read: paths with a name that is made at run time,
// variables after a key of Liquid, those of a subflow, the outputs of unknown widgets. From a
// widget of which it is not known where it leads an execution may come anywhere.
var Held = lint.NewFact(func(d *project.Document) *Holding { return &Holding{document: d} })

// Holding is what the paths of a document hold. It is safe for several goroutines.
type Holding struct {
	document  *project.Document
	onceSteps sync.Once
	steps     *steps
	once      sync.Once
	reaches   []*reach

	onceStarts sync.Once
	starts     []Start // by entry

	mu       sync.Mutex
	searches int
	trails   map[*flow.Paths]*trail
	events   map[*flow.Widget]map[string]bool // see meant
}

// getSteps returns what the transitions of the flow do.
func (h *Holding) getSteps() *steps {
	h.onceSteps.Do(func() { h.steps = stepsOf(definitionsOf(h.document)) })
	return h.steps
}

// get returns what reaches the widgets, by entry.
func (h *Holding) get() []*reach {
	h.once.Do(func() {
		s := h.getSteps()
		for _, e := range h.document.Flow.Entries() {
			h.reaches = append(h.reaches, s.reachOf(e))
		}
	})
	return h.reaches
}

// At returns what a path holds where a template reads it.
func (h *Holding) At(r flow.Ref) Value { return h.Before(r.Widget, r) }

// Before returns what a path holds when an execution comes to a widget.
func (h *Holding) Before(w *flow.Widget, r flow.Ref) Value {
	reaches := h.get()
	cell := h.steps.of(r)
	if cell < 0 || h.setsItself(w, cell) {
		return Value{}
	}
	var (
		v Value
		c = &h.steps.cells.list[cell]
	)
	for _, reach := range reaches {
		if !reach.known {
			return Value{}
		}
		in := reach.in[w.Index]
		if in == nil {
			continue
		}
		v.Known = true
		if in.any(c.any, c.any+3) {
			return Value{}
		}
		in.each(c.first, c.end, func(i int) { h.steps.list[i].into(&v) })
	}
	if v.MustBeBlank() && !v.MayBeBlank() {
		v.Cleared = true // a text, of which a split has let only the blank one through
	}
	slices.SortFunc(v.Writes, func(a, b *flow.Write) int { return a.Key.Order() - b.Key.Order() })
	return v
}

// setsItself reports whether a widget sets a variable that it reads: which of its items
// is looked at first is not known.
func (h *Holding) setsItself(w *flow.Widget, cell int) bool {
	c := &h.steps.cells.list[cell]
	return (c.kind == variable || c.kind == copied) && slices.ContainsFunc(h.steps.writes[w.Index], func(e write) bool { return e.cell == cell })
}

// into adds what a definition leaves to a value.
func (d *definition) into(v *Value) {
	switch d.what {
	case filled:
		v.Text, v.Raw = true, true
	case checked:
		v.Text = true
	case constant:
		if text := d.write.Value.Text(); !slices.Contains(v.Constants, text) {
			v.Constants = append(v.Constants, text)
		}
	case blank:
		if d.write == nil {
			v.Unset = true
		} else {
			v.Cleared = true
		}
	}
	if d.write != nil && !slices.Contains(v.Writes, d.write) {
		v.Writes = append(v.Writes, d.write)
	}
}

// maxSources is from how many places a text is followed back.
const maxSources = 50

// Sources returns the outputs from which what a reference reads has come through Set
// Variables, however often it was copied: of each item that may have set it what the
// item prints, if it keeps it as the caller wants it, and if it has not been checked. There are none for what is no
// variable, and of which nothing is known.
func (h *Holding) Sources(r flow.Ref, keeps func([]liquid.Filter) bool) []flow.Ref {
	var found []flow.Ref
	seen := map[*flow.Write]bool{}
	from := []flow.Ref{r}
	for len(from) > 0 && len(seen) < maxSources {
		r, from = from[0], from[1:]
		for _, write := range h.At(r).Writes {
			t := h.document.Flow.TemplateAt(write.Value)
			if t == nil || seen[write] {
				continue
			}
			seen[write] = true
			for _, source := range t.Refs() {
				filters, ok := reads.Printed(source)
				if !ok {
					filters, ok = reads.Joined(source)
				}
				if !ok || !keeps(filters) || h.Checked(source) {
					continue
				}
				if _, ok := reads.VariableOf(h.document.Flow, source); ok {
					from = append(from, source)
				} else {
					found = append(found, source)
				}
			}
		}
	}
	return found
}

// Checked reports whether splits have let only certain texts through to a reference.
func (h *Holding) Checked(r flow.Ref) bool {
	v := h.At(r)
	return v.Known && !v.Raw
}
