package flow

import (
	"strings"

	"studiolint/lint/source"
	"studiolint/schemas"
)

// A Variable is one flow.variables.KEY that a flow writes or reads. Keys are
// case-sensitive.
type Variable struct {
	Key    string
	Writes []Write // in document order
	Reads  []Ref   // as flow.variables.KEY, or as the output of a widget that writes it
}

// A Write is one item of a set-variables widget.
type Write struct {
	Widget *Widget
	Key    source.Node // the string
	Value  source.Node // absent when there is none
}

// Blank reports whether the variable is set to nothing, or to blanks alone.
func (w Write) Blank() bool {
	return w.Value.IsString() && !w.Value.Filled() && strings.TrimSpace(w.Value.Text()) == ""
}

// variables are the flow's variables in the order in which they first appear,
// those that are only read after those that are written.
type variables struct {
	list    []*Variable
	byKey   map[string]*Variable
	readAll []Ref
	writes  [][]Write // by widget
}

// Variables returns every variable that the flow writes or reads by name: those
// that are written first, each group in document order.
func (f *Flow) Variables() []*Variable { return f.variables().list }

// Variable returns what is known about flow.variables.KEY, nil when the flow
// neither writes nor reads it.
func (f *Flow) Variable(key string) *Variable { return f.variables().byKey[key] }

// Writes returns which variables a widget writes, in document order.
func (f *Flow) Writes(w *Widget) []Write { return f.variables().writes[w.Index] }

// ReadsOfAny returns the references that may read any variable, because they
// name none or one that is only known at run time: flow.variables,
// flow.variables[x], or the outputs of a widget that writes variables.
func (f *Flow) ReadsOfAny() []Ref { return f.variables().readAll }

func (f *Flow) variables() *variables {
	return f.analysis.variables.get(func() *variables {
		vs := &variables{byKey: map[string]*Variable{}, writes: make([][]Write, len(f.Widgets))}
		for i, w := range f.Widgets {
			if w.Facts.Outputs.From != schemas.FromVariables {
				continue
			}
			for _, item := range w.Property(variablesProperty).Elements() {
				key, value := w.Item(item)
				if !key.IsString() || key.Text() == "" {
					continue
				}
				write := Write{Widget: w, Key: key, Value: value}
				vs.writes[i] = append(vs.writes[i], write)
				v := vs.variable(key.Text())
				v.Writes = append(v.Writes, write)
			}
		}
		for _, r := range f.Refs() {
			if key, ok := r.Variable(); ok {
				vs.read(r, key)
				continue
			}
			if r.Root() == "flow" && r.Name(1) == "" {
				vs.read(r, "") // flow, flow[x]
				continue
			}
			name, key, ok := r.Output()
			if w := f.Widget(name); ok && w != nil && len(vs.writes[w.Index]) > 0 {
				vs.read(r, key)
			}
		}
		return vs
	})
}

// Item returns the key and the value of an item of a widget's list, also where the names of its
// members are misspelt; absent for what it lacks.
func (w *Widget) Item(item source.Node) (key, value source.Node) {
	key, value = item.Get("key"), item.Get("value")
	if key.Exists() && value.Exists() {
		return key, value
	}
	for name, n := range meant(item, itemMembers, w.Facts.Aliases.Items) {
		switch {
		case name == "key" && !key.Exists():
			key = n
		case name == "value" && !value.Exists():
			value = n
		}
	}
	return key, value
}

var itemMembers = []string{"key", "value"}

// variablesProperty is the property that lists what a widget writes.
const variablesProperty = string(schemas.FromVariables)

func (vs *variables) variable(key string) *Variable {
	v := vs.byKey[key]
	if v == nil {
		v = &Variable{Key: key}
		vs.byKey[key] = v
		vs.list = append(vs.list, v)
	}
	return v
}

func (vs *variables) read(r Ref, key string) {
	if key == "" {
		vs.readAll = append(vs.readAll, r)
		return
	}
	v := vs.variable(key)
	v.Reads = append(v.Reads, r)
}
