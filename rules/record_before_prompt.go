package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/shape"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "record-before-prompt", Title: "A recording begins before anything is said",
		Group: finding.Paths, Severity: finding.Warning, Varies: "note for a message that callers are to leave, for a question of consent, and for calls whose recording nobody is told of",
		Doc: `Finds a Call Recording widget that an incoming call can come to before anything
was said or asked. The call is answered by the first widget that speaks, listens
or connects; before that there is nothing to record and the widget fails.

As a note it finds a Record Voicemail that a caller comes to before anything was said: all
that he hears is a beep, and one of which no text before it speaks.

So it does a question whether the call may be recorded after the recording has begun, in a flow that ends none; and, once a
flow, calls that are recorded though no text says so.

And it finds a Call Recording that stops the recording (record_call is false) where none can have begun.

Put a Say/Play or Gather Input On Call widget before it.`,
	},
	Check: func(p *lint.Pass) {
		for _, e := range p.Flow.Entries() {
			if e.Channels()&flow.Call == 0 {
				continue
			}
			unanswered := e.Walk(func(t *flow.Transition) bool {
				return t.Facts.Known() && (t.From.Needs() != schemas.NeedsCall || t.From.Facts.IncomingOnly)
			})
			for _, w := range p.Flow.Widgets {
				if w.Facts.IncomingOnly && unanswered.Reach(w) {
					p.Reportf(w, "%s records the call before anything has answered it, and fails; put a Say/Play or Gather Input On Call widget before it", w.Label()).
						Along(finding.Route(flow.Routes{unanswered}, w))
				}
			}
			reportUnprompted(p, e)
		}
		reportConsent(p)
		reportUntoldRecording(p)
		reportIdleStops(p)
	},
})

// reportUnprompted reports the messages that callers are to leave though nobody told them to.
func reportUnprompted(p *lint.Pass, e *flow.Entry) {
	if e.Channels() != flow.Call || !slices.ContainsFunc(p.Flow.Widgets, func(w *flow.Widget) bool { return w.Facts.TakesMessage }) {
		return
	}
	silent := e.Walk(func(t *flow.Transition) bool {
		w := t.From
		switch effects.ActOf(w) {
		case effects.Anything, effects.RunsFlow:
			return false
		case effects.HandsOver:
			return w.Facts.Transfer != nil
		case effects.Tells, effects.Asks:
			return t.Facts.Known() && w.Needs() == schemas.NeedsCall && len(effects.Says(w)) == 0 && shape.Sound(p, w.Properties)
		}
		return t.Facts.Known()
	})
	for _, w := range p.Flow.Widgets {
		if w.Facts.TakesMessage && silent.Reach(w) {
			p.Reportf(w, "%s takes a message, and the caller comes there with nothing said before: all that is heard is a beep; say first what to do", w.Label()).
				Along(finding.Route(flow.Routes{silent}, w)).As(finding.Note)
			return
		}
	}
	reportUnasked(p)
}

// reportUnasked reports the messages of which no text before them speaks: once.
func reportUnasked(p *lint.Pass) {
	if p.Flow.Entry(flow.ParentEvent) != nil || len(p.Flow.Unfollowable()) > 0 {
		return
	}
	const most = 40 // messages that are looked at
	var speak, messages []*flow.Widget
	for _, w := range p.Flow.Widgets {
		if w.Facts.TakesMessage && p.Flow.Reachable(w) && len(messages) < most {
			messages = append(messages, w)
		}
		if maySpeak(w) {
			speak = append(speak, w)
		}
	}
	for _, w := range messages {
		if isRecordedInstead(p, w) || slices.ContainsFunc(speak, func(before *flow.Widget) bool {
			return before != w && p.Flow.CanPrecede(before, w)
		}) {
			continue
		}
		p.Reportf(w, "%s takes a message, but no text before it speaks of one: all that the caller hears is a beep; say first what to do", w.Label()).As(finding.Note)
		return
	}
}

// isRecordedInstead reports whether callers come to a message who were told that they are put through: prompt-mismatch.
func isRecordedInstead(p *lint.Pass, w *flow.Widget) bool {
	return slices.ContainsFunc(answers.Broken.Of(p), func(u answers.Unkept) bool { return u.Instead == w })
}

// maySpeak reports whether a caller may hear from a widget that there is a message to be left: a
// recording, a text that is filled in, and what is not known may say so.
func maySpeak(w *flow.Widget) bool {
	switch effects.ActOf(w) {
	case effects.Anything, effects.RunsFlow:
		return true
	case effects.HandsOver:
		return w.Facts.Transfer == nil
	case effects.Tells, effects.Asks:
		text := effects.Prompt(w).Text()
		return text == "" && len(effects.Says(w)) > 0 || liquid.HasMarkup(text) || offer.MaySpeakOfMessage(text)
	}
	return w.Incomplete || w.Facts.TakesMessage
}
