package sim

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid/eval"
	"studiolint/schemas"
)

// enter comes to a widget.
func (x *Execution) enter(w *flow.Widget) {
	last := x.visits[len(x.visits)-1]
	if !x.within(last.Widget == w) {
		return
	}
	need := w.Needs()
	v := x.visit(w)
	switch {
	case !x.has.Has(need):
		x.undetermined(v, "the widget needs %s, which this execution has not (81020)", needs[need])
	case w.Facts.Starts:
		x.undetermined(v, "an execution begins at a trigger and does not come back to it")
	}
}

// needs are what widgets need, for messages.
var needs = map[schemas.Need]string{
	schemas.NeedsCall:          "a live call",
	schemas.NeedsCallOrMessage: "a call or a message",
	schemas.NeedsFlex:          "a call, a message or a conversation",
}

// run goes on as long as the flow itself decides.
func (x *Execution) run() {
	for x.end == nil {
		v := x.visits[len(x.visits)-1]
		switch v.Act() {
		case effects.Sets:
			if x.sets(v) {
				x.leave(effects.Usual(v.Widget).Name, nil)
			}
		case effects.Splits:
			x.split(v)
		case effects.RunsFlow:
			if !x.calls(v) {
				return
			}
		default:
			return
		}
	}
}

// calls runs the subflow of a widget; false when there is no file of it.
func (x *Execution) calls(v *Visit) bool {
	var child *Program
	if x.start.Subflow != nil {
		child = x.start.Subflow(v.Widget)
	}
	if len(x.frames) > schemas.Flow().Limit("subflow-levels").Max {
		x.undetermined(v, "Studio runs no subflow within a subflow (81024)")
		return true
	}
	if child == nil {
		return false
	}
	first := child.Flow.Start()
	if first == nil || !first.Facts.Starts {
		x.undetermined(v, "the subflow has no trigger to begin at")
		return true
	}
	x.frames = append(x.frames, frame{
		program: child, prefix: v.Name + "/", caller: v.Widget,
		outputs: map[string]output{}, variables: map[string]eval.Value{}, data: x.parameters(v),
	})
	if x.within(false) {
		x.visit(first)
		x.leave(flow.ParentEvent, nil)
	}
	return true
}

// returns goes back from a subflow to the widget that ran it, which keeps what the
// subflow's variables held.
func (x *Execution) returns() {
	child := *x.top()
	x.frames = x.frames[:len(x.frames)-1]
	stored := output{widget: child.caller, values: child.variables, whole: true}
	at := len(x.visits) - 1
	for x.visits[at].Widget != child.caller || x.visits[at].Event != "" {
		at--
	}
	event := effects.Usual(child.caller).Name
	stored.event = event
	x.top().outputs[child.caller.Name] = stored
	x.follow(x.mark(at, event, nil))
}
