package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unhandled-failure", Title: "A failure ends the execution",
		Group: finding.Paths, Severity: finding.Note,
		Varies: "warning for an HTTP request behind which a caller would hear something, and for a customer who gets into no queue",
		Doc: `Finds a widget that goes on when it works and ends the execution when it fails:
the call is dropped, the chat falls silent, and nobody is told. On a call a failed
HTTP request is a warning when the caller would have heard or reached something
behind it.

It also finds a Send to Flex or Enqueue Call that ends on failedToEnqueue: there is
no task, or the queue is full, and the customer waits for an agent who will never
come. That is a warning: nothing else tells of the customer who was lost.

Nothing is asked of a widget that itself only handles a failure, nor of one whose
failure leaves nobody to talk to: a message that could not be sent, a call or
conversation that did not come about.

Lead the failure to an apology, another way to reach somebody, or a second
attempt that is counted.`,
	},
	Check: func(p *lint.Pass) {
		normal := p.Flow.Routes(func(t *flow.Transition) bool { return t.Facts.Kind != schemas.KindFailure })
		for _, w := range p.Flow.Widgets {
			if !w.Facts.Known() || w.Facts.Needs == schemas.NeedsMessage || w.Facts.Creates != nil || !normal.Reach(w) {
				continue
			}
			open, lost, goesOn := failuresOf(p, w)
			switch {
			case lost != nil:
				reportLost(p, lost, normal)
			case open != nil && goesOn:
				reportFailure(p, open, normal)
			}
		}
	},
})

// failuresOf returns the first failure that ends the execution without another word, and
// one with which a person is lost, and whether the widget goes on when it has worked.
func failuresOf(p *lint.Pass, w *flow.Widget) (open, lost *flow.Transition, goesOn bool) {
	for _, t := range w.Transitions {
		switch {
		case t.Facts.Kind == schemas.KindFailure && values.EndsUnheard(p, t):
			if t.Facts.Lost {
				lost = t
			} else if open == nil {
				open = t
			}
		case goesOnBy(t):
			goesOn = goesOn || t.Next != ""
		}
	}
	return open, lost, goesOn
}

// reportLost reports a failure with which a person gets into no queue.
func reportLost(p *lint.Pass, lost *flow.Transition, normal flow.Routes) {
	w := lost.From
	if onCall(p.Flow, w, normal) {
		p.Reportf(lost, "%s cuts the caller off without a word on %s, and no agent learns of the call; lead it to an apology or another way out",
			w.Label(), words.Quote(lost.Event)).As(finding.Warning).Along(finding.Route(normal, w))
		return
	}
	d := p.Reportf(lost, "%s ends the execution on %s: no task is created, and the customer waits for nobody; lead it to an apology or another way out",
		w.Label(), words.Quote(lost.Event)).Along(finding.Route(normal, w))
	if w.Facts.Needs == schemas.NeedsFlex {
		d.As(finding.Warning)
	}
}

// reportFailure reports another failure that ends the execution.
func reportFailure(p *lint.Pass, open *flow.Transition, normal flow.Routes) {
	w := open.From
	call := onCall(p.Flow, w, normal)
	if w.Facts.Needs == schemas.NeedsFlex && !call {
		return // what else can fail there, fails on calls
	}
	noticed := values.Noticed.Of(p)
	heard := slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
		return goesOnBy(t) && t.Meant != nil && noticed[t.Meant.Index]
	})
	switch {
	case !open.Ends() && (!heard || !call):
		return // somebody else is told, or nobody notices
	case !heard:
		p.Reportf(open, "%s goes on when it works and ends the execution on %s, so what comes behind it is left undone; lead it on if it should be done",
			w.Label(), words.Quote(open.Event)).Along(finding.Route(normal, w))
		return
	}
	d := p.Reportf(open, "%s goes on when it works and ends the execution on %s, without a word to the person; lead it to an apology or another way out",
		w.Label(), words.Quote(open.Event)).Along(finding.Route(normal, w))
	if w.Facts.MakesRequest && call {
		d.As(finding.Warning)
	}
}

// goesOnBy reports whether a widget is left by a transition when it has worked.
func goesOnBy(t *flow.Transition) bool {
	return t.Facts.Kind == schemas.KindSuccess || t.Facts.Kind == schemas.KindAlways || t.Facts.Kind == schemas.KindHandoff
}

// onCall reports whether a widget is reached with a live call.
func onCall(f *flow.Flow, w *flow.Widget, normal flow.Routes) bool {
	for i, e := range f.Entries() {
		if normal[i] == nil || !normal[i].Reach(w) {
			continue
		}
		for _, live := range e.ChannelsAt(w) {
			if live&flow.Call != 0 {
				return true
			}
		}
	}
	return false
}
