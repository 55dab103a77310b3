package sim

import (
	"fmt"

	"studiolint/schemas"
)

// A Kind says how an execution ended.
type Kind string

// How executions end: by an event without next; stuck at an event without a transition; at
// one of Studio's limits; or so that nobody knows how it goes on. Waiting is no end of an
// execution, but of what somebody wanted to do with it.
const (
	Ended        Kind = "ended"
	Stuck        Kind = "stuck"
	Limit        Kind = "limit"
	Waiting      Kind = "waiting"
	Undetermined Kind = "undetermined"
)

// An End is how an execution ended.
type End struct {
	Kind   Kind
	Widget string // the last one; "" when there is none
	Event  string // by which it was left; "" when it was not
	Limit  string // which one: "steps" or "visits"
	Reason string // of what is undetermined
	Lack   *Lack  // what somebody may give so that it goes on; nil for nothing
	Visit  *Visit // the last one; nil when there is none
}

// HungUp is the event of an execution that ends because the caller hung up where the
// widget has no event for it.
const HungUp = "hang-up"

func (x *Execution) undetermined(v *Visit, format string, args ...any) {
	x.finish(Undetermined, v, "")
	x.end.Reason = fmt.Sprintf(format, args...)
}

func (x *Execution) finish(kind Kind, v *Visit, event string) {
	x.end = &End{Kind: kind, Event: event, Visit: v}
	if v != nil {
		x.end.Widget = v.Name
	}
}

// exceed ends an execution that comes to a widget beyond one of Studio's limits.
func (x *Execution) exceed(limit string) {
	last := x.visits[len(x.visits)-1]
	x.finish(Limit, last, last.Event)
	x.end.Limit = limit
}

// within reports whether the execution may come to one widget more, which is the next one
// in a row when again is set.
func (x *Execution) within(again bool) bool {
	if again {
		x.row++
	} else {
		x.row = 1
	}
	limits := schemas.Flow()
	switch {
	case x.row > limits.Limit("repeats").Max:
		x.exceed("visits")
	case len(x.visits) >= limits.Limit("steps").Max:
		x.exceed("steps")
	default:
		return true
	}
	return false
}
