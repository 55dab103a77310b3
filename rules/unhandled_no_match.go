package rules

import (
	"slices"
	"strings"
	"sync"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
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
stop"; when no person chooses the value either, nothing is said, unless somebody has
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
whose split takes a few words for a yes and whatever else is written for a no: "sure" is told goodbye.

And as a note, once a flow, it finds a split that asks whether a person's number is more or less than one, and
leads that one and whatever is no number to the same last words.

Lead "noMatch" to a message and back to the question, or to an agent.`,
	},
	Check: func(p *lint.Pass) {
		persons := values.AsksPerson.Of(p)
		// A second attempt is one after silence, or after an answer that fitted nowhere.
		again := values.Again.Of(p)
		first := p.Flow.Routes(func(t *flow.Transition) bool { return !again[t] })
		fixed := sync.OnceValue(func() map[string][]*flow.Widget { return fixedSplits(p) })
		var open, rest []*flow.Transition
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
		if len(rest) > 0 {
			reportOthers(p, rest, first)
		}
		reportUntoldRefusal(p)
		reportMiddle(p)
		reportAssumedNo(p)
	},
})

// reportUntoldRefusal reports the questions for a code that are asked again as if for the first
// time when it was wrong: once.
func reportUntoldRefusal(p *lint.Pass) {
	var d *finding.Diagnostic
	told := map[*flow.Transition]bool{}
	for _, w := range p.Flow.Widgets {
		if w.Facts.KeyEntry == nil || p.Flow.LoopOf(w) == nil || !p.Flow.Reachable(w) || !shape.Clear(p, w) || !asksForCode(w) {
			continue
		}
		t := refusedUntold(p, w, func(to *flow.Widget) bool { return to == w })
		if t == nil {
			t = refusedUntold(p, w, func(to *flow.Widget) bool {
				return to.Facts.KeyEntry != nil && asksForCode(to) && answers.ComesBefore(p.Flow, to, w)
			})
		}
		told[t] = true
		switch {
		case t == nil || !shape.Clear(p, t.From, t.Meant):
		case d == nil:
			d = p.Reportf(placeOf(t), "%s leads back to %s, which asks as if for the first time: nothing says that the entry was wrong; say so first", t.From.Label(), t.Meant.Label()).
				As(finding.Note).Relate(t.Meant, "the question").Identify(w.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(placeOf(t), "so does "+t.From.Label()+", to "+t.Meant.Label())
		}
	}
	for _, s := range answers.SentBacks.Of(p) {
		if told[s.Otherwise] || !shape.Clear(p, s.Otherwise.From, s.Question, s.Earlier) {
			continue
		}
		if d == nil {
			d = p.Reportf(placeOf(s.Otherwise), "%s leads a wrong answer to %s back to %s, and nothing says that it was wrong; say so first", s.Otherwise.From.Label(), s.Question.Label(), s.Earlier.Label()).
				As(finding.Note).Relate(s.Earlier, "where one comes to").Identify(s.Question.Label())
		} else if len(d.Related) < lint.MaxRelated {
			d.Relate(placeOf(s.Otherwise), "so does "+s.Otherwise.From.Label()+", to "+s.Earlier.Label())
		}
	}
}

// placeOf is where a transition says where it leads, or its event.
func placeOf(t *flow.Transition) finding.Placer {
	if t.NextNode.Exists() {
		return t.NextNode
	}
	return t
}

// asksForCode reports whether a question asks for a number or a code in a text that is the same
// each time, and names no key.
func asksForCode(w *flow.Widget) bool {
	const few = 3 // digits of a code
	text := effects.Prompt(w).Text()
	if text == "" || liquid.HasMarkup(text) || offersChoice(text) || len(offer.Range(text)) > 0 || offer.IsAnotherTry(text) {
		return false
	}
	if waits, ok := w.Property(w.Facts.KeyEntry.Count).Number(); ok && waits >= few {
		return true
	}
	n, _ := offer.Digits(text)
	return n >= few || n == 0 && offer.AsksNumber(text)
}

// offersChoice reports whether a text offers an answer, other than the key that ends what is entered.
func offersChoice(text string) bool {
	return slices.ContainsFunc(offer.In(text), func(o offer.Offer) bool { return !offer.NamesFinish(o.Answer) })
}

// refusedUntold returns the transition of a split by which an entry that is not taken leads back
// to its question, or to another one, over nothing that is heard; nil when there is none. A request that is made with
// the entry may come between; who counts the tries tells of it in the end.
func refusedUntold(p *lint.Pass, question *flow.Widget, isBack func(*flow.Widget) bool) *flow.Transition {
	const far = 12 // steps that are looked at
	seen := map[*flow.Widget]bool{question: true}
	var queue []*flow.Widget
	follow := func(t *flow.Transition) {
		if w := t.Meant; w != nil && !seen[w] && (w.Facts.Split || effects.ActOf(w) == effects.Requests) {
			seen[w] = true
			queue = append(queue, w)
		}
	}
	for _, t := range question.Transitions {
		if t.Facts.Kind == schemas.KindInput {
			follow(t)
		}
	}
	for ; len(queue) > 0 && len(seen) <= far; queue = queue[1:] {
		w := queue[0]
		for _, t := range w.Transitions {
			if w.Facts.Split && t.Meant != nil && isBack(t.Meant) && isRefusal(p, t) {
				return t
			}
			if t.Facts.Kind != schemas.KindFailure {
				follow(t)
			}
		}
	}
	return nil
}

// isRefusal reports whether what is entered is not taken when a split leads on by a transition:
// a branch for a key is the caller's own choice, and one for blank is of no entry.
func isRefusal(p *lint.Pass, t *flow.Transition) bool {
	if t.Facts.Kind == schemas.KindNoMatch {
		return true
	}
	branches := reads.BranchesOf(p, t)
	return len(branches) > 0 && !slices.ContainsFunc(branches, func(b reads.Branch) bool {
		return b.Comparison.Operator() == "is_blank" || len(b.Comparison.Value()) == 1 ||
			b.Condition.Facts.Value == schemas.ValueNumber && !split.IsNumber(b.Condition.Value.Text()) // condition-value
	})
}

// reportUnfitting reports the splits on what a person chose that end the execution when
// the answer fits nowhere: once, since one decision mends all of them.
func reportUnfitting(p *lint.Pass, open []*flow.Transition, first flow.Routes) {
	t := open[0]
	w := t.From
	var d *finding.Diagnostic
	if n := len(open) - 1; n > 0 {
		d = p.Reportf(t, "%s and %s end without a word when an answer fits no branch (\"noMatch\"); ask again",
			w.Label(), words.Plural(n, "other split"))
	} else {
		d = p.Reportf(t, "%s ends without a word when an answer fits no branch (%s); ask again",
			w.Label(), values.Unsaid(t))
	}
	d.Identify(w.Label()).Along(values.Route(p, first, w))
	for _, t := range open[1:min(len(open), lint.MaxRelated+1)] {
		d.Relate(t, "and "+t.From.Label())
	}
	for _, t := range open {
		if asked := reads.Asked(p.Flow, t.From); asked != nil && t.Ends() {
			d.SuggestMore(false, "Ask again", leadTo(t, asked))
		}
	}
}

// leadTo is the edit that leads a transition without next to a widget.
func leadTo(t *flow.Transition, w *flow.Widget) source.Edit {
	if t.NextNode.Exists() {
		return t.NextNode.SetText(w.Name)
	}
	return t.Node.InsertMember(t.Node.Len(), "next", source.Text(w.Name))
}

// checkNoMatch looks at one split. It returns the "noMatch" that ends the execution when
// what a person chose fits none of several branches, notes it among others when no person did, and reports the rest.
func checkNoMatch(p *lint.Pass, w *flow.Widget, person bool, first flow.Routes, others *[]*flow.Transition) *flow.Transition {
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

// unreadBranches returns how many branches of a split go on of which it cannot be read what they
// ask, or where they lead. It reports false where one may have been meant to be noMatch, or may
// take all that the others leave: those ask for two texts at least, not for yes and no.
func unreadBranches(p *lint.Pass, w *flow.Widget) (goOn int, ok bool) {
	unread := 0
	for _, t := range w.Transitions {
		switch {
		case t.Facts.Kind == schemas.KindBranch && len(t.Conditions) == 1 && len(reads.BranchesOf(p, t)) > 0:
			if t.Next == "" && !t.Ends() {
				goOn++
			}
		case t.Facts.Kind == schemas.KindBranch, !t.Facts.Known():
			if unread++; !t.Ends() {
				goOn++
			}
		}
	}
	return goOn, unread == 0 || w.OnKind(schemas.KindNoMatch) != nil && askForTexts(reads.Branches.Of(p)[w.Index])
}

// askForTexts reports whether some branches ask for several texts, which are not all there is.
func askForTexts(all []reads.Branch) bool {
	texts := map[string]bool{}
	for _, b := range all {
		value := strings.ToLower(b.Comparison.Value())
		if !slices.Contains([]string{"equal_to", "contains", "starts_with", "matches_any_of"}, b.Comparison.Operator()) || value == "true" || value == "false" {
			return false
		}
		texts[value] = true
	}
	return len(texts) > 1
}

// restIsHeard reports whether something is heard after what fits no branch, if anything can.
func restIsHeard(p *lint.Pass, otherwise *flow.Transition, all []reads.Branch) bool {
	return otherwise != nil && !values.EndsUnheard(p, otherwise) || split.Exhaustive(literals(all)) && !lacksAnswer(p, otherwise, all)
}

// closes reports whether the question that a split sorts the answer to says itself that all is
// said unless one of its words is written.
func closes(p *lint.Pass, w *flow.Widget) bool {
	asked := reads.Asked(p.Flow, w)
	return asked != nil && asked.Needs() == schemas.NeedsMessage && offer.Closes(effects.Prompt(asked).Text())
}

// reportOtherwise reports a "noMatch" that ends the execution, or is missing, and returns
// it when what a person chose fits none of several branches.
func reportOtherwise(p *lint.Pass, w *flow.Widget, person bool, goingOn int, first flow.Routes, others *[]*flow.Transition) *flow.Transition {
	otherwise := w.OnKind(schemas.KindNoMatch)
	switch {
	case otherwise == nil:
		reportNoOtherwise(p, w, person && goingOn > 1, first)
	case person && goingOn > 1:
		return otherwise
	case !isClear(p, w) || isFilledIn(p, w): // whose value it is cannot be told
	case person:
		p.Reportf(otherwise, "%s takes one answer, and any other ends without a word (%s); fine if that is meant",
			w.Label(), values.Unsaid(otherwise)).Identify(w.Label()).Along(values.Route(p, first, w)).As(finding.Note)
	default:
		reportRest(p, otherwise, goingOn, first, others)
	}
	return nil
}

// reportNoOtherwise reports a split without any "noMatch", and offers to ask again.
func reportNoOtherwise(p *lint.Pass, w *flow.Widget, grave bool, first flow.Routes) {
	d := p.Reportf(w, "%s has no \"noMatch\": when none of its branches fits, the execution is stuck here (81005); add one that leads on", w.Label()).
		Along(values.Route(p, first, w))
	if !grave {
		d.As(finding.Note)
	}
	if asked := reads.Asked(p.Flow, w); asked != nil && values.AsksPerson.Of(p)[w.Index] {
		list := w.Node.Get("transitions")
		d.Suggest(false, "Ask again", list.Insert(list.Len(), source.Members{{Name: "event", Value: source.Text("noMatch")}, {Name: "next", Value: source.Text(asked.Name)}}))
	}
}

// reportRest reports a "noMatch" that ends the execution when what no person chose fits no branch.
func reportRest(p *lint.Pass, otherwise *flow.Transition, goingOn int, first flow.Routes, others *[]*flow.Transition) {
	w := otherwise.From
	kept := keepsCaller(p, w)
	waits := kept || values.Waiting.Of(p)[w.Index] != 0
	switch {
	case !otherwise.Ends() && (!waits || values.Reported(p.Document, otherwise)):
	case goingOn == 1 && waits && shape.Clear(p, w) && (kept || tellsService(p, w)):
		p.Reportf(otherwise, "%s has one branch, and on any other value whoever waits hears nothing (%s); fine if that is meant",
			w.Label(), values.Unsaid(otherwise)).Identify(w.Label()).Along(values.Route(p, first, w)).As(finding.Note)
	case goingOn > 1 && !onResultOfCall(p.Flow, w):
		*others = append(*others, otherwise)
	}
}

// isClear reports whether it is known who has given the value that a split tests: the widgets
// that it reads are as they should be, and so are those that set the variables.
func isClear(p *lint.Pass, w *flow.Widget) bool {
	return !slices.ContainsFunc(reads.Compared(p.Flow, w), func(r flow.Ref) bool {
		by := reads.Widget(p.Flow, r)
		_, variable := reads.VariableOf(p.Flow, r)
		return r.Root() == "widgets" && !shape.Clear(p, by) || variable && shape.MaySet(p)
	})
}

// isFilledIn reports whether a deployment step says what a branch of a split asks for.
func isFilledIn(p *lint.Pass, w *flow.Widget) bool {
	return slices.ContainsFunc(reads.Branches.Of(p)[w.Index], func(b reads.Branch) bool {
		return b.Condition.Value.Unknown() || b.Condition.Value.Filled()
	})
}

// onResultOfCall reports whether a split tests nothing but how a call went, which ends well by a
// result of its own: what the others lead to is unanswered-call's.
func onResultOfCall(f *flow.Flow, w *flow.Widget) bool {
	refs := reads.Compared(f, w)
	return len(refs) > 0 && !slices.ContainsFunc(refs, func(r flow.Ref) bool {
		by := reads.Widget(f, r)
		return by == nil || by.Facts.Transfer == nil || r.Name(2) != by.Facts.Transfer.Result
	})
}

// reportOthers reports the "noMatch" of some splits that ends the execution, on what no person chose: once.
func reportOthers(p *lint.Pass, all []*flow.Transition, first flow.Routes) {
	t := all[0]
	w := t.From
	format, args := "%s ends when its value fits no branch (%s); lead it on if there can be others", []any{w.Label(), values.Unsaid(t)}
	if n := len(all) - 1; n > 0 {
		format, args = "%s and %s end when their values fit no branch (%s); lead them on", []any{w.Label(), words.Plural(n, "other split"), values.Unsaid(t)}
	}
	d := p.Reportf(t, format, args...).Along(values.Route(p, first, w)).Identify(w.Label(), t.Event).As(finding.Note)
	for i, t := range all {
		if i > 0 && len(d.Related) < lint.MaxRelated {
			d.Relate(t, "and "+t.From.Label())
		}
		for _, b := range reads.Branches.Of(p)[t.From.Index] {
			if b.Transition.Ends() && len(d.Related) < lint.MaxRelated {
				d.Relate(b.Transition, "so does the branch "+b.Words())
			}
		}
	}
}

// tellsService reports whether one branch of a split, on what a service or a step before it
// supplies, leads to something that a person hears. A branch for what is missing (is blank)
// is meant as "unless", and a split on who writes, or what, keeps others out.
func tellsService(p *lint.Pass, w *flow.Widget) bool {
	noticed := values.Noticed.Of(p)
	return slices.ContainsFunc(reads.Branches.Of(p)[w.Index], func(b reads.Branch) bool {
		return b.Transition.Meant != nil && noticed[b.Transition.Meant.Index] && b.Comparison.Operator() != "is_blank"
	}) && !slices.ContainsFunc(reads.Compared(p.Flow, w), func(r flow.Ref) bool {
		_, variable := r.Variable()
		return r.Root() != "widgets" && !variable
	})
}

// keepsCaller reports whether a split on what a service says of a call goes on talking to the
// caller, who still waits, by a branch or by what fits none. What keeps some callers out is meant.
func keepsCaller(p *lint.Pass, w *flow.Widget) bool {
	if !values.OnLine(p.Document, w) {
		return false
	}
	refs := reads.Compared(p.Flow, w)
	if len(refs) == 0 || slices.ContainsFunc(refs, func(r flow.Ref) bool {
		by := reads.Widget(p.Flow, r)
		return by == nil || effects.ActOf(by) != effects.Requests || offer.NamesUnwanted(r.Reference.String())
	}) {
		return false
	}
	goesOn, out := false, offer.NamesUnwanted(w.Name)
	for _, t := range w.Transitions {
		goesOn = goesOn || talksAfter(t)
		for _, b := range reads.BranchesOf(p, t) {
			out = out || b.Comparison.Operator() == "is_blank" || offer.NamesUnwanted(b.Comparison.Value())
		}
	}
	return goesOn && !out
}

// talksAfter reports whether the caller is asked something or put through after a transition, at
// once or after what is told.
func talksAfter(t *flow.Transition) bool {
	const far = 8
	for range far {
		if t == nil || t.Meant == nil {
			return false
		}
		switch effects.ActOf(t.Meant) {
		case effects.Asks, effects.HandsOver:
			return true
		case effects.Tells, effects.Sets, effects.Requests:
			t = t.Meant.Onward()
		default:
			return false
		}
	}
	return false
}

// reportNo reports a split on a call of which one branch goes on, while another that
// a person chooses ends it as silently as "noMatch" does.
func reportNo(p *lint.Pass, otherwise *flow.Transition, all []reads.Branch, first flow.Routes) bool {
	w := otherwise.From
	ending := slices.IndexFunc(all, func(b reads.Branch) bool { return b.Transition.Ends() })
	goes := slices.IndexFunc(all, func(b reads.Branch) bool { return !b.Transition.Ends() })
	if ending < 0 || goes < 0 || !answersCall(p, w) {
		return false
	}
	p.Reportf(all[ending].Transition, "%s hangs up without a word on everybody whose answer is not %s, also when it is %s; say something before the end, or lead it on",
		w.Label(), all[goes].Words(), all[ending].Words()).Relate(otherwise, "and what fits no branch").Along(values.Route(p, first, w))
	return true
}

// answersCall reports whether a split tests what somebody answered on a call.
func answersCall(p *lint.Pass, w *flow.Widget) bool {
	return slices.ContainsFunc(reads.Compared(p.Flow, w), func(r flow.Ref) bool {
		asked := p.Flow.Widget(r.Name(1))
		return reads.IsAnswer(p.Flow, r) && asked != nil && asked.Needs() == schemas.NeedsCall
	})
}

// differing returns how many different branches of a split go on.
func differing(all []reads.Branch) int {
	seen := map[string]bool{}
	for _, b := range all {
		if b.Transition.Next != "" {
			seen[b.Subject+" "+b.Words()+" "+b.Transition.Next] = true
		}
	}
	return len(seen)
}

// literals returns what the branches of a split compare with, as far as the values
// are known.
func literals(all []reads.Branch) []split.Comparison {
	var known []split.Comparison
	for _, b := range all {
		if b.Literal {
			known = append(known, b.Comparison)
		}
	}
	return known
}

// reportOpenBranches reports the branches of a split that end the execution.
func reportOpenBranches(p *lint.Pass, w *flow.Widget, all []reads.Branch, first flow.Routes) {
	var d *finding.Diagnostic
	call := answersCall(p, w) || keepsCaller(p, w) // in a chat, a function may well send something
	for _, b := range all {
		switch {
		case !b.Transition.Ends() && !(call && b.Transition.Meant != nil && !b.Transition.Meant.Facts.Split && values.EndsUnheard(p, b.Transition)):
		case b.Transition.Ends() && offeredKey(p, b):
			p.Reportf(b.Transition, "the prompt offers %s, but that branch of %s leads nowhere: the caller is hung up on; connect it",
				words.Quote(b.Comparison.Value()), w.Label()).Along(values.Route(p, first, w)).As(finding.Warning)
		case d == nil:
			how, cure := "ends without a word", "connect it if it was forgotten"
			if !b.Transition.Ends() {
				how, cure = "leads to "+b.Transition.Meant.Label()+" and ends without a word", "say goodbye there"
			}
			d = p.Reportf(b.Transition, "the branch %s of %s %s, while others go on; %s", b.Words(), w.Label(), how, cure).Along(values.Route(p, first, w)).As(finding.Note)
		case len(d.Related) < lint.MaxRelated:
			d.Relate(b.Transition, "and the branch "+b.Words())
		}
	}
}

// offeredKey reports whether the prompt of a call offers a key for something that a branch
// takes, and not in order to end the call.
func offeredKey(p *lint.Pass, b reads.Branch) bool {
	for _, m := range answers.Menus.Of(p) {
		if m.Split != b.Transition.From || m.Question.Needs() != schemas.NeedsCall {
			continue
		}
		for _, o := range m.Offers {
			if o.IsKey() && b.Literal && b.Comparison.Holds(o.Answer) == split.Yes && !offer.EndsCall(o.Before+" "+o.After) {
				return true
			}
		}
	}
	return false
}
