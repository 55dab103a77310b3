package values

import (
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// A cell is a path that some template reads and an execution can change: a variable,
// an output of a widget, or what the execution began with. Its definitions have numbers
// that follow each other.
type cell struct {
	kind   cellKind
	key    string       // of a variable; else the first name below the widget
	widget *flow.Widget // whose output it is
	ref    flow.Ref     // one that reads it

	first, end int // its definitions
	start      int // the one for an execution in which nothing has set it
	given      int // the first of those for what the trigger brings
	any        int // the first of those for whatever a widget may set
}

// mayChange reports whether what began the execution goes on: replies over a conversation
// come where the first message of it stood.
func (c *cell) mayChange() bool { return c.kind == begun && c.ref.Name(1) == "conversation" }

type cellKind uint8

const (
	variable cellKind = iota // flow.variables.KEY
	copied                   // widgets.NAME.KEY of a widget that sets variables
	output                   // widgets.NAME.KEY and what stands below it
	begun                    // trigger.NAME…, flow.data.NAME
)

// cells are the paths of a flow, each once however it is written.
type cells struct {
	flow  *flow.Flow
	list  []cell
	byKey map[string]int // the path as it is written in one way
	known map[string]int // as a template writes it; -1: none
}

func cellsOf(f *flow.Flow) *cells {
	n := len(f.Refs()) / 2
	c := &cells{flow: f, byKey: make(map[string]int, n), known: make(map[string]int, n)}
	c.list = make([]cell, 0, n)
	for _, r := range f.Refs() {
		written := r.In(r.Text)
		if r.Broken {
			continue
		}
		if _, ok := c.known[written]; !ok {
			c.known[written] = c.add(r)
		}
	}
	return c
}

// of returns the number of what a reference reads, -1 when nothing is known of it.
func (c *cells) of(r flow.Ref) int {
	if i, ok := c.known[r.In(r.Text)]; ok && r.Local < 0 && !r.Literal && !r.Broken {
		return i
	}
	return -1
}

func (c *cells) add(r flow.Ref) int {
	made, ok := c.cell(r)
	if !ok {
		return -1
	}
	var key string
	switch made.kind {
	case variable:
		key = "flow.variables." + made.key
	case copied:
		key = "widgets." + made.widget.Name + "." + made.key
	default:
		key = r.Reference.String()
	}
	if i, ok := c.byKey[key]; ok {
		return i
	}
	c.byKey[key] = len(c.list)
	c.list = append(c.list, made)
	return len(c.list) - 1
}

// cell tells what a reference reads, and whether anything can be known of it.
func (c *cells) cell(r flow.Ref) (made cell, ok bool) {
	made.ref = r
	for _, s := range r.Segments {
		if s.Kind == liquid.DynamicSegment || s.Kind == liquid.PlaceholderSegment {
			return made, false
		}
	}
	switch r.Root() {
	case "flow", "trigger":
		if key, ok := r.Variable(); ok {
			made.kind, made.key = variable, key
			return made, key != "" && len(r.Segments) == flow.ValueDepth
		}
		made.kind = begun
		return made, len(reads.FilledBy(*r.Reference)) > 0
	case "widgets":
		made.widget, made.kind, made.key = reads.Widget(c.flow, r), output, r.Name(2)
		if made.widget == nil || made.key == "" {
			return made, false
		}
		if made.widget.Facts.Outputs.From == schemas.FromVariables {
			made.kind = copied
			return made, len(r.Segments) == flow.ValueDepth
		}
		return made, made.widget.Facts.Known()
	}
	return made, false
}
