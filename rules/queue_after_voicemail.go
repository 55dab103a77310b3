package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "queue-after-voicemail", Title: "A caller who left a message is put into a queue",
		Group: finding.Paths, Severity: finding.Warning,
		Doc: `Finds a live call that goes from a recorded message straight into a queue, by Send to
Flex or Enqueue Call. The caller has just said everything and now hears hold music; the
task or the place in the queue ends when the caller hangs up, and with it the message.

It also finds a call that goes into a queue right after the caller was told that somebody will
call back, and nothing of holding or hanging up; and, as a note, a task whose attributes say that it is for a
call back ("type": "callback"), after a caller has chosen that or entered a number.

Where the flow asks the caller again in between, nothing is said, nor of who left no message, or whose message could
not be stored.

Make a task for the recording by a Function (TaskRouter's API), say goodbye, and end the
call.`,
	},
	Check: func(p *lint.Pass) {
		told := map[*flow.Widget]bool{}
		for _, w := range p.Flow.Widgets {
			if !w.Facts.TakesMessage || !p.Flow.Reachable(w) {
				continue
			}
			for _, queue := range queuesAfter(w) {
				if told[queue] {
					continue
				}
				told[queue] = true
				p.Reportf(queue, "%s puts the live call into a queue after %s has taken a message: the caller waits again; make a task by a Function",
					queue.Label(), w.Label()).Relate(w, words.Quote(w.Name)+" takes the message")
			}
		}
		reportCallBack(p, told)
		reportRequested(p, told)
	},
})

// reportCallBack reports the queues into which a call is put after the caller was told that
// somebody will call back.
func reportCallBack(p *lint.Pass, told map[*flow.Widget]bool) {
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsCall {
			continue
		}
		text := effects.Prompt(w).Text()
		said, ok := offer.Promises(text, offer.CallBack)
		if !ok || offer.SpeaksOfLine(text) || !offer.PhonesBack(said) || !p.Flow.Reachable(w) {
			continue
		}
		for _, queue := range queuesAfter(w) {
			if !told[queue] {
				told[queue] = true
				p.Reportf(queue, "%s puts the live call into a queue after %s has said %s: the caller waits on; make a task by a Function, and end the call",
					queue.Label(), w.Label(), words.Quote(said)).Relate(effects.PlaceOfPrompt(w), "where it is said")
			}
		}
	}
}

// queuesAfter returns the widgets that put a call into a queue and come right after a
// widget, whatever is said or done in between without asking.
func queuesAfter(w *flow.Widget) (found []*flow.Widget) {
	walk := flow.WalkFrom(w)
	for at := range walk.All() {
		switch {
		case at == w:
		case at.Facts.MayLose():
			found = append(found, at)
			continue
		case at.Facts.Dialog != schemas.DialogSilent && at.Facts.Dialog != schemas.DialogTells:
			continue
		}
		for _, t := range at.Transitions {
			if t.Facts.Kind != schemas.KindHangup && t.Facts.Kind != schemas.KindFailure &&
				(!at.Facts.TakesMessage || t.Facts.Kind == schemas.KindSuccess) { // of silence there is no message
				walk.Add(t.Meant)
			}
		}
	}
	return found
}

// reportRequested reports the tasks for a call back, as their attributes tell, that put the live call itself into a
// queue: the caller has chosen it from a menu or entered his number.
func reportRequested(p *lint.Pass, told map[*flow.Widget]bool) {
	for _, w := range p.Flow.Widgets {
		if w.Facts.FlexTask == nil || told[w] || w.Incomplete || !onlyOnCall(p.Flow, w) || !p.Flow.Reachable(w) {
			continue
		}
		n := effects.AttributesOf(w)
		if !offer.ForCallBack(n.Text()) || !values.AfterChoice(p.Document, w) && !reads.AnyAnswer(p.Flow, w) {
			continue
		}
		told[w] = true
		p.Reportf(w, "%s is for a call back, but puts the live call into a queue, where it waits; make a task by a Function",
			w.Label()).Relate(n, "what it is for").As(finding.Note)
	}
}

// onlyOnCall reports whether a widget is come to in a call alone.
func onlyOnCall(f *flow.Flow, w *flow.Widget) bool {
	return f.MayHaveCall(w) && !slices.ContainsFunc(f.Entries(), func(e *flow.Entry) bool { return e.Channels() != flow.Call && e.Reaches(w) })
}
