package sim

import (
	"slices"
	"strings"
	"time"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid/eval"
)

// Start is how an execution begins, and what it meets outside.
type Start struct {
	Event string // of the trigger

	Contact, Channel string // addresses: the person's and Twilio's
	Body             string // of the message that starts it
	Media            []string

	// Data is an object: the parameters of a request or of a parent flow; of a message or a
	// call, what stands below trigger.message or trigger.call beside what is known.
	Data eval.Value

	Now       time.Time             // the clock; zero when it is not known
	Variables map[string]eval.Value // flow.variables at the beginning

	// Watch is told of each widget that the execution comes to, before the widget does
	// anything; nil for nobody.
	Watch func(x *Execution, p *Program, w *flow.Widget)

	// Subflow returns the flow that a widget runs, nil when there is no file of it.
	Subflow func(w *flow.Widget) *Program
}

// An Execution is one execution of a flow. It stands at a widget that waits for
// something, or has ended.
type Execution struct {
	start  Start
	frames []frame // the flow, and the subflow that runs
	visits []*Visit
	shared int // how many of them other executions share
	row    int // how often in a row the last widget ran
	now    time.Time
	has    flow.Channels
	end    *End
	over   []Member // read and never faked
}

// A frame is a flow that runs: the one that was started, or a subflow.
type frame struct {
	program   *Program
	prefix    string // of the names of its widgets: "" or that of the widget that runs it
	caller    *flow.Widget
	outputs   map[string]output // by widget
	variables map[string]eval.Value
	data      eval.Value // trigger.parent.parameters
}

// An output is what a widget has stored.
type output struct {
	widget *flow.Widget
	visit  int // which one stored it last
	event  string
	values map[string]eval.Value
	whole  bool // nothing can stand there beside values
	faked  bool // somebody said what was stored
}

// Begin starts an execution, which goes to the first widget that waits for something.
func Begin(p *Program, s Start) *Execution {
	x := &Execution{start: s, now: s.Now}
	variables := make(map[string]eval.Value, len(s.Variables))
	for key, v := range s.Variables {
		variables[key] = v
	}
	x.frames = []frame{{program: p, outputs: map[string]output{}, variables: variables, data: s.Data}}
	first := p.Flow.Start()
	switch {
	case first == nil:
		x.undetermined(nil, "the flow has no beginning: initial_state names no widget")
		return x
	case !first.Facts.Starts:
		x.undetermined(nil, "the flow begins at a widget that is no trigger, and what Studio does then is not documented")
		return x
	}
	x.has = flow.ChannelsBy(s.Event)
	x.visit(first)
	x.leave(s.Event, nil)
	x.run()
	return x
}

// Clone returns an execution that goes its own way from here.
func (x *Execution) Clone() *Execution {
	c := *x
	x.shared, c.shared = len(x.visits), len(x.visits)
	c.visits = append(make([]*Visit, 0, len(x.visits)+8), x.visits...)
	c.frames = append(make([]frame, 0, len(x.frames)+1), x.frames...)
	for i := range c.frames {
		f := &c.frames[i]
		f.outputs, f.variables = cloneMap(f.outputs), cloneMap(f.variables)
	}
	c.over = append([]Member(nil), x.over...)
	return &c
}

func cloneMap[K comparable, V any](m map[K]V) map[K]V {
	c := make(map[K]V, len(m)+1)
	for k, v := range m {
		c[k] = v
	}
	return c
}

// top returns the flow that runs.
func (x *Execution) top() *frame { return &x.frames[len(x.frames)-1] }

// Visits returns the widgets that the execution has come to, in order; the last one may be
// where it waits.
func (x *Execution) Visits() []*Visit { return x.visits }

// At returns where the execution waits, nil when it has ended.
func (x *Execution) At() *Visit {
	if x.end != nil {
		return nil
	}
	return x.visits[len(x.visits)-1]
}

// Act returns what the widget does at which the execution waits.
func (v *Visit) Act() effects.Act { return v.Program.Act(v.Widget) }

// End returns how the execution ended, nil while it waits.
func (x *Execution) End() *End { return x.end }

// Unfaked returns what was read of answers that somebody gave for the flow's requests and
// that these do not have, each once: of a path and its beginning, the path.
func (x *Execution) Unfaked() (list []Member) {
	for _, m := range x.over {
		longer := func(o Member) bool { return o.Widget == m.Widget && strings.HasPrefix(o.Path, m.Path+".") }
		if !slices.ContainsFunc(x.over, longer) {
			list = append(list, m)
		}
	}
	return list
}

// A Member is a path below what a widget has stored.
type Member struct {
	Widget string // with that of its subflow before it
	Path   string
}

// Data returns what the execution was started with, beside what was given since.
func (x *Execution) Data() eval.Value { return x.start.Data }

// Variables returns flow.variables as they are now, or were at the end.
func (x *Execution) Variables() map[string]eval.Value { return x.frames[0].variables }
