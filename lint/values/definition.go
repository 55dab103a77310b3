package values

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/split"
)

// A definition is one way in which a path gets its value.
type definition struct {
	cell  int
	what  what
	text  string      // of a constant, as Studio compares it
	write *flow.Write // the item of Set Variables; nil for what else sets it
}

// What is known of the text that a definition leaves.
type what uint8

const (
	blank    what = iota // certainly nothing
	constant             // a text that the flow itself holds
	filled               // some text that is not blank
	empty                // the same definition, when the text is blank after all
	checked              // the same, when a split has let only certain texts through
)

// definitions lists the definitions of all paths that are read, path by path, and
// which of them each widget makes.
type definitions struct {
	*cells
	document *project.Document
	list     []definition
	writes   [][]write // by widget
	made     []int     // room for what writes make
	opens    []open    // by widget
}

// A write is what leaving a widget does to a path.
type write struct {
	cell      int
	makes     []int // definitions
	keeps     bool  // what was there before may stay
	storage   effects.Storage
	otherwise bool // on the events on which the widget does not store it
}

func definitionsOf(d *project.Document) *definitions {
	ds := &definitions{cells: cellsOf(d.Flow), document: d, writes: make([][]write, len(d.Flow.Widgets))}
	ds.list = make([]definition, 0, 8*len(ds.cells.list))
	ds.made = make([]int, 0, 4*len(ds.cells.list))
	ds.opens = ds.openings()
	opaque := ds.opaque()
	never := ds.text(-1, nil) // what no path holds
	for i := range ds.cells.list {
		c := &ds.cells.list[i]
		c.first = len(ds.list)
		c.start = ds.add(definition{cell: i, what: blank})
		c.given, c.any = never, never
		if c.kind == begun {
			c.given = ds.text(i, nil)
		}
		if c.kind == begun || opaque {
			c.any = ds.text(i, nil)
		}
		switch c.kind {
		case variable:
			ds.variable(i, c.key, nil)
		case copied:
			ds.variable(i, c.key, c.widget)
			if !shape.Sets.Of(d)[c.widget.Index].All {
				ds.writes[c.widget.Index] = append(ds.writes[c.widget.Index], write{cell: i, makes: ds.both(c.any), keeps: true})
			}
		case output:
			ds.output(i, c)
		}
		c.end = len(ds.list)
	}
	return ds
}

func (ds *definitions) add(d definition) int {
	ds.list = append(ds.list, d)
	return len(ds.list) - 1
}

// text adds a definition of a text of which nothing is known: one when it is filled, one
// when it is blank, and one when it has been checked.
func (ds *definitions) text(cell int, by *flow.Write) int {
	first := ds.add(definition{cell: cell, what: filled, write: by})
	ds.add(definition{cell: cell, what: empty, write: by})
	ds.add(definition{cell: cell, what: checked, write: by})
	return first
}

// both are the definitions of a text that has not been checked.
func (ds *definitions) both(first int) []int { return ds.these(first, first+1) }

// these are some definitions.
func (ds *definitions) these(numbers ...int) []int {
	from := len(ds.made)
	ds.made = append(ds.made, numbers...)
	return ds.made[from:len(ds.made):len(ds.made)]
}

// variable adds what Set Variables writes under a key: of one widget, or of all.
func (ds *definitions) variable(cell int, key string, only *flow.Widget) {
	v := ds.flow.Variable(key)
	if v == nil {
		return
	}
	for i := range v.Writes {
		by := &v.Writes[i]
		if only != nil && by.Widget != only {
			continue
		}
		var makes []int
		switch text, literal := shape.Literal(ds.document, by.Value); {
		case !by.Value.Exists() || literal && strings.TrimSpace(text) == "":
			makes = ds.these(ds.add(definition{cell: cell, what: blank, write: by}))
		case literal:
			makes = ds.these(ds.add(definition{cell: cell, what: constant, text: split.Normal(text), write: by}))
		default:
			makes = ds.both(ds.text(cell, by))
		}
		list := ds.writes[by.Widget.Index]
		if n := len(list); n > 0 && list[n-1].cell == cell { // the key stands twice in one widget
			list[n-1].makes = append(list[n-1].makes, makes...)
			continue
		}
		ds.writes[by.Widget.Index] = append(list, write{cell: cell, makes: makes})
	}
}

// output adds what a widget stores when it is left, by event as the catalogue knows
// it. Of an event on which it stores nothing it is not known whether what it had stored
// before stays.
func (ds *definitions) output(i int, c *cell) {
	w := c.widget
	storage := effects.StorageOf(w, c.key)
	ds.writes[w.Index] = append(ds.writes[w.Index], write{cell: i, makes: ds.both(ds.text(i, nil)), storage: storage})
	if !storage.Always() {
		none := write{cell: i, makes: ds.these(ds.add(definition{cell: i, what: blank})), keeps: true, storage: storage, otherwise: true}
		ds.writes[w.Index] = append(ds.writes[w.Index], none)
	}
}

// opaque reports whether some path may hold what the file says nothing of: because a
// widget may set it, or because of how an execution begins.
func (ds *definitions) opaque() bool {
	return slices.ContainsFunc(ds.opens, func(o open) bool { return o != closed }) ||
		slices.ContainsFunc(ds.flow.Entries(), func(e *flow.Entry) bool { return !knownStart(e) })
}

// knownStart reports whether it is known what holds where an execution begins.
func knownStart(e *flow.Entry) bool {
	return e.Start.Facts.Starts && e.Facts.Known() && e.Event != flow.ParentEvent
}

// open says which variables a widget may set of which the file says nothing.
type open uint8

const (
	closed  open = iota
	foreign      // those that the flow itself never sets: a subflow has variables of its own
	all          // any: a key that holds Liquid or is filled in later, a type that is not known
)

// openings tells, by the index of a widget, what it may set of which the file says nothing.
func (ds *definitions) openings() []open {
	sets := shape.Sets.Of(ds.document)
	list := make([]open, len(ds.flow.Widgets))
	for _, w := range ds.flow.Widgets {
		switch {
		case !w.Facts.Known() || !sets[w.Index].All:
			list[w.Index] = all
		case w.Facts.Subflow != nil:
			list[w.Index] = foreign
		}
	}
	return list
}

// on reports whether a write happens on an event.
func (w *write) on(t *flow.Transition) bool {
	return w.storage.Always() || !t.Facts.Known() || w.storage.On(t.Raised()) != w.otherwise
}

// started returns the definitions that hold where an execution begins at an entry.
func (ds *definitions) started(e *flow.Entry) []int {
	known := knownStart(e)
	var all []int
	for i := range ds.cells.list {
		c := &ds.cells.list[i]
		switch {
		case c.kind == begun && known && slices.Contains(reads.FilledBy(*c.ref.Reference), e.Event):
			all = append(all, c.given, c.given+1)
		case !known, c.mayChange():
			all = append(all, c.any, c.any+1)
		default:
			all = append(all, c.start)
		}
	}
	return all
}

// leaves returns the one definition of its path that there is after a write; false when
// there may be several.
func (w *write) leaves() (int, bool) { return w.makes[0], len(w.makes) == 1 && !w.keeps }

// holds tells whether a comparison holds for what a definition leaves.
func (d *definition) holds(c split.Comparison) split.Answer {
	switch d.what {
	case blank, empty:
		return c.HoldsForBlank()
	case constant:
		return c.Holds(d.text)
	}
	switch c.Operator() {
	case split.IsBlank:
		return split.No
	case split.IsNotBlank:
		return split.Yes
	}
	return split.Unsure
}

// KeepText reports whether a comparison of a split finds after some filters what it finds
// without them: Studio ignores case and outer spaces.
func KeepText(filters []liquid.Filter) bool { return reads.KeepText(filters) }

// tested returns the number of the path that a condition tests as it stands, -1 when
// it tests something else.
func (ds *definitions) tested(c flow.Condition) int {
	r, ok := reads.OnlyRead(ds.flow, c)
	if !ok {
		return -1
	}
	filters, ok := reads.Printed(r)
	if !ok || !KeepText(filters) {
		return -1
	}
	return ds.of(r)
}
