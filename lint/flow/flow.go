// Package flow is one Studio flow as a graph: widgets, transitions, and what can
// be said of the ways through them.
//
// New is total, and reads what was meant: a member whose name is misspelt counts
// as the one it stands for (see meant.go), and so do a type (kind.go), an event (event.go) and
// an operator (condition.go). What has the wrong type is left out, and the rules about shape
// report it; so the rules about the graph work on a flow that is half broken,
// and a person sees everything at once.
package flow

import (
	"iter"
	"slices"

	"studiolint/lint/engine"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// A Flow is one definition.
type Flow struct {
	Definition source.Node // the object that holds states
	States     source.Node // the array; absent when there is none
	Initial    source.Node // the value of initial_state; absent when it is no string

	Widgets []*Widget // in document order

	Catalogue schemas.Catalogue // what was known of widget types

	// Legacy says that it is an export of the first Studio editor. It is read as what it is today.
	Legacy bool

	// Filled is the file as what fills it in sees it; nil when nothing does that
	// touches Liquid.
	Filled *engine.File

	byName   map[string]*Widget
	room     *room // its own, until it is released
	analysis analysis
}

// New reads a definition. It accepts any node. The catalogue tells what is known of
// widget types; schemas.Catalogue{} is that of the program.
func New(definition source.Node, catalogue schemas.Catalogue) *Flow {
	return read(definition, catalogue, false)
}

func read(definition source.Node, catalogue schemas.Catalogue, legacy bool) *Flow {
	f := &Flow{Definition: definition, Catalogue: catalogue, Legacy: legacy, room: newRoom()}
	if n := definition.Get("states"); n.IsArray() {
		f.States = n
	}
	if n := definition.Get("initial_state"); n.IsString() {
		f.Initial = n
	}
	widgets := roomFor(&f.room.widgets, f.States.Len())
	f.Widgets = make([]*Widget, 0, f.States.Len())
	f.byName = make(map[string]*Widget, f.States.Len())
	many := countTransitions(f.States)
	all := transitions{roomFor(&f.room.transitions, many), roomFor(&f.room.lists, many)}
	properties := make([]*schemas.Property, 0, usual*len(widgets))
	for _, state := range f.States.Elements() {
		if !state.IsObject() {
			continue
		}
		w := &widgets[len(f.Widgets)]
		w.read(state, &all)
		if legacy {
			w.update()
		}
		w.Facts = catalogue.Widget(w.Type)
		w.Index = len(f.Widgets)
		f.Widgets = append(f.Widgets, w)
		if _, taken := f.byName[w.Name]; !taken && w.Name != "" {
			f.byName[w.Name] = w
		}
	}
	if legacy {
		f.nameBySIDs()
	}
	f.guessTypes()
	for _, w := range f.Widgets {
		properties = w.resolve(properties)
	}
	f.connect()
	return f
}

// usual is how many properties a widget has, or fewer.
const usual = 8

// countTransitions returns how many transitions the states have, if nothing is misspelt.
func countTransitions(states source.Node) (n int) {
	for state := range states.Children() {
		n += state.Get("transitions").Len()
	}
	return n
}

// connect finds where the transitions lead: first those that name a widget, then
// what the others were most likely meant to.
func (f *Flow) connect() {
	led := make([]bool, len(f.Widgets))
	for t := range f.Transitions() {
		if t.To = f.byName[t.Next]; t.To != nil {
			led[t.To.Index] = true
			continue
		}
		if t.NextNode.Key() != "next" {
			t.Next, t.NextNode = "", source.Node{} // it was not meant as next
		}
	}
	guess := f.guesser(led)
	for t := range f.Transitions() {
		t.Meant, t.ends = t.To, t.Next == "" && t.leadsNowhere()
		if t.Dangling() {
			t.Meant = guess(t.Next)
		}
	}
	f.guessRenamed()
	f.collectIn()
	f.endLeaves()
}

// collectIn lists what leads to each widget. Each has its part of one list.
func (f *Flow) collectIn() {
	count := make([]int, len(f.Widgets))
	all := 0
	for t := range f.Transitions() {
		if t.Meant != nil {
			count[t.Meant.Index]++
			all++
		}
	}
	room := make([]*Transition, all)
	for i, n := range count {
		f.Widgets[i].In, room = room[:0:n], room[n:]
	}
	for t := range f.Transitions() {
		if t.Meant != nil {
			t.Meant.In = append(t.Meant.In, t)
		}
	}
}

// Widget returns the first widget of that name, nil when there is none.
func (f *Flow) Widget(name string) *Widget { return f.byName[name] }

// Names returns the widgets' names in document order, each once.
func (f *Flow) Names() []string {
	names := make([]string, 0, len(f.byName))
	for _, w := range f.Widgets {
		if f.byName[w.Name] == w {
			names = append(names, w.Name)
		}
	}
	return names
}

// Start returns the widget where an execution begins: the one that initial_state
// names, or else the first trigger. It is nil when there is neither.
func (f *Flow) Start() *Widget {
	if w := f.byName[f.Initial.Text()]; w != nil {
		return w
	}
	return f.Trigger()
}

// Begin returns the widget where executions were meant to begin: the trigger, if it leads
// anywhere, also where initial_state names another widget; else Start.
func (f *Flow) Begin() *Widget {
	start := f.Start()
	if start == nil || start.Facts.Starts {
		return start
	}
	if t := f.Trigger(); t != nil && slices.ContainsFunc(t.Transitions, func(t *Transition) bool { return t.Meant != nil }) {
		return t
	}
	return start
}

// Trigger returns the first widget where executions begin, nil when there is none.
func (f *Flow) Trigger() *Widget {
	for _, w := range f.Widgets {
		if w.Facts.Starts {
			return w
		}
	}
	return nil
}

// Transitions yields every transition of every widget in document order.
func (f *Flow) Transitions() iter.Seq[*Transition] {
	return func(yield func(*Transition) bool) {
		for _, w := range f.Widgets {
			for _, t := range w.Transitions {
				if !yield(t) {
					return
				}
			}
		}
	}
}

// WidgetAt returns the widget whose state holds the node, nil when none does.
func (f *Flow) WidgetAt(n source.Node) *Widget {
	for ; n.Exists(); n = n.Parent() {
		if n.Parent() == f.States {
			if i := n.Index(); i >= 0 && i < len(f.Widgets) && f.Widgets[i].Node == n {
				return f.Widgets[i]
			}
			i, found := slices.BinarySearchFunc(f.Widgets, n.Order(), func(w *Widget, order int) int {
				return w.Node.Order() - order
			})
			if found {
				return f.Widgets[i]
			}
			return nil
		}
	}
	return nil
}
