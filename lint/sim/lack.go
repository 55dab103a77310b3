package sim

import (
	"fmt"
	"slices"
	"strings"

	"studiolint/lint/liquid/eval"
	"studiolint/schemas"
)

// A Lack is what an execution would have to know to go on, and what somebody may give: a part
// of what a widget stored or got as an answer, or of what the execution was started with.
type Lack struct {
	visit  int               // which one stored it; 0, the trigger's, of what it was started with
	path   []string          // below widgets.NAME, or the whole one of what it was started with
	facts  *schemas.Variable // what the catalogue knows of it; nil for nothing
	answer bool              // it is a part of an answer to a request, which comes whole
}

// Path returns where it is stored: below widgets.NAME, of what the execution was started with
// the whole path.
func (l *Lack) Path() []string { return l.path }

// Facts returns what the catalogue knows of it, nil for nothing.
func (l *Lack) Facts() *schemas.Variable { return l.facts }

// Answers reports whether it is a part of an answer to a request: see Answered.
func (l *Lack) Answers() bool { return l.answer }

// Starts reports whether it is a part of what the execution was started with.
func (l *Lack) Starts() bool { return l.visit == 0 }

// Lacking returns the visit at which what is lacking was stored.
func (x *Execution) Lacking(l *Lack) *Visit { return x.visits[l.visit] }

// doubt is why something is not known, and what is lacking to know it; nil for what nobody
// can give.
type doubt struct {
	reason string
	lack   *Lack
}

// value returns a value that is not known.
func (d doubt) value() eval.Value {
	if d.lack == nil {
		return eval.Unknown(d.reason)
	}
	return eval.UnknownFor(d.reason, d.lack)
}

// unstored returns the value of a part of what a widget stored at a visit, and nobody gave.
func unstored(name string, visit int, path []string, facts *schemas.Variable) eval.Value {
	path = whole(path)
	return doubt{
		fmt.Sprintf("what %s stores as %s is not known: give it in a fake, below outputs", name, strings.Join(path, ".")),
		&Lack{visit: visit, path: path, facts: facts},
	}.value()
}

// whole returns the path of what a path asks for the size of: it has one once it is known.
func whole(path []string) []string {
	if last := len(path) - 1; last > 0 && path[last] == "size" {
		return path[:last]
	}
	return path
}

// Given returns the execution as it is when that had been known: it goes the same way up to
// where it lacked it.
func (x *Execution) Given(l *Lack, value eval.Value) (*Execution, error) {
	start := x.start
	if l.Starts() {
		start.Data = over(start.Data, below(l.path[2:], value))
		return x.again(start, -1, Reaction{})
	}
	r := x.visits[l.visit].Reaction
	r.Outputs = over(r.Outputs, below(l.path, value))
	return x.again(start, l.visit, r)
}

// Answered returns the execution as it is when a request had got an answer. It is an error
// when the widget would have been left by another event.
func (x *Execution) Answered(l *Lack, answer *Response) (*Execution, error) {
	r := x.visits[l.visit].Reaction
	r.Event, r.Response = "", answer
	return x.again(x.start, l.visit, r)
}

// again goes the way of an execution again, with another reaction at one visit.
func (x *Execution) again(start Start, at int, r Reaction) (*Execution, error) {
	next := Begin(x.frames[0].program, start)
	for next.At() != nil {
		i := len(next.visits) - 1
		if i >= len(x.visits) || x.visits[i].Event == "" {
			break
		}
		before := x.visits[i]
		reaction := before.Reaction
		if i == at {
			reaction = r
			if event, err := next.EventOf(r); err == nil && event != before.Event {
				return nil, fmt.Errorf("%s was left by %s, and with this answer it would be by %s", before.Name, before.Event, event)
			}
		}
		if err := next.Leave(reaction); err != nil {
			return nil, err
		}
	}
	return next, nil
}

// below returns an object with a value at a path; the value itself for none.
func below(path []string, value eval.Value) eval.Value {
	for _, name := range slices.Backward(path) {
		value = eval.Object([]string{name}, []eval.Value{value})
	}
	return value
}
