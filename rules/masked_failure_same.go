package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkSame looks at a step whose failure leads to the same as its success, where that is right
// after a person's answer. It reports true where, among several requests, an answer is lost so.
func checkSame(p *lint.Pass, w *flow.Widget, failed *flow.Transition, read func() map[string]bool) (lost bool) {
	to := effects.PastIdle(p.Flow, failed)
	switch {
	case slices.Contains(answers.Trials.Of(p), w): // unread-answer
	case lastWord(p, to):
		confirmsFailure(p, w, failed, to)
	case isClaimed(p, w, failed):
		reportClaimed(p, w, failed)
	case w.Facts.Request == nil || read()[w.Name] || read()[""]:
	case onlyRequest(p.Flow, w) && takesAnswer(w):
		p.Reportf(failed.NextNode, "%s is the only request of this flow, leads to %s when it works and when it fails, and nothing reads what comes back: nobody ever learns that it failed; lead %s elsewhere",
			w.Label(), to.Label(), words.Quote(failed.Event))
	default:
		return takesAnswer(w) && losesAnswer(p, w, read) && !isGivenAgain(p.Flow, failed)
	}
	return false
}

// confirmsFailure reports a step whose failure leads to the last word of its success, right after an answer, or
// where it passes on the message that the execution began with and the word says that it was, or promises somebody.
func confirmsFailure(p *lint.Pass, w *flow.Widget, failed *flow.Transition, told *flow.Widget) {
	if offer.Troubled(effects.Prompt(told).Text()) && !vouches(told) {
		return // it may be the report of a failure before it
	}
	vouched := vouches(told) || recordsOptOut(w, told)
	if (takesAnswer(w) || passesMessageOn(p.Flow, w) && vouched) &&
		(!mayFail(w.Name) || recordsOptOut(w, told) || reads.GivenAnswer(p.Flow, w) && vouched) {
		if !vouched && isSurvey(p.Flow) {
			return // the thanks are true all the same
		}
		then := "nobody learns of a failure"
		if vouched {
			then = "a failure is confirmed as a success"
		} else if keepsMark(p.Flow, w) {
			return // whose mark is lost need not learn of it
		}
		p.Reportf(failed.NextNode, "%s leads to the same last word %s when it works and when it fails, so %s; give %s a message of its own",
			w.Label(), told.Label(), then, words.Quote(failed.Event))
	}
}

// recordsOptOut reports whether a request right after an answer is all that is done before the word that no more messages
// come: what is named a record then is the list of those who want none.
func recordsOptOut(w, told *flow.Widget) bool {
	return w.Facts.Request != nil && offer.SaysNoMore(effects.Prompt(told).Text()) != "" &&
		!slices.ContainsFunc(effects.Into(w), func(t *flow.Transition) bool {
			return t.Facts.Kind != schemas.KindBranch && t.Facts.Kind != schemas.KindInput
		})
}

// keepsMark reports whether a request is given nothing of what a person answered but the mark for a talk.
func keepsMark(f *flow.Flow, w *flow.Widget) bool {
	given := answersGiven(f, w)
	return len(given) > 0 && !slices.ContainsFunc(given, func(r flow.Ref) bool {
		asked := reads.Widget(f, r)
		return asked == nil || !offer.AsksForMark(effects.Prompt(asked).Text())
	})
}

// passesMessageOn reports whether a request is given the text of the message that an execution begins with.
func passesMessageOn(f *flow.Flow, w *flow.Widget) bool {
	return w.Facts.Request != nil && slices.ContainsFunc(answersGiven(f, w), func(r flow.Ref) bool { return r.Root() == "trigger" })
}

// vouches reports whether a widget says that something was done or stored, or that somebody will see to it.
func vouches(w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	_, promised := offer.Promises(text, offer.CallBack)
	return promised || claims(w)
}

// lastWord reports whether a widget says something fixed, and nothing is heard after it.
func lastWord(p *lint.Pass, w *flow.Widget) bool {
	if !reads.FixedWord(w) {
		return false
	}
	for _, t := range w.Transitions {
		if !values.EndsUnheard(p, t) {
			return false
		}
	}
	return len(w.Transitions) > 0
}

// onlyRequest reports whether a flow makes no other request than that of a widget.
func onlyRequest(f *flow.Flow, w *flow.Widget) bool {
	return !slices.ContainsFunc(f.Widgets, func(other *flow.Widget) bool { return other != w && other.Facts.Request != nil })
}

// isSurvey reports whether a flow that only the API begins asks how satisfied somebody is, whose answer nobody waits for.
func isSurvey(f *flow.Flow) bool {
	return f.Entry(flow.RequestEvent) != nil && len(f.Entries()) == 1 &&
		slices.ContainsFunc(f.Widgets, func(w *flow.Widget) bool {
			return effects.ActOf(w) == effects.Asks && offer.AsksRating(effects.Prompt(w).Text())
		})
}
