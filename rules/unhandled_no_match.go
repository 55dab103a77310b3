package rules

import (
	"sync"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unhandled-no-match", Title: "An answer that fits no branch ends the execution",
		Group: finding.Paths, Severity: finding.Warning, Fix: finding.UnsafeFix,
		Varies: "note when no person chooses the value, when there is a single branch, and for a branch that leads nowhere",
		Doc: `Finds a Split Based On widget with branches that go on and a "noMatch" that ends
the execution, at once or after steps that nobody hears (a variable, a request):
whoever presses another key or writes another word is hung up on, or hears nothing
more.

A split on what a service or the flow itself supplies is a note: other values may
not exist. So is a split with a single branch, which is often meant as "if, else
stop", unless the question offers another answer, which is named (several are a matter of unanswered-key); when no person chooses the value either, nothing is said, unless somebody has
written or answered in a chat and would hear something on that branch, or is on the line and
would be asked something or put through. How a call went (DialCallStatus) is unanswered-call's. Nor is anything
said of branches that leave nothing over (blank and not blank, true and false, unless a service is asked round by round while somebody
waits), of a message
that says goodbye itself ("reply AGENT to talk to us, otherwise goodbye"), and of a question that is asked again after a first answer that fitted nowhere.

On a call of which only one branch goes on, another that leads nowhere, beside an open
"noMatch", is a warning: who says no is hung up on without a word.

As a note it finds a branch ("match") that ends the execution while others go on and
a person chooses among them, or waits for what a service says, on a call also after steps that nobody hears: perhaps it
was never connected. It is a warning when the
prompt of a call offers the key of that branch for something, and not in order to end.

So it does a split with one branch, or all of whose branches end, on tries that are counted, or on what
a service or an assistant says of somebody on the line, while something is heard when nothing
fits: open hours that end the call, and closed ones that are told. It is a warning where the first
try of several is the last.

A split without any "noMatch" is stuck when nothing fits (warning 81005); old exports
leave it out.

Nor is anything said where each way to the split leads over another one on the same, which stays as it is
(flow.data), by a branch that fits here, too.

Those of a flow on what a person chose are one finding: it stands at the first and
lists the others. So are those on what nobody chose.

As a note, once a flow, it finds a question on a call for a number or a code that is asked again,
word for word, when what was entered fits no branch, or a service refuses it: nothing tells
the caller that it was wrong. A menu that names its keys may well be read again, and where the
tries are counted nothing is said. So it does a wrong key that leads back to an earlier question,
unless the menu says so.

As a note, once a flow, it finds a question by message that is answered by yes or no and names no answers,
whose split takes a few words for a yes and whatever else is written for a no: "sure" is told goodbye. So it does, once a
flow, one on a call that is answered in one's own words, and takes "yes" alone for a yes: "yeah" is none.

As a note, once a flow, it finds a menu whose branches each keep what was chosen (Set Variables) and go on to the
same step, while what fits none of them goes there at once.

And as a note, once a flow, it finds a split that asks whether a person's number is more or less than one, and
leads that one and whatever is no number to the same last words. Where that number is refused as no valid answer
(less than 6, greater than 6, and 6 is wrong), it is a warning, also over several splits in a row.

As a note, once a flow, it finds a split, or several in a row, on the hour, the day or the month, or on a number of a
service, whose branches leave some of it out (less than 12 and greater than 12; each month but November), which is then
told that something went wrong.

As a note, once a flow each, it finds an answer by message that fits no branch and leads to another question with the
words of the first one, and one that leads to "are you still there?", which is for silence.

And as a note, once a flow, it finds a split on what the flow is started with (flow.data) whose "noMatch" ends, and
so does a branch for one value beside another that goes on: that value does what any other does.

Lead "noMatch" to a message and back to the question, or to an agent.`,
	},
	Check: func(p *lint.Pass) {
		persons := values.AsksPerson.Of(p)
		// A second attempt is one after silence, or after an answer that fitted nowhere.
		again := values.Again.Of(p)
		first := p.Flow.Routes(func(t *flow.Transition) bool { return !again[t] })
		fixed := sync.OnceValue(func() map[string][]*flow.Widget { return fixedSplits(p) })
		var open []*flow.Transition
		var rest unfitting
		for _, w := range p.Flow.Widgets {
			if w.Facts.Split && w.Listed() && first.Reach(w) && !matchedBefore(p, w, fixed) {
				if t := checkNoMatch(p, w, persons[w.Index], first, &rest); t != nil {
					open = append(open, t)
				}
			}
		}
		if len(open) > 0 {
			reportUnfitting(p, open, first)
		}
		if len(rest.others) > 0 {
			reportOthers(p, rest.others, first)
		}
		reportSingles(p, rest.single, first)
		reportUntoldRefusal(p)
		reportAskedByCopy(p)
		reportAskedIfThere(p)
		reportMiddle(p)
		reportHoles(p)
		reportGaps(p)
		reportAssumedNo(p)
		reportSpokenNo(p)
		reportSkipped(p)
		reportUnled(p, persons)
	},
})

// unfitting are the "noMatch" of splits that end the execution, and of which each kind is told once: those on what no
// person chose, and those on an answer for which there is one branch.
type unfitting struct{ others, single []*flow.Transition }

// checkNoMatch looks at one split. It returns the "noMatch" that ends the execution when
// what a person chose fits none of several branches, notes it among others when no person did, and reports the rest.
func checkNoMatch(p *lint.Pass, w *flow.Widget, person bool, first flow.Routes, others *unfitting) *flow.Transition {
	all := reads.Branches.Of(p)[w.Index]
	unread, ok := unreadBranches(p, w)
	goingOn := differing(all) + unread
	otherwise := w.OnKind(schemas.KindNoMatch)
	if ok && !person && goingOn <= 1 {
		reportLone(p, w, otherwise, all, first)
	}
	if !ok || goingOn == 0 {
		return nil
	}
	heard := restIsHeard(p, otherwise, all)
	if person && !heard && otherwise != nil && goingOn == 1 && reportNo(p, otherwise, all, first) {
		return nil
	}
	if person || heard && (values.Waiting.Of(p)[w.Index] != 0 && tellsService(p, w) || keepsCaller(p, w)) {
		reportOpenBranches(p, w, all, first)
	}
	if heard || person && otherwise != nil && closes(p, w) {
		return nil
	}
	return reportOtherwise(p, w, person, goingOn, first, others)
}

// restIsHeard reports whether something is heard after what fits no branch, if anything can.
func restIsHeard(p *lint.Pass, otherwise *flow.Transition, all []reads.Branch) bool {
	return otherwise != nil && !values.EndsUnheard(p, otherwise) || split.Exhaustive(literals(all)) && !lacksAnswer(p, otherwise, all)
}

// reportOtherwise reports a "noMatch" that ends the execution, or is missing, and returns
// it when what a person chose fits none of several branches.
func reportOtherwise(p *lint.Pass, w *flow.Widget, person bool, goingOn int, first flow.Routes, others *unfitting) *flow.Transition {
	otherwise := w.OnKind(schemas.KindNoMatch)
	switch {
	case otherwise == nil:
		reportNoOtherwise(p, w, person && goingOn > 1, first)
	case person && goingOn > 1:
		return otherwise
	case !isClear(p, w) || isFilledIn(p, w): // whose value it is cannot be told
	case person:
		not := answers.OfferedToNone.Of(p)[w]
		if not.More {
			return nil // unanswered-key names them all, and what comes of it
		}
		if not.Answer == "" {
			others.single = append(others.single, otherwise)
			return nil
		}
		p.Reportf(otherwise, "%s offers %s, which no branch of %s takes: that ends without a word (%s), as anything else does; say something there",
			not.Question.Label(), words.Quote(not.Answer), w.Label(), values.Unsaid(otherwise)).
			Identify(w.Label()).Along(values.Route(p, first, w)).As(finding.Note)
	default:
		reportRest(p, otherwise, goingOn, first, &others.others)
	}
	return nil
}

// reportSingles reports the splits on an answer for which there is one branch, while whatever else is answered ends the
// execution: once, since one decision mends all of them.
func reportSingles(p *lint.Pass, all []*flow.Transition, first flow.Routes) {
	if len(all) == 0 {
		return
	}
	t := all[0]
	subject := t.From.Label() + " has one branch"
	if n := len(all) - 1; n > 0 {
		subject = t.From.Label() + " and " + words.Plural(n, "other split") + " have one branch each"
	}
	d := p.Reportf(t, "%s: other answers end without a word (%s); fine if that is meant", subject, values.Unsaid(t)).
		Identify(t.From.Label()).Along(values.Route(p, first, t.From)).As(finding.Note)
	for _, other := range all[1:] {
		d.Also(other, "and "+other.From.Label())
	}
}
