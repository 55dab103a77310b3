package answers

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// isUnsent reports whether nothing before or after a widget may have sent what it says was sent: where other requests are
// made, they only look something up or write it down.
func isUnsent(d *project.Document, w *flow.Widget, said string) bool {
	by := senders.Of(d)
	return !(by.others.Connect(w) || by.people.Precede(w) || !offer.ByMail(said) && by.chats.Connect(w))
}

// senders are the steps that may send something, or have somebody who does.
var senders = lint.NewFact(func(d *project.Document) (all struct{ chats, people, others *flow.Some }) {
	all.chats = d.Flow.Some(isChat)
	all.people = d.Flow.Some(func(w *flow.Widget) bool { return effects.ActOf(w) == effects.HandsOver && !isChat(w) })
	all.others = d.Flow.Some(func(w *flow.Widget) bool {
		switch effects.ActOf(w) {
		case effects.Sets, effects.Splits, effects.Begins, effects.Tells, effects.Asks, effects.HandsOver:
			return w.Incomplete
		case effects.Requests:
			return w.Incomplete || !sendsNothing(w)
		}
		return true
	})
	return all
})

// sendsNothing reports whether a request only looks something up, or writes down what happens, by its name, and nothing
// of what it is given speaks of messages.
func sendsNothing(w *flow.Widget) bool {
	if w.Facts.Request == nil || !offer.NamesLookingUp(w.Name) && !words.KeepsRecord(w.Name) || offer.MaySend(w.Name) {
		return false
	}
	for n := range w.Properties.Strings() {
		if n.Key() != w.Facts.Request.MediaType && offer.MaySend(n.Text()) {
			return false
		}
	}
	return true
}

// A Sending is a message to the person, and what says on a call that it was sent.
type Sending struct {
	Message *flow.Widget
	Failed  *flow.Transition // of the message, where what says so comes then
	Told    *flow.Widget
	Words   string // of the text
}

// SentAnyways returns the messages of which a caller is told that they were sent also when they were not.
func SentAnyways(d *project.Document) (all []Sending) {
	for _, w := range d.Flow.Widgets {
		if !isChat(w) || effects.ActOf(w) != effects.Tells || !d.Flow.Reachable(w) {
			continue
		}
		failed := w.OnKind(schemas.KindFailure)
		told := effects.Next(failed, effects.Tells)
		if told == nil || isChat(told) || told.Incomplete {
			continue
		}
		text := effects.Prompt(told).Text()
		said, ok := offer.Promises(text, offer.Sent)
		if !ok || offer.MayRegret(text) || len(d.Flow.TemplatesOf(told)) > 0 || offer.ByMail(said) ||
			effects.HeardBy(d.Flow, w) != effects.Contact {
			continue
		}
		all = append(all, Sending{w, failed, told, said})
	}
	return all
}

// SentTooLate returns the messages that are sent only after a caller is told that they were, by which no other one that
// was sent before can be meant.
func SentTooLate(d *project.Document) (all []Sending) {
	f := d.Flow
	for _, w := range f.Widgets {
		if effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsCall || w.Incomplete || !f.Reachable(w) {
			continue
		}
		message := effects.Next(w.Onward(), effects.Tells)
		if message == nil || !isChat(message) || effects.HeardBy(f, message) != effects.Contact {
			continue
		}
		said, ok := offer.Promises(effects.Prompt(w).Text(), offer.Sent)
		if !ok || offer.ByMail(said) || mayBeSentBefore(d, w) || len(f.TemplatesOf(w)) > 0 || regretsApart(message) {
			continue
		}
		all = append(all, Sending{message, message.OnKind(schemas.KindFailure), w, said})
	}
	return all
}

// mayBeSentBefore reports whether anything may have been sent to the person before a widget.
func mayBeSentBefore(d *project.Document, w *flow.Widget) bool {
	by := senders.Of(d)
	return by.others.Precede(w) || by.chats.Precede(w) || by.people.Precede(w) ||
		d.Flow.Entry(flow.ParentEvent) != nil || len(d.Flow.Unfollowable()) > 0
}

// regretsApart reports whether the failure of a message leads to words that its success does not lead to.
func regretsApart(message *flow.Widget) bool {
	failed, worked := message.OnKind(schemas.KindFailure), message.OnKind(schemas.KindSuccess)
	told := effects.PastSetting(failed)
	return told != nil && told != effects.PastSetting(worked)
}
