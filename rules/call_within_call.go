package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "call-within-call", Title: "A call is made to somebody who is on the line",
		Group: finding.Paths, Severity: finding.Warning,
		Doc: `Finds a Make Outgoing Call that an execution comes to with a live call: one that came in,
or one that was made earlier and answered. It dials the contact, whose line is busy with
this very call; and an execution has one call, so that what comes after it speaks to the new
one or to nobody.

It finds as well a Connect Call To that calls the caller himself, whose line is busy, or the
number of this flow, which the caller has just called, and a Make Outgoing Call to the
flow's number, from the contact's or from that number itself.

A call that is made after a hang-up, or after a call that nobody answered, is left alone,
and so is one after an agent or another number had the caller: nobody knows who is there.

To put the caller through to somebody use Connect Call To; to call back, make the call
after the hang-up, or in an execution of its own.`,
	},
	Check: func(p *lint.Pass) {
		checkSameParty(p)
		var calls *secondCalls
		for _, w := range p.Flow.Widgets {
			if effects.ActOf(w) != effects.Dials || !p.Flow.Reachable(w) {
				continue
			}
			if calls == nil {
				calls = secondCallsOf(p.Flow)
			}
			if path := calls.to(w); path != nil {
				p.Reportf(w, "%s makes a call while the one since %s goes on, and an execution has one; use Connect Call To, or make it after this one has ended",
					w.Label(), words.Quote(path[0].Event)).Along(finding.Steps(path, w))
			}
		}
	},
})

// checkSameParty reports the calls to somebody who is in this call.
func checkSameParty(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		calls := w.Facts.Calls
		if calls == nil || !effects.TakesNumber(w, w.Facts.Property(calls.To)) || !p.Flow.Reachable(w) {
			continue // a room may be named after a number
		}
		dials, to := effects.ActOf(w) == effects.Dials, w.Property(calls.To)
		switch reads.Party(p.Flow, to) {
		case schemas.HoldsContact:
			if !dials {
				p.Reportf(to, "%s calls the very person who is on the line, where it is busy; write the number of somebody else", w.Label())
			}
		case schemas.HoldsAddress:
			if !dials {
				p.Reportf(to, "%s calls this flow's own number, so the call comes in here again, and again; write the number of somebody else", w.Label())
				break
			}
			switch reads.Party(p.Flow, w.Property(calls.From)) {
			case schemas.HoldsContact:
				p.Reportf(to, "%s calls the flow's own number from the contact's; exchange the two", w.Label())
			case schemas.HoldsAddress:
				p.Reportf(to, "%s calls the very number that it calls from, and nobody else; write %s", w.Label(), w.Facts.Property(calls.To).Default)
			}
		}
	}
}

// secondCalls are the ways to widgets that make a call, from where an execution has got
// another one, over steps after which it certainly still has it.
type secondCalls struct {
	incoming flow.Routes // from where a call comes in
	answered [][2]onCallWay
}

// An onCallWay leads to a widget from where a call is answered. A widget keeps the ways
// from the first two widgets that make one, since one of them may be that widget itself.
type onCallWay struct {
	since *flow.Transition // by which the call is answered; nil when there is no way
	by    *flow.Transition // the last of the way; since itself, where that is all
	from  int              // which way of the widget that by leaves goes before
}

func keepsCall(t *flow.Transition) bool {
	return t.Facts.Known() && !t.Facts.EndsCall && !t.From.Facts.Starts &&
		t.From.Facts.Dialog != schemas.DialogHandsOver && effects.ActOf(t.From) != effects.Dials
}

func secondCallsOf(f *flow.Flow) *secondCalls {
	c := &secondCalls{answered: make([][2]onCallWay, len(f.Widgets))}
	for _, e := range f.Entries() {
		if e.Channels() == flow.Call {
			c.incoming = append(c.incoming, e.Walk(func(t *flow.Transition) bool { return t.From == e.Start || keepsCall(t) }))
		}
	}
	for _, w := range f.Widgets {
		if effects.ActOf(w) != effects.Dials || !f.Reachable(w) {
			continue
		}
		for _, t := range w.Transitions {
			if t.Raised() == w.Facts.Creates.Event && t.Meant != nil {
				c.follow(t)
			}
		}
	}
	return c
}

// follow goes, breadth first, from where a call is answered, wherever fewer than two
// widgets that make one have led.
func (c *secondCalls) follow(since *flow.Transition) {
	var queue []*flow.Transition
	come := func(by *flow.Transition, from int) {
		ways, free := &c.answered[by.Meant.Index], 0
		for free < len(ways) && ways[free].since != nil {
			if ways[free].since.From == since.From {
				return
			}
			free++
		}
		if free < len(ways) {
			ways[free] = onCallWay{since, by, from}
			queue = append(queue, by)
		}
	}
	come(since, 0)
	for i := 0; i < len(queue); i++ {
		w := queue[i].Meant
		from := 0
		if c.answered[w.Index][from].since != since {
			from = 1
		}
		for _, t := range w.Transitions {
			if t.Meant != nil && keepsCall(t) {
				come(t, from)
			}
		}
	}
}

// to returns a path to a widget that makes a call; nil for none.
func (c *secondCalls) to(w *flow.Widget) []*flow.Transition {
	if path, ok := c.incoming.To(w); ok {
		return path
	}
	for i, way := range c.answered[w.Index] {
		if way.since != nil && way.since.From != w {
			return c.path(w, i)
		}
	}
	return nil
}

// path returns one of the ways to a widget from where a call is answered.
func (c *secondCalls) path(w *flow.Widget, i int) (path []*flow.Transition) {
	for {
		way := c.answered[w.Index][i]
		path = append(path, way.by)
		if way.by == way.since {
			slices.Reverse(path)
			return path
		}
		w, i = way.by.From, way.from
	}
}
