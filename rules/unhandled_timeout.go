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
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unhandled-timeout", Title: "A caller who says nothing is cut off",
		Group: finding.Paths, Severity: finding.Warning,
		Varies: "note for questions by message, for silence that leads on as an answer does, and for somebody called, of whose silence a request tells",
		Doc: `Finds a Gather Input On Call widget whose "timeout" ends the execution while keys or
speech go on, at once or after steps that nobody hears (a request, a variable): a
caller who hesitates, or presses the key a second too late, is hung up on without a
word.

A question that is itself only asked again, after silence, is a second attempt; ending
there is nothing to warn of. A menu that comes after "hold the line" is a first one.

Those of a flow are one finding: it stands at the first and lists the others.

As a note it finds the questions by message that end so (Send & Wait For Reply), once a
flow, where something is lost with it: answers to other questions, or the message that began, that a request or a task
after it was to pass on (also kept in variables till then), or, where no message starts the flow, a late reply, which reaches
nobody; or where another question of the flow has a word for silence. The others of the flow that end so are listed beside
them. Elsewhere whoever
writes again begins anew, and nothing is said. What is asked again is a second attempt there,
too, and a question whose answer leads nowhere is left alone, and so is one whether there is anything else, and silence
that a request for it alone, not a log, tells to somebody.

As a note, once a flow, it finds a question by message that the API began and after whose time a
late answer begins the flow anew: there nothing reads it, and the person gets another sentence.
And it finds one that gives people two minutes at most to answer a text, and then ends without a word, or
a minute at most, and then ends with one (half of that in the chat of a web page), or some minutes at the first question
of a talk that the API begins: nobody waits for that. One-time codes and texts that name the time are left alone. And it finds a second question that ends so, while whoever
answers it is led to an agent in Flex whatever he writes.

As a note, once a flow, it finds silence that leads on as an answer does, to a request
or a subflow which is given that answer, and no earlier one: a blank one; or to the split of the answers, which tells
whoever says nothing that the answer was wrong; or to a text which says that something went wrong on our side.

So it finds, once a flow, the questions by message, and those on a call for a number, whose silence leads to the
next question as the answer does: a late reply is taken for the answer to that, and nobody learns that the
number was not entered. One that may be skipped is left alone, and so is an answer of which the flow asks
whether it is there. And it finds, once a flow, a menu whose choices are each kept (Set Variables) on the way to a
step to which silence leads at once, or after a word; and a menu whose silence, or whose failed delivery, counts as consent (a warning beside an answer that leaves it undone), as a yes
to what a request then does, or as a choice that is then done ("press 2 to cancel it"), unless it says so. So it finds a
question by message, whether there is anything else, whose silence brings the next question as a yes does.

The "noAudio" of a recording, which old accounts alone raise, is left alone.

Lead "timeout" to a message and back to the question, count the attempts, or lead
it to an agent.`,
	},
	Check: func(p *lint.Pass) {
		again := values.Again.Of(p)
		first := p.Flow.Routes(func(t *flow.Transition) bool { return !again[t] })
		var cut, dropped []*flow.Transition // by call, by message
		for _, w := range p.Flow.Widgets {
			open := openTimeout(p, w)
			if open == nil || !first.Reach(w) {
				continue
			}
			if w.Facts.Needs == schemas.NeedsCall {
				cut = append(cut, open)
			} else {
				dropped = append(dropped, open)
			}
		}
		if len(cut) > 0 {
			reportCut(p, cut, first)
		}
		dropped = reportLate(p, dropped, first)
		dropped = reportShort(p, dropped, first)
		dropped = reportUnserved(p, dropped, first)
		if dropped = losing(p, dropped); len(dropped) > 0 {
			reportDropped(p, dropped, first)
		}
		reportAnswered(p, first)
		reportTrouble(p, first)
		reportSkippedInSilence(p)
		reportSilentChoices(p)
		reportSilentMore(p)
	},
})

// openTimeout returns the transition by which a question ends the execution when nobody
// answers, though an answer goes on; nil when there is none.
func openTimeout(p *lint.Pass, w *flow.Widget) (open *flow.Transition) {
	byMessage := w.Facts.Needs != schemas.NeedsCall
	if byMessage && (effects.Raised(w, schemas.ByReply) == nil || offer.NeedsNoReply(effects.Prompt(w).Text())) {
		return nil
	}
	goesOn := false
	for _, t := range w.Transitions {
		switch {
		case t.Facts.Kind == schemas.KindTimeout && values.EndsUnheard(p, t):
			if !byMessage && offer.PartsOtherwise(effects.Prompt(w).Text()) {
				return nil // goodbye was said
			}
			open = t
		case t.Facts.Kind == schemas.KindInput:
			goesOn = goesOn || t.Next != ""
		}
	}
	if !goesOn || open != nil && byMessage && !open.Ends() &&
		values.Reported(p.Document, open) {
		return nil
	}
	return open
}

// losing returns the questions by message with whose silence something is lost, and once there is one, all others
// that are left open alike: the habit is one.
func losing(p *lint.Pass, dropped []*flow.Transition) []*flow.Transition {
	if p.Flow.BeginsByMessage() {
		dropped = slices.DeleteFunc(dropped,
			func(t *flow.Transition) bool { return offer.AsksWhatElse(effects.Prompt(t.From).Text()) })
	}
	dropped = slices.DeleteFunc(dropped,
		func(t *flow.Transition) bool { return offer.SettlesSilence(effects.Prompt(t.From).Text()) })
	if len(dropped) == 0 || !p.Flow.BeginsByMessage() ||
		slices.ContainsFunc(p.Flow.Widgets, func(w *flow.Widget) bool { return handlesSilence(p, w) }) {
		return dropped
	}
	passed, unsure := passedOn(p), len(p.Flow.Unfollowable()) > 0
	all := slices.Clone(dropped)
	lost := slices.DeleteFunc(dropped, func(t *flow.Transition) bool {
		if goesOnLate(p, t.From) {
			return true
		}
		silence := func(event string) bool { return event == t.Event }
		return !slices.ContainsFunc(passed, func(on passing) bool {
			return on.asked != t.From && !(t.Meant != nil && p.Flow.CanPrecedeBy(t.From, silence, on.by)) &&
				!(on.kept && (unsure || p.Flow.CanPrecede(on.by, t.From))) && p.Flow.CanPrecede(on.asked, t.From) &&
				p.Flow.CanPrecede(t.From, on.by)
		})
	})
	if len(lost) == 0 {
		return nil
	}
	told := map[*flow.Transition]bool{}
	for _, t := range lost {
		told[t] = true
	}
	for _, t := range all {
		if !told[t] && !goesOnLate(p, t.From) {
			lost = append(lost, t)
		}
	}
	return lost
}

// goesOnLate reports whether a late answer to a question, which nothing reads, leads where one in time
// does, since the flow that it begins comes there by itself.
func goesOnLate(p *lint.Pass, w *flow.Widget) bool {
	return answers.Unread.Of(p)[w.Index] && !slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
		to := effects.PastSetting(t)
		return t.Facts.Kind == schemas.KindInput && (to == nil || !answers.BegunAt.Of(p)[to.Index])
	})
}

// handlesSilence reports whether a question by message says or does something when nobody
// answers: then others were forgotten.
func handlesSilence(p *lint.Pass, w *flow.Widget) bool {
	silence := w.OnKind(schemas.KindTimeout)
	return silence != nil && w.Needs() == schemas.NeedsMessage && effects.Raised(w, schemas.ByReply) != nil &&
		!values.EndsUnheard(p, silence)
}

// A passing is a question and what passes the answer on, also by way of a variable. What is kept may
// have been passed on before, in an earlier round.
type passing struct {
	asked, by *flow.Widget
	kept      bool
}

// passedOn returns what passes answers on to a server or an agent, as they were given or by way
// of variables: so many that it costs little.
func passedOn(p *lint.Pass) (all []passing) {
	const most = 64
	for _, r := range p.Flow.Refs() {
		if by := r.Widget.Facts; by.Request == nil && by.FlexTask == nil {
			continue
		}
		given := []flow.Ref{r}
		kept := !reads.IsAnswer(p.Flow, r)
		if kept {
			given = values.Held.Of(p).Sources(r, func([]liquid.Filter) bool { return true })
		}
		for _, answer := range given {
			on := passing{p.Flow.Widget(answer.Name(1)), r.Widget, kept}
			if answer.Root() == "trigger" && !kept { // the message that began, of which a request before may have been told
				on.asked, on.kept = p.Flow.Begin(), true
			}
			if !reads.IsAnswer(p.Flow, answer) || on.asked == nil || slices.Contains(all, on) {
				continue
			}
			if all = append(all, on); len(all) == most {
				return all
			}
		}
	}
	return all
}

// reportDropped reports the questions by message after whose silence nothing comes.
func reportDropped(p *lint.Pass, dropped []*flow.Transition, first flow.Routes) {
	t := dropped[0]
	w := t.From
	subject, end := w.Label(), "ends"
	if n := len(dropped) - 1; n > 0 {
		subject, end = w.Label()+" and "+words.Plural(n, "other question"), "end"
	}
	late, within, cure := "", "in time", "remind or say goodbye"
	if !p.Flow.BeginsByMessage() {
		late = ", and a late reply is not read"
		if within = hurry(w); within != "in time" &&
			slices.ContainsFunc(dropped, func(t *flow.Transition) bool { return isUnasked(p.Flow, t.From) }) {
			cure = "give them hours"
		}
	}
	d := p.Reportf(t, "%s %s without a word when nobody answers %s (%s)%s; %s",
		subject, end, within, words.Quote(t.Event), late, cure).As(finding.Note)
	d.Identify(w.Label()).Along(values.Route(p, first, w))
	for _, t := range dropped[1:] {
		d.Also(t, "and "+t.From.Label())
	}
}

// hurry says within which time a question that nobody waits for is to be answered, where that is a few minutes.
func hurry(w *flow.Widget) string {
	const minute, few = 60, 15
	seconds, known := effects.Waits(w)
	if !known || seconds < minute || seconds > few*minute || seconds%minute != 0 {
		return "in time"
	}
	return "within " + words.Plural(seconds/minute, "minute")
}

// reportCut reports the questions that end the call of whoever is silent: once, since one
// decision mends all of them.
func reportCut(p *lint.Pass, cut []*flow.Transition, first flow.Routes) {
	d := values.Ends{
		One:  "%s hangs up on a caller who presses or says nothing (%s); ask again or say goodbye",
		Some: "%s and %s hang up on a caller who presses or says nothing; ask again or say goodbye", Other: "other question",
	}.Report(p, cut, first)
	if p.Flow.Entry(flow.CallEvent) == nil &&
		!slices.ContainsFunc(cut, func(t *flow.Transition) bool { return !isNoted(t) }) {
		d.As(finding.Note)
	}
}

// isNoted reports whether a step takes note of the silence of somebody whom the flow has called: perhaps of a machine.
func isNoted(silence *flow.Transition) bool {
	return effects.Next(silence, effects.Requests) != nil
}
