package sim

import (
	"studiolint/lint/flow"
)

// leave leaves the last widget by an event; taken is the transition when it is known
// already, as that of a split is.
func (x *Execution) leave(event string, taken *flow.Transition) {
	x.follow(x.mark(len(x.visits)-1, event, taken))
}

// mark notes by which event a widget is left.
func (x *Execution) mark(at int, event string, taken *flow.Transition) *Visit {
	left := x.mine(at)
	left.Event, left.Taken = event, taken
	if taken == nil {
		left.Taken = left.Widget.On(event)
	}
	return left
}

// mine returns a visit that may be changed: no other execution shares it.
func (x *Execution) mine(at int) *Visit {
	if at < x.shared {
		own := *x.visits[at]
		x.visits[at] = &own
	}
	return x.visits[at]
}

// follow takes the transition by which a widget is left.
func (x *Execution) follow(v *Visit) {
	if c := v.Widget.Facts.Creates; c != nil && c.Event == v.Event {
		x.has |= flow.ChannelsNamed(c.Channel)
	}
	if v.Widget.Facts.EventFacts(v.Event).EndsCall {
		x.has &^= flow.Call
	}
	t := v.Taken
	switch {
	case t == nil:
		x.finish(Stuck, v, v.Event)
	case t.NextNode.Exists() && t.NextNode.Key() != "next":
		x.undetermined(v, "next is written as %s there, which Twilio does not accept", t.NextNode.Key())
	case v.Program.filled(t.NextNode):
		x.undetermined(v, "where %s leads is filled in before the flow is deployed", v.Event)
	case t.Dangling():
		x.undetermined(v, "%s leads to %s, and there is no such widget: Twilio does not accept that", v.Event, t.Next)
	case t.To == nil && !t.Ends():
		x.undetermined(v, "where %s leads is written in a way that Twilio does not accept", v.Event)
	case t.To != nil:
		x.enter(t.To)
	case len(x.frames) > 1:
		x.returns()
	default:
		x.finish(Ended, v, v.Event)
	}
}
