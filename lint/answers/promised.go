package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/schemas"
)

// An Unkept is something that is told to a person and does not come.
type Unkept struct {
	By      *flow.Widget
	Promise offer.Promise
	Words   string // of the text

	// After is the question by whose answer one comes there, when what precedes that tells somebody of the
	// execution, and nothing after it does.
	After *flow.Widget

	Instead *flow.Widget // what takes a message of the caller who is to be put through; nil for none

	Elsewhere *flow.Widget // which tells somebody on other ways; nil for none
}

// Broken are the promises of a flow, in the order of its widgets, that nothing on the way
// from there keeps. What another flow does, or a widget of which nothing is known, may keep any.
var Broken = lint.NewFact(func(d *project.Document) []Unkept {
	var all []Unkept
	f := d.Flow
	if start := f.Begin(); start == nil || !start.Facts.Starts || f.Entry(flow.ParentEvent) != nil || len(f.Unfollowable()) > 0 {
		return nil
	}
	for _, w := range f.Widgets {
		text, ok := promising(w)
		if !ok {
			continue
		}
		decides := strings.Contains(effects.Prompt(w).Text(), "{%")
		for _, p := range promisesOf(f, w) {
			if decides && p != offer.CallBack {
				continue
			}
			said, ok := offer.Promises(text, p)
			if !ok {
				continue
			}
			broken, after := isBroken(d, w, p, said), (*flow.Widget)(nil)
			if broken && (p == offer.Stored || p == offer.Done || p == offer.Sent) && !allNamed(f) {
				continue // what does it may be a widget that cannot be told
			}
			if !broken && (p == offer.Stored || p == offer.Done) && !handedOut(f, w) {
				after = chosenInVain(f, w, said)
			}
			instead := recordedInstead(f, w, p)
			if broken || after != nil || instead != nil {
				all = append(all, Unkept{By: w, Promise: p, Words: said, After: after, Instead: instead})
				break // who is to be called back has left no message either
			}
		}
	}
	return all
})

// allNamed reports whether each widget of a flow has a name of its own.
func allNamed(f *flow.Flow) bool {
	return !slices.ContainsFunc(f.Widgets, func(w *flow.Widget) bool { return w.Name == "" || f.Only(w.Name) != w })
}

var (
	onCalls    = []offer.Promise{offer.Retry, offer.Transfer, offer.Message, offer.CallBack, offer.Sent, offer.Stored, offer.Later, offer.Done}
	byMessage  = []offer.Promise{offer.Retry, offer.Transfer, offer.CallBack, offer.Sent, offer.Stored, offer.Reply, offer.Later, offer.Done}
	inQuestion = []offer.Promise{offer.CallBack, offer.Sent, offer.Stored, offer.Later}
)

// promisesOf returns what is looked for in the text of a widget: none where nobody hears it, or
// somebody else than the contact.
func promisesOf(f *flow.Flow, w *flow.Widget) []offer.Promise {
	act := effects.ActOf(w)
	switch {
	case act == effects.Tells && w.Needs() == schemas.NeedsCall && f.MayHaveCall(w):
		return onCalls
	case act == effects.Asks && w.Needs() == schemas.NeedsCall && f.MayHaveCall(w):
		return inQuestion
	case w.Needs() != schemas.NeedsMessage || act != effects.Tells && act != effects.Asks ||
		effects.HeardBy(f, w) != effects.Contact || !f.Reachable(w):
		return nil
	case act == effects.Asks:
		return inQuestion
	}
	return byMessage
}

// isBroken reports whether nothing keeps a promise that is made at a widget.
func isBroken(d *project.Document, w *flow.Widget, p offer.Promise, said string) bool {
	f := d.Flow
	switch p {
	case offer.CallBack, offer.Stored, offer.Done:
		if p == offer.CallBack && (writesByRequest(f, w) || offer.ByMessage(said) && isWrittenTo(f, w)) {
			return false
		}
		return nobodyLearns(d, w, p == offer.Stored && offer.ToPerson(said)) && !handedOut(f, w) && !isDropped(f, w, said)
	case offer.Sent:
		return isUnsent(d, w, said) && !handedOut(f, w)
	case offer.Transfer:
		if isChat(w) {
			return isHandedToNobody(d, w)
		}
	case offer.Later:
		return isNeverSent(d, w, said)
	case offer.Reply:
		return waitsForNone(d, w)
	case offer.Retry:
		if isNoBid(f, w) {
			return false
		}
	}
	return leadsToNone(f, w, p)
}

// isNeverSent reports whether nothing sends what a text says that will come, and the text itself does not hold it.
func isNeverSent(d *project.Document, w *flow.Widget, said string) bool {
	if isChat(w) && offer.IsLinkOrCode(said) && offer.HasAddress(effects.Prompt(w).Text()) {
		return false
	}
	return nobodyWrites(d, w) && !isWrittenTo(d.Flow, w) && !handedOut(d.Flow, w)
}

// isNoBid reports whether a bid to try again may be meant for another message or call: one that begins anew, and one
// that follows no answer, or comes where nobody is asked anything.
func isNoBid(f *flow.Flow, w *flow.Widget) bool {
	return isChat(w) && mayWriteAgain(f, w) || !slices.ContainsFunc(f.Widgets, Asks) ||
		!followsAnswer(w) && !(isChat(w) && offer.Refuses(effects.Prompt(w).Text()))
}

// waitsForNone reports whether a reply that a text asks for comes to nobody: nothing waits for it, and no
// message begins the flow.
func waitsForNone(d *project.Document, w *flow.Widget) bool {
	f, t := d.Flow, w.Onward()
	return t != nil && !f.BeginsByMessage() &&
		(values.EndsUnheard(d, t) || f.MayHaveCall(w) && leadsToNone(f, w, offer.Reply)) && !handedOut(f, w) &&
		!answeredByTwilio(d, w)
}

// writesByRequest reports whether a request of the API starts the flow, too, and then a message or a question goes to the
// person who is told something at a widget that only others start: so somebody may come back to him.
func writesByRequest(f *flow.Flow, w *flow.Widget) bool {
	e := f.Entry(flow.RequestEvent)
	return e != nil && !e.Reaches(w) && slices.ContainsFunc(f.Widgets, func(other *flow.Widget) bool {
		return isChat(other) && effects.HeardBy(f, other) == effects.Contact && e.Reaches(other)
	})
}

// isWrittenTo reports whether the person to whom a widget says something is sent a message right before it, or after it
// before anything is asked.
func isWrittenTo(f *flow.Flow, w *flow.Widget) bool {
	writes := func(other *flow.Widget) bool {
		return other != w && isChat(other) && effects.ActOf(other) == effects.Tells && effects.HeardBy(f, other) == effects.Contact
	}
	after := unaskedAfter(w)
	for other := range after.All() {
		if writes(other) {
			return true
		}
	}
	return slices.ContainsFunc(effects.Into(w), func(t *flow.Transition) bool { return writes(t.From) && t.Facts.Kind == schemas.KindSuccess })
}

// isHandedToNobody reports whether a chat ends with a text which says that somebody takes it over, while nobody
// learns of it, and the text names no number or address, either.
func isHandedToNobody(d *project.Document, w *flow.Widget) bool {
	t, text := w.Onward(), effects.Prompt(w).Text()
	ends := t == nil && !w.Incomplete || t != nil && t.Ends() // what is not wired ends as well
	return ends && !offer.HasAddress(text) && !strings.ContainsAny(text, "0123456789") && nobodyLearns(d, w, false) &&
		!handedOut(d.Flow, w)
}

func isChat(w *flow.Widget) bool { return w.Needs() == schemas.NeedsMessage }

// nobodyLearns reports whether no step before or after a widget tells anybody else of the
// execution, nor, where that is what was said, sends the person a message.
func nobodyLearns(d *project.Document, w *flow.Widget, messages bool) bool {
	telling := tellers.Of(d)
	return !(telling.Connect(w) || telling.Has(w) && d.Flow.CanPrecede(w, w) || messages && chats.Of(d).Connect(w))
}

// tellers are the steps that somebody else than the contact may notice, and chats those that send a message or wait for
// one.
var (
	tellers = lint.NewFact(func(d *project.Document) *flow.Some {
		return d.Flow.Some(func(w *flow.Widget) bool { return tellsOthers(d.Flow, w) })
	})
	chats = lint.NewFact(func(d *project.Document) *flow.Some { return d.Flow.Some(isChat) })
)

// nobodyWrites reports whether nothing after a widget sends a message, and nothing before or after
// it learns who the person is.
func nobodyWrites(d *project.Document, w *flow.Widget) bool {
	known := writers.Of(d)
	if known.chats.Follow(w) || known.learners.Connect(w) {
		return false
	}
	var soon flow.Walk
	return !slices.ContainsFunc(known.transfers, func(other *flow.Widget) bool {
		if soon.Len() == 0 {
			soon = unaskedAfter(w)
		}
		return other != w && (soon.Has(other) ||
			slices.ContainsFunc(d.Flow.Entries(), func(e *flow.Entry) bool { return e.HasRun(other, w) }))
	})
}

// writers are the steps by which somebody who learns of the person may write: those that put through, and, of all
// others, those that send a message or wait for one, and those that tell others who the person is.
var writers = lint.NewFact(func(d *project.Document) (all struct {
	transfers       []*flow.Widget
	chats, learners *flow.Some
}) {
	transfers := func(w *flow.Widget) bool { return effects.ActOf(w) == effects.HandsOver && w.Facts.Transfer != nil }
	for _, w := range d.Flow.Widgets {
		if transfers(w) {
			all.transfers = append(all.transfers, w)
		}
	}
	all.chats = d.Flow.Some(func(w *flow.Widget) bool { return isChat(w) && !transfers(w) })
	all.learners = d.Flow.Some(func(w *flow.Widget) bool { return !transfers(w) && tellsOfPerson(d.Flow, w) })
	return all
})

// tellsOfPerson reports whether a step tells somebody else than the contact of the person.
func tellsOfPerson(f *flow.Flow, w *flow.Widget) bool { return tellsOthers(f, w) && learnsWho(f, w) }

// unaskedAfter returns what comes after a widget before anything is asked. Who is put through there,
// or on every way to the widget, may see to what was promised; who chooses it from a menu wants
// something else.
func unaskedAfter(w *flow.Widget) (walk flow.Walk) {
	walk.Add(w)
	for at := range walk.All() {
		if effects.ActOf(at) != effects.Asks {
			walk.AddNext(at)
		}
	}
	return walk
}

// learnsWho reports whether a step that tells others of the execution is given anything by which
// they know the person. A request that is given nothing of the contact, of the trigger or of
// what was answered or kept is not.
func learnsWho(f *flow.Flow, w *flow.Widget) bool {
	if effects.ActOf(w) != effects.Requests || w.Incomplete {
		return true
	}
	return slices.ContainsFunc(f.TemplatesOf(w), func(t *flow.Template) bool {
		return !t.Liquid.Readable() || slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool {
			return r.Root() != "widgets" && (r.Root() != "flow" || r.Name(1) != "channel") || reads.IsAnswer(f, r)
		})
	})
}

// leadsToNone reports whether no way from a widget leads to what keeps a promise.
func leadsToNone(f *flow.Flow, w *flow.Widget, p offer.Promise) bool {
	walk := flow.WalkFrom(w)
	for at := range walk.All() {
		if at != w && endsPromise(f, w, at) {
			continue
		}
		for _, t := range at.Transitions {
			switch next := t.Meant; {
			case next == nil && (!t.Ends() || !t.Facts.Known()):
				return false // it leads nobody knows where
			case next == nil || walk.Has(next):
			case keeps(next, p) || isChat(w) && effects.ActOf(next) == effects.HandsOver:
				return false
			default:
				walk.Add(next)
			}
		}
	}
	return true
}

// followsAnswer reports whether a widget comes after a question, or a split, and after nothing
// else: after a request or a call that failed, "try again" may well mean another call.
func followsAnswer(w *flow.Widget) bool {
	asked := false
	for _, t := range effects.Into(w) {
		switch effects.ActOf(t.From) {
		case effects.Asks, effects.Splits:
			asked = true
		case effects.Sets:
		default:
			return false
		}
	}
	return asked
}

// keeps reports whether a widget keeps a promise, or may.
func keeps(w *flow.Widget, p offer.Promise) bool {
	act := effects.ActOf(w)
	switch {
	case act == effects.Anything || act == effects.RunsFlow || w.Incomplete:
		return true
	case p == offer.Reply:
		return act == effects.HandsOver || act == effects.Asks && isChat(w)
	case p == offer.Retry:
		return act == effects.Asks || act == effects.HandsOver && w.Facts.Transfer == nil && w.Facts.FlexTask == nil
	case p == offer.Transfer && act == effects.Requests && sendsNothing(w):
		return false
	case act == effects.HandsOver || act == effects.Requests || act == effects.Works || act == effects.Dials ||
		w.Facts.TakesMessage:
		return true
	}
	return p == offer.Message && effects.Raised(w, schemas.BySpeech) != nil
}

// endsPromise reports whether a promise is over at a widget that does not keep it: the caller is
// put through instead of asked again, or asked what he was asked before.
func endsPromise(f *flow.Flow, w, next *flow.Widget) bool {
	act := effects.ActOf(next)
	return act == effects.HandsOver || act == effects.Asks && f.CanPrecede(next, w)
}

// mayWriteAgain reports whether whoever is told to try again in a chat can do so by another
// message: one began the flow, and no question was answered before.
func mayWriteAgain(f *flow.Flow, w *flow.Widget) bool {
	return f.BeginsByMessage() && !slices.ContainsFunc(f.Widgets, func(asks *flow.Widget) bool {
		return effects.ActOf(asks) == effects.Asks && f.CanPrecede(asks, w)
	})
}

// answeredByTwilio reports whether the only replies that a message invites are such that
// Twilio answers itself: STOP.
func answeredByTwilio(d *project.Document, w *flow.Widget) bool {
	offers := offer.In(effects.Prompt(w).Text())
	return len(offers) > 0 && !slices.ContainsFunc(offers,
		func(o offer.Offer) bool { return !schemas.IsForTwilio(o.Answer) })
}

// tellsOthers reports whether somebody else than the contact may notice a step.
func tellsOthers(f *flow.Flow, w *flow.Widget) bool {
	switch effects.ActOf(w) {
	case effects.Sets, effects.Splits, effects.Begins:
		return false
	case effects.Tells, effects.Asks:
		return w.Facts.TakesMessage || w.Incomplete || effects.HeardBy(f, w) != effects.Contact
	}
	return true
}

// handedOut reports whether the flow hands out its own execution, or somebody who started it
// may look into it.
func handedOut(f *flow.Flow, w *flow.Widget) bool {
	return slices.ContainsFunc(f.Entries(), func(e *flow.Entry) bool {
		by := e.Channels()
		return e.Reaches(w) && (by == 0 || by&^(flow.Call|flow.Message) != 0)
	}) || f.HandsOutItself()
}
