package sim

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid/eval"
	"studiolint/schemas"
)

// lookup returns the value of a path of the flow; nothing where there is none.
func (x *Execution) lookup(path []string) eval.Value {
	f := x.top()
	switch path[0] {
	case "widgets":
		if len(path) < 3 {
			return x.allOf(f, path)
		}
		out, ok := f.outputs[path[1]]
		if !ok {
			return eval.Value{}
		}
		return x.stored(f, out, path[2:])
	case "flow":
		if len(path) > 1 && path[1] == "variables" {
			return x.variable(f, path[2:])
		}
	}
	root := schemas.LiquidFacts().Root(path[0])
	if root == nil {
		return eval.Value{}
	}
	return x.fact(root, path, 1)
}

// allOf returns what stands at widgets.NAME; of widgets alone that there is nothing, for a
// widget may have any name, that of a part of Liquid too.
func (x *Execution) allOf(f *frame, path []string) eval.Value {
	if len(path) == 1 {
		return eval.Value{}
	}
	out, ok := f.outputs[path[1]]
	if !ok {
		return eval.Value{}
	}
	if !out.whole {
		return eval.Opaque("what " + path[1] + " has stored is not wholly known")
	}
	return object(out.values)
}

func object(members map[string]eval.Value) eval.Value {
	var keys []string
	for key := range members {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	values := make([]eval.Value, len(keys))
	for i, key := range keys {
		values[i] = members[key]
	}
	return eval.Object(keys, values)
}

// stored returns a path below what a widget has stored.
func (x *Execution) stored(f *frame, out output, path []string) eval.Value {
	value, ok := out.values[path[0]]
	if ok {
		found := eval.Variables(value)(path[1:])
		if out.faked && !found.Exists() && len(path) > 1 {
			x.tellUnfaked(f.prefix+out.widget.Name, path)
		}
		return found
	}
	known := out.widget.Facts.Outputs.Key(path[0])
	if out.whole || out.widget.Facts.Outputs.Closed || out.widget.Facts.Aliases.Outputs.Get(path[0]) != "" || known != nil && !storedOn(out, path[0]) {
		return eval.Value{}
	}
	if len(path) > 1 {
		known = nil // nothing is known of what is below it
	}
	return unstored(out.widget.Name, out.visit, path, known)
}

func storedOn(out output, name string) bool {
	return slices.ContainsFunc(effects.Stores(out.widget, out.event), func(v *schemas.Variable) bool {
		return v.Name == name || v.Numbered && strings.HasPrefix(name, v.Name)
	})
}

func (x *Execution) tellUnfaked(widget string, path []string) {
	m := Member{widget, strings.Join(path, ".")}
	if path[len(path)-1] != "size" && !slices.Contains(x.over, m) {
		x.over = append(x.over, m)
	}
}

// variable returns a path below flow.variables.
func (x *Execution) variable(f *frame, path []string) eval.Value {
	if len(path) == 0 {
		return object(f.variables)
	}
	value, ok := f.variables[path[0]]
	if !ok && f.caller != nil {
		if _, ok := x.frames[0].variables[path[0]]; ok {
			return eval.Unknown("whether a subflow sees the variables of the flow that runs it is not documented")
		}
	}
	return eval.Variables(value)(path[1:])
}

// fact returns what a path below flow, trigger or contact holds, from what the catalogue
// knows of it. at is how many steps of the path have led to the variable v.
func (x *Execution) fact(v *schemas.Variable, path []string, at int) eval.Value {
	if len(v.Events) > 0 && !x.fills(v.Events) {
		return eval.Value{}
	}
	if v.Holds != "" {
		return eval.Variables(x.holds(v, path))(path[at:])
	}
	if at == 2 && len(path) > 2 && schemas.LiquidFacts().Hints.Get(strings.Join(path[:3], ".")) != "" {
		return eval.Value{} // known for what it is not
	}
	if at == 2 && isData(path) && slices.Contains(x.start.Data.Keys(), path[2]) {
		return eval.Variables(x.start.Data)(path[2:])
	}
	if at == len(path) {
		if len(v.Keys) > 0 || !v.Closed && v.Object {
			return eval.Opaque(notGiven(path))
		}
		return unstarted(path, v)
	}
	key := v.Key(path[at])
	switch {
	case key != nil && key.Numbered:
		return x.numbered(key, path, at+1)
	case key != nil:
		return x.fact(key, path, at+1)
	case v.Closed:
		return eval.Value{}
	}
	return unstarted(path, nil)
}

// fills reports whether one of some events of the trigger began the execution, or the
// subflow that runs.
func (x *Execution) fills(events []string) bool {
	return slices.Contains(events, x.start.Event) || x.top().caller != nil && slices.Contains(events, flow.ParentEvent)
}

// unstarted returns the value of a path of what the execution is started with, and nobody
// gave.
func unstarted(path []string, facts *schemas.Variable) eval.Value {
	if !isData(path) {
		return eval.Unknown(notGiven(path))
	}
	l := &Lack{path: path, facts: facts}
	if len(path) > 3 {
		l.path = whole(path)
	}
	return doubt{notGiven(path), l}.value()
}

// isData reports whether data, below start, may say what a path holds. Where that says what the
// parameters are it says nothing else.
func isData(path []string) bool {
	if path[0] != "trigger" || len(path) < 3 {
		return false
	}
	v := schemas.LiquidFacts().Root(path[0]).Key(path[1])
	return v != nil && v.Key("parameters") == nil
}

// notGiven is the reason why nobody knows what a path holds.
func notGiven(path []string) string {
	name := strings.Join(path, ".")
	if isData(path) {
		return "what " + name + " is was not given: say so in data, below start"
	}
	return "what " + name + " is depends on Twilio"
}

// numbered returns a value such as MediaUrl0 of the message that started the execution.
func (x *Execution) numbered(key *schemas.Variable, path []string, at int) eval.Value {
	number, _ := strconv.Atoi(strings.TrimPrefix(path[at-1], key.Name))
	switch {
	case number >= len(x.start.Media):
		return eval.Value{}
	case key.Holds == schemas.HoldsMedia:
		return eval.Text(x.start.Media[number])
	}
	return unstarted(path, key)
}

// holds returns a value that the execution was started with.
func (x *Execution) holds(v *schemas.Variable, path []string) eval.Value {
	switch v.Holds {
	case schemas.HoldsContact:
		return address(x.start.Contact, "contact")
	case schemas.HoldsAddress:
		return address(x.start.Channel, "channel")
	case schemas.HoldsReply:
		return eval.Text(x.start.Body)
	case schemas.HoldsMediaCount:
		return eval.Text(strconv.Itoa(len(x.start.Media)))
	case schemas.HoldsParameters:
		return x.handedOver(path)
	}
	return eval.Unknown(notGiven(path))
}

func address(s, what string) eval.Value {
	if s == "" {
		return eval.Unknown("no address of the " + what + " is given")
	}
	return eval.Text(s)
}

// handedOver returns the parameters of the request, or of the flow that runs this one as a
// subflow: the latter stand where nothing but that fills them.
func (x *Execution) handedOver(path []string) eval.Value {
	root := schemas.LiquidFacts().Root(path[0])
	ofParent := slices.Equal(root.Key(path[1]).Events, []string{flow.ParentEvent})
	byParent := x.start.Event == flow.ParentEvent
	switch {
	case ofParent && x.top().caller != nil:
		return x.top().data
	case ofParent != byParent:
		return eval.Unknown("what the flow that runs this one was started with was not given")
	case !x.start.Data.Exists():
		return eval.Object(nil, nil)
	}
	return x.start.Data
}

// Value returns what a path of the flow that runs holds now, as a template would read it.
func (x *Execution) Value(path []string) eval.Value {
	before := x.over
	v := x.lookup(path)
	x.over = before
	return v
}
