package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
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
		Varies: "warning for an HTTP request after which a caller would hear something, and for a caller who gets into no queue",
		Doc: `Finds a widget that goes on when it works and ends the execution when it fails:
the call is dropped, the chat falls silent, and nobody is told. On a call a failed
HTTP request is a warning when the caller would have heard or reached something
after it. The others of a flow are one finding, since one apology serves all of them.

In a chat, while somebody waits for a word, a failure that leads to steps that say nothing
ends as silently: a variable, a record that is kept (log, audit), a request that is made
also when all goes well. A request for the failure alone is taken for its handling.

It also finds a Send to Flex or Enqueue Call that ends on failedToEnqueue: there is
no task, or the queue is full, and the customer waits for an agent who will never
come. A call also ends on callFailure, an error of Twilio's: it is named beside the other, and is
a note where it alone leads nowhere. All of a flow are one finding: a warning on a call, and where the flow handles
such a failure elsewhere, since then this one was forgotten; else a note.

Nothing is asked of a widget that itself only handles a failure or is retired, of one
that has two transitions for an event, nor of one whose failure leaves nobody to talk to: a message that could not be sent, a call or
conversation that did not come about. Messages that end when they cannot be sent are
one note a flow, where a request, an agent or another flow comes right after them (on a call also
where the caller is asked or told more, and is cut off): that is then left undone, for the sake of a word; so are those that only tell a server of it
while somebody waits for the agent. A pause (a request to …/delay) is nothing to be done, nor
is a request that only serves what the same person is told or asked next.

A Run Subflow that ends either way is a note when it fails so: all that the person was to
hear was in the other flow. So is a request or a Function that ends either way, when somebody
has written and was told nothing, in a flow that speaks to people: it sends the answer itself,
or nobody does. And so is an Add TwiML Redirect that ends either way, and puts values into the query of its
address as they are: a blank in one may make none of it.

In a subflow that asks people itself, requests that end so are one note: its parent goes
on as if they had worked.

A message, a request or a call that a split may pass by (who has not opted in gets none) shows that what
comes after it does not need it: where its failure ends the execution all the same, that is one note.

And it finds work that comes only after what is said on a call that the flow has made, and does not
need it: a hang-up ends the execution there. That is one note a flow.

Lead the failure to an apology, another way to reach somebody, or a second
attempt that is counted.`,
	},
	Check: func(p *lint.Pass) {
		normal := p.Flow.Routes(func(t *flow.Transition) bool { return t.Facts.Kind != schemas.KindFailure })
		var gone []lostCall
		var silent silentFailures
		passed := optionals(p, normal, works)
		round := stepsOf(passed)
		for _, w := range p.Flow.Widgets {
			if !w.Facts.Known() || w.Facts.Retired != nil || w.Repeats() || w.Facts.Needs == schemas.NeedsMessage || w.Facts.Creates != nil || !normal.Reach(w) {
				continue
			}
			open, lost, goesOn := failuresOf(p, w)
			switch {
			case lost != nil:
				if l := (lostCall{at: lost, call: onCall(p.Flow, w, normal)}); l.call || !values.Reported(p.Document, lost) {
					if l.call {
						l.other = open
					}
					gone = append(gone, l)
				}
			case open != nil && losesCustomer(w) && onCall(p.Flow, w, normal):
				gone = append(gone, lostCall{at: open, call: true})
			case round[w]: // reportOptionals
			case open != nil && goesOn:
				silent.report(p, open, normal)
			}
		}
		silent.tell(p, normal)
		if len(gone) > 0 {
			reportLost(p, gone, normal)
		}
		reportCutOff(p, normal)
		reportOptionals(p, passed, normal)
		reportUndone(p, normal, round)
		reportLast(p, normal)
		reportInSubflow(p, normal)
		reportBehindCall(p, normal)
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

// reportUndone reports the messages that end the execution when they cannot be sent, though
// what comes right after them does not need them.
func reportUndone(p *lint.Pass, normal flow.Routes, told map[*flow.Widget]bool) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells || w.Incomplete || told[w] || !normal.Reach(w) {
			continue
		}
		worked, failed := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
		undone := undoneWithout(p, w, worked)
		if failed == nil || undone == nil || !failed.Ends() && (effects.ActOf(undone) != effects.HandsOver || !values.EndsUnheard(p, failed)) {
			continue
		}
		if d != nil {
			if len(d.Related) < lint.MaxRelated {
				d.Relate(failed, "and "+w.Label())
			}
			continue
		}
		d = p.Reportf(failed, "when %s cannot be sent (%s), %s is left undone; lead it on, too",
			w.Label(), values.Unsaid(failed), undone.Label()).As(finding.Note)
		d.Identify(w.Label()).Along(values.Route(p, normal, w))
	}
}

// reportCutOff reports the messages during a call that end it when they cannot be sent, though the
// caller would hear more: once.
func reportCutOff(p *lint.Pass, normal flow.Routes) {
	var d *finding.Diagnostic
	noticed := values.Noticed.Of(p)
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsMessage || w.Incomplete || !normal.Reach(w) {
			continue
		}
		worked, failed := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
		if worked == nil || worked.Meant == nil || failed == nil || !failed.Ends() || works(worked.Meant) || !noticed[worked.Meant.Index] || !p.Flow.MayHaveCall(worked.Meant) || !onCall(p.Flow, w, normal) {
			continue
		}
		if d != nil {
			if len(d.Related) < lint.MaxRelated {
				d.Relate(failed, "and "+w.Label())
			}
			continue
		}
		d = p.Reportf(failed, "when the message of %s cannot be sent (%s), the caller is cut off before %s; lead it on, too",
			w.Label(), words.Quote(failed.Event), worked.Meant.Label()).As(finding.Note)
		d.Identify(w.Label()).Along(values.Route(p, normal, w))
	}
}

// reportInSubflow reports the requests of a subflow that ends when they fail, though it
// asks the person itself: its parent goes on as if it had worked.
func reportInSubflow(p *lint.Pass, normal flow.Routes) {
	parent := p.Flow.Entry(flow.ParentEvent)
	if parent == nil {
		return
	}
	worked := parent.Walk(func(t *flow.Transition) bool { return t.Facts.Known() && t.Facts.Kind != schemas.KindFailure })
	noticed := values.Noticed.Of(p)
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Requests || w.Repeats() || normal.Reach(w) || !worked.Reach(w) {
			continue
		}
		open, _, _ := failuresOf(p, w)
		goes := w.OnKind(schemas.KindSuccess)
		if open == nil || !open.Ends() || goes == nil || goes.Meant == nil || !noticed[goes.Meant.Index] || !afterQuestion(p.Flow, w) {
			continue
		}
		if d != nil {
			if len(d.Related) < lint.MaxRelated {
				d.Relate(open, "so does "+w.Label())
			}
			continue
		}
		d = p.Reportf(open, "%s ends the subflow without a word when it fails (%s), and the parent takes it for completed; say so, or set a variable that the parent tests",
			w.Label(), words.Quote(open.Event)).As(finding.Note)
	}
}

// reportLast reports the subflows with which an execution ends, also when they fail: once. So
// it does the requests that are all that whoever has written gets.
func reportLast(p *lint.Pass, normal flow.Routes) {
	var subflow, request, redirect *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		open, done := w.OnKind(schemas.KindFailure), w.OnKind(schemas.KindSuccess)
		if w.Repeats() || open == nil || done == nil || !open.Ends() || !done.Ends() || !normal.Reach(w) {
			continue
		}
		d, of := &subflow, "the subflow of "
		switch act := effects.ActOf(w); {
		case act == effects.Requests && answersAlone(p, w):
			d, of = &request, ""
		case mayMissAddress(p.Flow, w):
			d, of = &redirect, "the redirect of "
		case act != effects.RunsFlow:
			continue
		}
		if *d == nil {
			*d = p.Reportf(open, "when %s fails (%s), nothing at all is said; lead it to an apology", of+w.Label(), words.Quote(open.Event)).
				As(finding.Note).Identify(w.Label()).Along(values.Route(p, normal, w))
		} else if len((*d).Related) < lint.MaxRelated {
			(*d).Relate(open, "and when "+of+w.Label()+" does")
		}
	}
}

// answersAlone reports whether a request is what somebody gets who has written and was told
// nothing yet, in a flow that speaks: it must send the answer itself. A branch for what was written is a matter of
// no-last-word.
func answersAlone(p *lint.Pass, w *flow.Widget) bool {
	persons := values.AsksPerson.Of(p)
	return values.Waiting.Of(p)[w.Index] == values.Wrote && !words.KeepsRecord(w.Name) && slices.Contains(values.Noticed.Of(p), true) &&
		!slices.ContainsFunc(w.In, func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindBranch && persons[t.From.Index] })
}

// afterQuestion reports whether a person was asked something before a widget, and waits.
func afterQuestion(f *flow.Flow, w *flow.Widget) bool {
	return slices.ContainsFunc(f.Widgets, func(q *flow.Widget) bool {
		return q.OnKind(schemas.KindInput) != nil && f.CanPrecede(q, w)
	})
}

// undoneWithout returns what comes after a message, at once or after pauses and steps that set variables, and does not need
// it; nil when there is nothing, or only what serves the person that cannot be reached.
func undoneWithout(p *lint.Pass, message *flow.Widget, worked *flow.Transition) *flow.Widget {
	const most = 3 // pauses, and steps that set variables
	for range most {
		if worked == nil || worked.Meant == nil || !values.Pauses(worked.Meant) && effects.ActOf(worked.Meant) != effects.Sets {
			break
		}
		worked = worked.Meant.Onward()
	}
	if worked == nil || !works(worked.Meant) || values.Pauses(worked.Meant) {
		return nil
	}
	if effects.HeardBy(p.Flow, message) == effects.Contact && values.OnlyForTalk(p.Flow, worked.Meant) {
		return nil
	}
	return worked.Meant
}

// works reports whether a widget does something for its own sake.
func works(w *flow.Widget) bool {
	if w == nil {
		return false
	}
	switch effects.ActOf(w) {
	case effects.Requests, effects.RunsFlow, effects.HandsOver:
		return true
	}
	return false
}

// report reports another failure that ends the execution, where a caller waits for what a request
// brings; others are told together.
func (all *silentFailures) report(p *lint.Pass, open *flow.Transition, normal flow.Routes) {
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
	case !open.Ends() && (!heard || !call && !leftWaiting(p, open)):
		return // somebody else is told, or nobody notices
	case !heard:
		all.undone = append(all.undone, open)
	case call && w.Facts.MakesRequest:
		p.Reportf(open, "%s hangs up on the caller when it fails (%s); lead it to an apology", w.Label(), values.Unsaid(open)).Along(values.Route(p, normal, w)).As(finding.Warning)
	default:
		all.heard = append(all.heard, open)
	}
}

// silentFailures are the failures of a flow after which nothing is said: those of steps after which
// somebody would hear something, and others.
type silentFailures struct{ heard, undone []*flow.Transition }

// tell reports them: once, since one decision mends all of them.
func (all *silentFailures) tell(p *lint.Pass, normal flow.Routes) {
	list := append(all.heard, all.undone...)
	if len(list) == 0 {
		return
	}
	first := list[0]
	w := first.From
	ends, how, cure := "end% without a word", values.Unsaid(first), "lead it to an apology"
	switch {
	case len(all.heard) == 0:
		ends, how, cure = "end%", words.Quote(first.Event), "lead it on if what comes after is to be done"
	case onCall(p.Flow, w, normal):
		ends = "hang% up on the caller"
	}
	label, one, fails := w.Label(), "s", "it fails"
	if n := len(list) - 1; n > 0 {
		label, one, fails = label+" and "+words.Plural(n, "other step"), "", "they fail"
		cure = strings.Replace(cure, "lead it", "lead them", 1)
	}
	d := p.Reportf(first, "%s %s when %s (%s); %s", label, strings.Replace(ends, "%", one, 1), fails, how, cure).
		Identify(w.Label(), first.Event).Along(values.Route(p, normal, w))
	for i, t := range list[1:min(len(list), lint.MaxRelated+1)] {
		if i+1 < len(all.heard) {
			d.Relate(t, "so does "+t.From.Label())
		} else {
			d.Relate(t, "and what comes after "+t.From.Label()+" is left undone")
		}
	}
}

// leftWaiting reports whether a failure leads to steps in a chat that tell nobody of it: at
// most a variable is set, or a record is kept, while somebody waits for a word.
func leftWaiting(p *lint.Pass, open *flow.Transition) bool {
	waits := values.Waiting.Of(p)[open.From.Index] != 0
	return (waits || effects.ActOf(open.Meant) == effects.Sets) && !values.Reported(p.Document, open)
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
