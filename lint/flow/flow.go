// Package flow is one Studio flow as a graph: widgets, transitions, and what can
// be said of the ways through them.
//
// New is total, and reads what was meant: a member whose name is misspelt counts
// as the one it stands for (see meant.go). What has the wrong type is left out, and the rules about shape
// report it; so the rules about the graph work on a flow that is half broken,
// and a person sees everything at once.
package flow

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode"

	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Flow is one definition.
type Flow struct {
	Definition source.Node // the object that holds states
	States     source.Node // the array; absent when there is none
	Initial    source.Node // the value of initial_state; absent when it is no string

	Widgets []*Widget // in document order

	Catalogue schemas.Catalogue // what was known of widget types

	byName   map[string]*Widget
	analysis analysis
}

// A Widget is one element of states that is an object.
type Widget struct {
	Index int         // in Flow.Widgets
	Node  source.Node // the state

	Name     string // "" when it has none
	NameNode source.Node
	Type     string // "" when it has none
	TypeNode source.Node

	// Facts is what the catalogue knows of the type; never nil: of a type that it
	// does not know it is a widget without facts (see schemas.Widget.Known).
	Facts *schemas.Widget

	Properties  source.Node // absent when it is no object
	Transitions []*Transition

	// Incomplete says that the widget may lead elsewhere too: its list of transitions is
	// missing or something else, or one of them is or has no event.
	Incomplete bool

	In []*Transition // those that were meant to lead here, in document order
}

// Label names the widget in a message: by its name, or by where it stands.
func (w *Widget) Label() string {
	if w.Name == "" {
		return fmt.Sprintf("the widget at states/%d", w.Node.Index())
	}
	return words.Quote(w.Name)
}

// A Transition is one element of a widget's transitions that is an object.
type Transition struct {
	From  *Widget
	Index int // in From.Transitions
	Node  source.Node

	Event     string // "" when it has none
	EventNode source.Node

	// Facts is what the catalogue knows of the event; never nil: see
	// schemas.Event.Known.
	Facts *schemas.Event

	// NextNode is absent when the branch ends here: no member, null or "". Then
	// Next is "".
	Next     string
	NextNode source.Node

	// To is the widget of that name, and nothing else: where an execution goes. Of
	// several of one name it is the first. It is nil when the branch ends, or when
	// no widget has the name.
	To *Widget

	// Meant is To, or, when no widget has the name Next, the widget that was most
	// likely meant, so that one slip of the pen does not make half of the flow
	// unreachable as well; nil when that cannot be told. The graph of the flow and
	// all that is asked of it follow Meant.
	Meant *Widget

	Conditions []Condition
}

// A Condition is one element of a transition's conditions that is an object.
type Condition struct {
	Node      source.Node
	Operator  string            // its type
	Facts     *schemas.Operator // what the catalogue knows of it; never nil: see schemas.Operator.Known
	Arguments source.Node       // the array; absent when it is none
	Value     source.Node       // absent when it is no string
}

// New reads a definition. It accepts any node. The catalogue tells what is known of
// widget types; schemas.Catalogue{} is that of the program.
func New(definition source.Node, catalogue schemas.Catalogue) *Flow {
	f := &Flow{Definition: definition, Catalogue: catalogue}
	if n := definition.Get("states"); n.IsArray() {
		f.States = n
	}
	if n := definition.Get("initial_state"); n.IsString() {
		f.Initial = n
	}
	f.Widgets = make([]*Widget, 0, f.States.Len())
	f.byName = make(map[string]*Widget, f.States.Len())
	for _, state := range f.States.Elements() {
		if !state.IsObject() {
			continue
		}
		w := newWidget(state)
		w.resolve(catalogue)
		w.Index = len(f.Widgets)
		f.Widgets = append(f.Widgets, w)
		if _, taken := f.byName[w.Name]; !taken && w.Name != "" {
			f.byName[w.Name] = w
		}
	}
	f.connect()
	return f
}

// connect finds where the transitions lead: first those that name a widget, then
// what the others were most likely meant to.
func (f *Flow) connect() {
	led := make(map[*Widget]bool, len(f.Widgets))
	for t := range f.Transitions() {
		if t.To = f.byName[t.Next]; t.To != nil {
			led[t.To] = true
			continue
		}
		if t.NextNode.Key() != "next" {
			t.Next, t.NextNode = "", source.Node{} // it was not meant as next
		}
	}
	guess := f.guesser(led)
	for t := range f.Transitions() {
		t.Meant = t.To
		if t.Dangling() {
			t.Meant = guess(t.Next)
		}
		if t.Meant != nil {
			t.Meant.In = append(t.Meant.In, t)
		}
	}
}

// guesser returns a function that tells which widget is most likely meant by a
// name that no widget has: the only one without a name, or one of a similar name,
// first among those to which nothing leads: it may have been renamed.
func (f *Flow) guesser(led map[*Widget]bool) func(name string) *Widget {
	const most = 100 // distinct names; each is compared with all others
	known := map[string]*Widget{}
	var all, alone []string
	return func(name string) *Widget {
		w, ok := known[name]
		if ok || len(known) >= most {
			return w
		}
		if len(known) == 0 {
			all = f.Names()
			alone = slices.DeleteFunc(slices.Clone(all), func(name string) bool {
				w := f.byName[name]
				return led[w] || w.Facts.Starts
			})
		}
		if w = f.onlyNameless(); w == nil {
			w = f.byName[cmp.Or(words.Nearest(name, alone), onlyPart(name, alone), onlyRenumbered(name, alone),
				words.Nearest(name, all), onlyPart(name, all))]
		}
		known[name] = w
		return w
	}
}

// onlyPart returns the candidate that is a part of the name or has it as a part,
// when it is the only one: menu for main_menu, but not split_1 for split_12.
func onlyPart(name string, candidates []string) string {
	const least = 4
	found := ""
	for _, c := range candidates {
		if min(len(c), len(name)) < least || !strings.Contains(c, name) && !strings.Contains(name, c) || renumbered(name, c) {
			continue
		}
		if found != "" {
			return ""
		}
		found = c
	}
	return found
}

// onlyRenumbered returns the candidate that differs from the name in its number
// alone, when it is the only one: send_message_3 for send_message_2.
func onlyRenumbered(name string, candidates []string) string {
	found := ""
	for _, c := range candidates {
		if !renumbered(name, c) {
			continue
		}
		if found != "" {
			return ""
		}
		found = c
	}
	return found
}

// renumbered reports whether two names have numbers and differ in nothing else.
func renumbered(a, b string) bool {
	bare := withoutDigits(a)
	return bare != a && bare == withoutDigits(b) && bare != b
}

func withoutDigits(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, name)
}

func (f *Flow) onlyNameless() *Widget {
	var found *Widget
	for _, w := range f.Widgets {
		if w.Name == "" {
			if found != nil {
				return nil
			}
			found = w
		}
	}
	return found
}

func newWidget(state source.Node) *Widget {
	w := &Widget{Node: state}
	listed := false
	for key, n := range meant(state, stateMembers, schemas.State().Aliases.Members) {
		switch key {
		case "name":
			w.NameNode, w.Name = text(n)
		case "type":
			w.TypeNode, w.Type = text(n)
		case "properties":
			w.Properties = source.Node{}
			if n.IsObject() {
				w.Properties = n
			}
		case "transitions":
			w.Transitions = w.Transitions[:0]
			listed, w.Incomplete = true, !n.IsArray()
			for _, e := range n.Elements() {
				if !e.IsObject() {
					w.Incomplete = true
					continue
				}
				t := newTransition(e)
				t.From, t.Index = w, len(w.Transitions)
				w.Transitions = append(w.Transitions, t)
				w.Incomplete = w.Incomplete || t.Event == ""
			}
		}
	}
	w.Incomplete = w.Incomplete || !listed
	return w
}

// resolve looks up what the catalogue knows of the widget's type, its events and the
// operators of its conditions.
func (w *Widget) resolve(catalogue schemas.Catalogue) {
	w.Facts = catalogue.Widget(w.Type)
	for _, t := range w.Transitions {
		t.Facts = w.Facts.EventFacts(t.Event)
		for i := range t.Conditions {
			c := &t.Conditions[i]
			c.Facts = w.Facts.OperatorFacts(c.Operator)
		}
	}
}

func newTransition(n source.Node) *Transition {
	t := &Transition{Node: n}
	for key, n := range meant(n, transitionMembers, schemas.State().Aliases.Transitions) {
		switch key {
		case "event":
			t.EventNode, t.Event = text(n)
		case "next":
			t.NextNode, t.Next = text(n)
			if t.Next == "" {
				t.NextNode = source.Node{}
			}
		case "conditions":
			t.Conditions = t.Conditions[:0]
			for _, e := range n.Elements() {
				if e.IsObject() {
					t.Conditions = append(t.Conditions, newCondition(e))
				}
			}
		}
	}
	return t
}

func newCondition(n source.Node) Condition {
	c := Condition{Node: n, Operator: n.Get("type").Text()}
	if a := n.Get("arguments"); a.IsArray() {
		c.Arguments = a
	}
	if v := n.Get("value"); v.IsString() {
		c.Value = v
	}
	return c
}

func text(n source.Node) (source.Node, string) {
	if !n.IsString() {
		return source.Node{}, ""
	}
	return n, n.Text()
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

// On returns the widget's first transition for an event, nil when there is none.
func (w *Widget) On(event string) *Transition {
	for _, t := range w.Transitions {
		if t.Event == event {
			return t
		}
	}
	return nil
}

// OnKind returns the widget's first transition for an event of a kind, nil when there
// is none.
func (w *Widget) OnKind(kind schemas.EventKind) *Transition {
	for _, t := range w.Transitions {
		if t.Facts.Kind == kind {
			return t
		}
	}
	return nil
}

// Dangling reports whether the transition names a widget that there is not.
func (t *Transition) Dangling() bool { return t.Next != "" && t.To == nil }

// Property returns the node of a property, absent when there is none.
func (w *Widget) Property(name string) source.Node { return w.Properties.Get(name) }

// Place is where a finding about the whole widget points: its name, its type, or
// the bracket that opens it.
func (w *Widget) Place() source.Place {
	switch {
	case w.NameNode.Exists():
		return w.NameNode.Place()
	case w.TypeNode.Exists():
		return w.TypeNode.Place()
	}
	return w.Node.Opening()
}

// Place is where a finding about the whole transition points: its event, or the
// bracket that opens it.
func (t *Transition) Place() source.Place {
	if t.EventNode.Exists() {
		return t.EventNode.Place()
	}
	return t.Node.Opening()
}

// WidgetAt returns the widget whose state holds the node, nil when none does.
func (f *Flow) WidgetAt(n source.Node) *Widget {
	for ; n.Exists(); n = n.Parent() {
		if n.Parent() == f.States {
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
