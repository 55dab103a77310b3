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
	"studiolint/lint/shape"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "no-last-word", Title: "A person answers and hears nothing more",
		Group: finding.Paths, Severity: finding.Note,
		Doc: `Finds an answer of a person, keys, speech or a message, after which nothing is said,
sent or asked any more, whatever happens: it is stored or passed on, and the execution
ends. On a call the caller is cut off, in a chat the person does not know whether
anybody has read it; and a failure to store it looks the same.

It also finds a split that counts silence on a call or wrong answers and, when there were too
many, ends without a word: the caller hears the line go dead, whoever wrote waits. What a subflow leaves to
its parent is left alone.

On an incoming call it finds a request right after an answer of which the caller hears when it
fails, and nothing when it works; and a message that is sent to him instead of a word on the line.

And it finds an incoming call that is never spoken to: whatever works, the caller hears
nothing and is hung up on. A Function that answers with TwiML does not speak; Add TwiML
Redirect does.

And it finds what only tells that an answer to a menu is wrong ("not a valid choice"), says neither
goodbye nor what to do, and is the last that is heard.

An answer that ends the execution at once is left alone, unless it is asked for something and
other questions of the flow lead on, or, on an incoming call, nothing reads it. So is a split that sorts answers (unhandled-no-match),
but for branches of a chat that lead to steps after which nothing is said: once a flow, and
by itself where only a wrong answer hears something. A Function that sends the word itself
may be what is meant. STOP and START are answered by Twilio.

And it finds a message that callers leave (Record Voicemail) after which the call ends
without a word, where the flow has a last word elsewhere or the caller is told by which key to
end, and nothing thanks before the beep. It is left alone where the flow goes on in the same way
when the caller hangs up.

And it finds a branch for an answer that only sets variables, which a parent may read, in a flow that
can also begin without one: then nobody reads them, and the person hears nothing.

Say thank you after success, and something else after a failure.`,
	},
	Check: func(p *lint.Pass) {
		unheard := values.Unheard.Of(p)
		told := map[*flow.Widget]bool{}
		for t := range p.Flow.Transitions() {
			if t.Facts.Kind != schemas.KindInput || t.Meant == nil || t.Meant.Facts.Split || !p.Flow.Reachable(t.From) {
				continue
			}
			if w := t.Meant; unheard[w.Index] && !told[w] {
				told[w] = true
				p.Reportf(w, "%s takes what a person answers to %s (%s), and it ends without a word, well or badly; say which",
					w.Label(), t.From.Label(), words.Quote(t.Event))
			}
		}
		reportGivenUp(p)
		reportSilentCall(p)
		reportTaken(p, told)
		reportEnding(p)
		reportOnlyWrong(p)
		reportRecorded(p)
		reportOnlyFailure(p)
		reportLeftToParent(p)
	},
})

// reportRecorded reports the messages of callers after which the call ends without a word, where
// the flow parts with a word elsewhere, or callers are told how to end a message and so stay on
// the line: once.
func reportRecorded(p *lint.Pass) {
	if p.Flow.Entry(flow.ParentEvent) != nil {
		return // the parent may say it
	}
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !w.Facts.TakesMessage || w.Incomplete || !p.Flow.Reachable(w) || !p.Flow.MayHaveCall(w) {
			continue
		}
		t := w.OnKind(schemas.KindSuccess)
		if t == nil || !values.EndsUnheard(p, t) {
			continue
		}
		before := effects.ToldBefore(w)
		switch {
		case offer.Parts(before) || !offer.NamesFinish(before) && (asHungUp(w, t) || !hasLastWord(p)):
		case d == nil:
			d = p.Reportf(t, "%s ends the call without a word (%s): the caller cannot tell that the message was taken; say thank you",
				w.Label(), values.Unsaid(t)).Identify(w.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(t, "so does "+w.Label())
		}
	}
}

// asHungUp reports whether a message that was taken leads to the step that comes also when its
// caller has hung up, or may: the flow takes its end for that of the call.
func asHungUp(w *flow.Widget, done *flow.Transition) bool {
	left := w.OnKind(schemas.KindHangup)
	return left != nil && !left.Ends() && (left.Meant == nil || left.Meant == done.Meant)
}

// hasLastWord reports whether something is said on a call that then ends.
func hasLastWord(p *lint.Pass) bool {
	return slices.ContainsFunc(p.Flow.Widgets, func(w *flow.Widget) bool {
		t := w.Onward()
		return effects.ActOf(w) == effects.Tells && w.Needs() == schemas.NeedsCall && t != nil && values.EndsUnheard(p, t) && p.Flow.Reachable(w)
	})
}

// reportOnlyFailure reports the requests after an answer on a call after which the caller hears
// something when they fail, and nothing when they work, and the messages that are sent while he
// waits on the line for a word: once.
func reportOnlyFailure(p *lint.Pass) {
	noticed := values.Noticed.Of(p)
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		worked, failed := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
		if worked == nil || values.Waiting.Of(p)[w.Index]&values.Replied == 0 || w.Incomplete || !values.EndsUnheard(p, worked) {
			continue
		}
		switch act := effects.ActOf(w); {
		case act == effects.Requests && failed != nil && failed.Meant != nil && noticed[failed.Meant.Index]:
		case act == effects.Tells && w.Needs() == schemas.NeedsMessage && effects.HeardBy(p.Flow, w) == effects.Contact && !expected(p.Flow, w):
		default:
			continue
		}
		if !values.OnLine(p.Document, w) {
			continue
		}
		if d != nil {
			if len(d.Related) < lint.MaxRelated {
				d.Relate(worked, "so it is with "+w.Label())
			}
			continue
		}
		d = p.Reportf(worked, "after %s (%s) the caller hears nothing and is hung up on; say that it was done",
			w.Label(), words.Quote(worked.Event)).Identify(w.Label())
	}
}

// expected reports whether whoever gets a message was told of it in a question before, or is
// asked by message, too.
func expected(f *flow.Flow, w *flow.Widget) bool {
	return slices.ContainsFunc(f.Widgets, func(q *flow.Widget) bool {
		return effects.ActOf(q) == effects.Asks && (q.Needs() == schemas.NeedsMessage || offer.SpeaksOfMessage(effects.Prompt(q).Text())) && f.CanPrecede(q, w)
	})
}

// reportOnlyWrong reports what tells that an answer is wrong, says no goodbye, and is the last that
// is heard, though the question is not asked again: once.
func reportOnlyWrong(p *lint.Pass) {
	var d *finding.Diagnostic
	told := map[*flow.Widget]bool{}
	for _, menus := range [][]answers.Menu{answers.Menus.Of(p), answers.SpokenMenus.Of(p)} {
		for i := range menus {
			m := &menus[i]
			if m.Otherwise == nil || m.Otherwise.Meant == nil || told[m.Otherwise.Meant] || !onlySaysWrong(p, m.Otherwise.Meant) {
				continue
			}
			w := m.Otherwise.Meant
			told[w] = true
			if d == nil {
				d = p.Reportf(w, "%s only says that an answer to %s is wrong, and then nothing comes; lead it back to the question, or say what to do",
					w.Label(), m.Question.Label()).Identify(w.Label()).Relate(m.Otherwise, "how one comes there")
			} else if len(d.Related) < lint.MaxRelated {
				d.Relate(w, "so does "+w.Label())
			}
		}
	}
}

// onlySaysWrong reports whether a widget tells that an answer is wrong, and neither what to do nor
// goodbye, and nothing is heard after it.
func onlySaysWrong(p *lint.Pass, w *flow.Widget) bool {
	text := effects.Prompt(w).Text()
	if effects.ActOf(w) != effects.Tells || w.Incomplete || len(w.Transitions) == 0 || liquid.HasMarkup(text) || !offer.SaysWrong(text) || offer.Closes(text) || offer.Parts(text) || offer.Furthers(text) {
		return false
	}
	return !slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return !values.EndsUnheard(p, t) })
}

// reportEnding reports the questions that end the execution with any answer, while others of
// the flow lead on by theirs: once.
func reportEnding(p *lint.Pass) {
	routes := p.Flow.Routes(func(*flow.Transition) bool { return true })
	var ending []*flow.Transition
	others := false
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Facts.TakesMessage || w.Incomplete || !routes.Reach(w) {
			continue
		}
		switch t := w.OnKind(schemas.KindInput); {
		case t == nil:
		case slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindInput && !t.Ends() }):
			others = true
		case answers.Wanted(effects.Prompt(w).Text()):
			ending = append(ending, t)
		}
	}
	why := "while others lead on: the answer"
	if !others {
		ending = unreadOnCall(p, ending)
		why = "and nothing reads it: it"
	}
	if len(ending) == 0 {
		return
	}
	first := ending[0]
	d := p.Reportf(first, "%s ends with its answer (%s), %s is lost; connect it",
		first.From.Label(), words.Quote(first.Event), why).Identify(first.From.Label()).Along(values.Route(p, routes, first.From))
	for _, t := range ending[1:min(len(ending), lint.MaxRelated+1)] {
		d.Relate(t, "so does "+t.From.Label())
	}
}

// unreadOnCall returns the answers of some, those on incoming calls, that nothing reads. Whoever
// started the execution otherwise may look them up.
func unreadOnCall(p *lint.Pass, all []*flow.Transition) []*flow.Transition {
	if len(all) == 0 || slices.ContainsFunc(p.Flow.Entries(), func(e *flow.Entry) bool { return e.Channels() != flow.Call }) {
		return nil
	}
	read := reads.StoredBy(p.Flow)
	return slices.DeleteFunc(all, func(t *flow.Transition) bool {
		return t.From.Needs() != schemas.NeedsCall || read[t.From.Name] || read[""] || p.Flow.Unread()
	})
}

// asksForEnd reports whether a branch is taken by a word with which people end a talk.
func asksForEnd(p *lint.Pass, t *flow.Transition) bool {
	all := reads.BranchesOf(p, t)
	return len(all) > 0 && !slices.ContainsFunc(all, func(b reads.Branch) bool { return !offer.EndsTalk(b.Comparison.Value()) })
}

// reportTaken reports the splits of a chat, while a person waits for an answer, of which
// branches lead to steps after which that person hears nothing: where all of them do and
// what fits none is answered, only a wrong answer gets a word. Otherwise they are one finding.
func reportTaken(p *lint.Pass, told map[*flow.Widget]bool) {
	persons := values.AsksPerson.Of(p)
	routes := p.Flow.Routes(func(*flow.Transition) bool { return true })
	var some *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		if persons[w.Index] && noMatchAnswered(p, w) && takenUnheard(p, w) {
			first := w.OnKind(schemas.KindBranch).Meant
			if !told[first] {
				told[first] = true
				p.Reportf(first, "%s takes the answer that fits a branch of %s, and it ends without a word, well or badly; only a wrong answer hears something: say that it was taken",
					first.Label(), w.Label()).Relate(w, "the split on the answer")
			}
			continue
		}
		if !sortsForWaiting(p, w) || !routes.Reach(w) || followsUnheard(p, w) {
			continue
		}
		for _, t := range w.Transitions {
			if t.Facts.Kind != schemas.KindBranch || !isTakenUnheard(p, t) || told[t.Meant] || asksForEnd(p, t) {
				continue
			}
			told[t.Meant] = true
			if some == nil {
				some = p.Reportf(t.Meant, "%s, on a branch of %s, ends without a word to whoever answered; say so",
					t.Meant.Label(), w.Label()).Identify(t.Meant.Label()).Relate(w, "the split")
			} else if len(some.Related) < lint.MaxRelated {
				some.Relate(t.Meant, "so does "+t.Meant.Label())
			}
		}
	}
}

// sortsForWaiting reports whether a person of a chat waits at a split: who was asked, or wrote
// what it sorts.
func sortsForWaiting(p *lint.Pass, w *flow.Widget) bool {
	waits := values.Waiting.Of(p)[w.Index]
	return !p.Flow.MayHaveCall(w) && (waits&values.Replied != 0 || waits != 0 && values.AsksPerson.Of(p)[w.Index])
}

// noMatchAnswered reports whether something is heard after an answer that fits no branch.
func noMatchAnswered(p *lint.Pass, w *flow.Widget) bool {
	t := w.OnKind(schemas.KindNoMatch)
	return t != nil && t.Meant != nil && values.Noticed.Of(p)[t.Meant.Index]
}

// followsUnheard reports whether nothing is heard after a split and what comes first after the
// answer is another step, which is told of.
func followsUnheard(p *lint.Pass, w *flow.Widget) bool {
	return values.Unheard.Of(p)[w.Index] &&
		!slices.ContainsFunc(w.In, func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindInput })
}

// takenUnheard reports whether all branches of a split, and there are some, lead to a step
// after which nothing is heard.
func takenUnheard(p *lint.Pass, w *flow.Widget) bool {
	branches := 0
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch {
			continue
		}
		if !isTakenUnheard(p, t) {
			return false
		}
		branches++
	}
	return branches > 0
}

// isTakenUnheard reports whether a branch leads to a step after which nothing is heard. After
// STOP it is Twilio that answers, and what the flow said would fail.
func isTakenUnheard(p *lint.Pass, t *flow.Transition) bool {
	return t.Meant != nil && !t.Meant.Facts.Split && values.EndsUnheard(p, t) &&
		!slices.ContainsFunc(reads.Branches.Of(p)[t.From.Index], func(b reads.Branch) bool {
			return b.Transition == t && b.Literal && answers.SaidByTwilio(b.Comparison)
		})
}

// reportSilentCall reports an incoming call on which nothing is said, asked or handed over, as
// long as nothing fails.
func reportSilentCall(p *lint.Pass) {
	for _, e := range p.Flow.Entries() {
		if e.Channels()&flow.Call == 0 || len(e.Transitions) != 1 {
			continue
		}
		if first := e.Transitions[0]; first.Meant != nil && !values.Noticed.Of(p)[first.Meant.Index] && shape.ClearAfter(p, first.Meant) {
			p.Reportf(first, "on %s nothing is said, asked or handed over, so the caller hears nothing and is hung up on; say something", words.Quote(e.Event))
		}
	}
}

// reportGivenUp reports the splits that count attempts and hang up without a word when there
// were too many: once.
func reportGivenUp(p *lint.Pass) {
	all := values.GivesUp.Of(p)
	if len(all) == 0 {
		return
	}
	routes := p.Flow.Routes(func(*flow.Transition) bool { return true })
	var d *finding.Diagnostic
	for _, g := range all {
		w := g.End.From
		switch {
		case !routes.Reach(w):
		case d == nil:
			on := "was silent"
			if g.After.Facts.Kind == schemas.KindNoMatch {
				on = "chose wrongly"
			}
			how := "ends without a word for"
			if p.Flow.MayHaveCall(w) {
				how = "hangs up without a word on"
			}
			d = p.Reportf(g.End, "%s %s whoever %s too often (%s); say goodbye first", w.Label(), how, on, values.Unsaid(g.End)).
				Relate(g.After, "what is counted").Identify(w.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(g.End, "so does "+w.Label())
		}
	}
}
