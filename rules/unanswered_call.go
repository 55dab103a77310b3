package rules

import (
	"cmp"
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
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
		ID: "unanswered-call", Title: "A caller whom nobody answers is dropped",
		Group: finding.Paths, Severity: finding.Note,
		Varies: "warning where the flow holds a second number, a voicemail or an apology for when something else fails, for another result of the call, or where another call's is tested",
		Doc: `Finds a Connect Call To widget whose "callCompleted" ends the execution while nothing
reads its DialCallStatus. That event comes also when the line is busy, when nobody takes
the call and when it cannot be made: the caller hears it ring and is then hung up on.

It is a warning where the flow has another way for callers whom nobody can help: a
number or a voicemail that only setbacks lead to (a failure, silence, what fits no
branch), or a word that only failures lead to. It was made for such a caller.

It also finds a split on DialCallStatus that leads one result on (no-answer) and hangs up on
another (busy, failed), which is a warning, too, or hangs up whenever nobody took the call;
one that comes after a call and tests how another call went, a warning; and one that calls the
next number, or asks for a message, after a call that was talked to (completed), and not when
nobody took it; and a call after which, however it went, an earlier question is asked again, or how the talk was, or the caller is
thanked for it ("thank you for speaking with us").

Left alone are calls after which somebody is told something, and those whose
DialCallStatus some template reads.

Test {{widgets.NAME.DialCallStatus}} with a split: lead "completed" to the end, and the
rest to a voicemail or an apology.`,
	},
	Check: func(p *lint.Pass) {
		var dropped []*flow.Transition
		for _, w := range p.Flow.Widgets {
			transfer := w.Facts.Transfer
			if transfer == nil || !p.Flow.Reachable(w) || w.Incomplete || readsResult(p.Flow, w) {
				continue
			}
			if t := w.On(transfer.Event); t != nil && values.EndsUnheard(p, t) {
				dropped = append(dropped, t)
			}
		}
		checkTalkedTo(p)
		checkResults(p)
		checkCrossedResults(p)
		reportBack(p)
		reportJudged(p)
		reportTalkThanked(p)
		if len(dropped) == 0 {
			return
		}
		t := dropped[0]
		fallback := fallbackFor(p, t.From)
		others := ""
		if n := len(dropped) - 1; n > 0 {
			others = ", and so for " + words.Plural(n, "other call")
		}
		d := p.Reportf(t, "%s ends on %s, also when the line is busy or nobody answers%s: the caller is dropped; test %s",
			t.From.Label(), words.Quote(t.Event), others, words.Shorten("widgets."+t.From.Name+"."+t.From.Facts.Transfer.Result)).
			Identify(t.From.Label()).Along(values.Route(p, p.Flow.Everywhere(), t.From))
		for _, other := range dropped[1:min(len(dropped), lint.MaxRelated)] {
			d.Relate(other, "and "+other.From.Label())
		}
		if fallback != nil {
			d.Relate(fallback, "what only other setbacks lead to").As(finding.Warning)
		}
	},
})

// checkTalkedTo reports the calls after which a message is asked for, or somebody else is
// called, also when they were answered: once, unless some template tells how they went.
func checkTalkedTo(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		transfer := w.Facts.Transfer
		if transfer == nil || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		t := w.On(transfer.Event)
		if t == nil || t.Meant == nil {
			continue
		}
		help := helpAfter(t.Meant)
		switch {
		case help == nil || help == w || p.Flow.CanPrecede(help, w) || readsResult(p.Flow, w):
		case d != nil && len(d.Related) < lint.MaxRelated:
			d.Relate(t, "and after "+w.Label())
		case d == nil:
			d = p.Reportf(t, "%s comes after %s also when that was answered and talked to: whoever is hung up on after a talk gets there; test %s",
				help.Label(), w.Label(), words.Shorten("widgets."+w.Name+"."+transfer.Result)).As(finding.Note).Relate(help, "what is for calls that nobody answers")
		}
	}
}

// helpAfter returns what takes a message or calls somebody right after a call, or after what
// is only said; nil when something else comes.
func helpAfter(w *flow.Widget) *flow.Widget {
	const far = 4
	for range far {
		switch {
		case w == nil:
			return nil
		case w.Facts.TakesMessage || w.Facts.Transfer != nil:
			return w
		case effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsCall:
			return nil
		}
		t := w.Onward()
		if t == nil {
			return nil
		}
		w = t.Meant
	}
	return nil
}

// checkResults reports the calls whose result a split tests, and hangs up for one of those that
// leave the caller waiting: once.
func checkResults(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Transfer == nil || w.Incomplete || !p.Flow.Reachable(w) || p.Flow.Only(w.Name) != w {
			continue
		}
		end, open, handled := resultsOf(p, w)
		switch {
		case len(open) == 0:
		case d != nil && len(d.Related) < lint.MaxRelated:
			d.Relate(end, "so it is with "+w.Label()+" on "+words.List(open))
		case d == nil && len(handled) > 0:
			d = p.Reportf(end, "%s leads %s on after %s, but hangs up on %s; lead that on, too",
				end.From.Label(), w.Label(), words.List(handled), words.List(open)).As(finding.Warning)
		case d == nil:
			d = p.Reportf(end, "%s hangs up when nobody takes the call of %s (%s); lead it to an apology",
				end.From.Label(), w.Label(), words.List(open)).As(finding.Note)
		}
	}
}

// checkCrossedResults looks at the splits after calls that test how another call went, and at those
// that help whoever was talked to instead of whoever nobody talked to.
func checkCrossedResults(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		transfer := w.Facts.Transfer
		if transfer == nil || w.Incomplete || !p.Flow.Reachable(w) || p.Flow.Only(w.Name) != w {
			continue
		}
		t := w.On(transfer.Event)
		if t == nil || t.Meant == nil || !t.Meant.Facts.Split {
			continue
		}
		w2 := t.Meant
		if other := otherCall(p, w2, w); other != nil && !readsResult(p.Flow, w) {
			p.Reportf(w2, "%s comes after the call of %s, but tests how that of %s went; test %s",
				w2.Label(), w.Label(), other.Label(), words.Shorten("widgets."+w.Name+"."+transfer.Result)).As(finding.Warning).Relate(w, "the call before it")
			continue
		}
		talked := onResult(p, w, t, "completed")
		if talked == nil || talked.Meant == nil || !talked.From.Facts.Split {
			continue
		}
		help := helpAfter(talked.Meant)
		if help == nil || help == w || slices.ContainsFunc(transfer.Unanswered, func(result string) bool { return !endsOn(p, w, t, result) }) {
			continue
		}
		p.Reportf(talked.NextNode, "%s leads to %s when %s was talked to (completed), and to the end when nobody took the call; exchange the two",
			talked.From.Label(), help.Label(), w.Label()).As(finding.Note).Relate(help, "what is for calls that nobody answers")
	}
}

// otherCall returns the call of which alone a split tests how it went, when that is not the one
// before it; else nil.
func otherCall(p *lint.Pass, split, call *flow.Widget) *flow.Widget {
	var other *flow.Widget
	for _, r := range reads.Compared(p.Flow, split) {
		by := reads.Widget(p.Flow, r)
		if by == nil || by == call || by.Facts.Transfer == nil || r.Name(2) != by.Facts.Transfer.Result || other != nil && other != by {
			return nil
		}
		other = by
	}
	return other
}

// endsOn reports whether nothing but words comes after a call that ended with a result.
func endsOn(p *lint.Pass, call *flow.Widget, t *flow.Transition, result string) bool {
	last := onResult(p, call, t, result)
	if last == nil || !last.From.Facts.Split {
		return false
	}
	const far = 4
	for range far {
		switch {
		case last == nil:
			return false
		case last.Meant == nil:
			return last.Ends()
		case effects.ActOf(last.Meant) != effects.Tells:
			return false
		}
		last = last.Meant.Onward()
	}
	return false
}

// resultsOf returns the results of a call on which whoever waits is hung up on, the transition
// that does so on the first, and the results that are led on. There are none where it cannot
// be told.
func resultsOf(p *lint.Pass, call *flow.Widget) (end *flow.Transition, open, handled []string) {
	transfer := call.Facts.Transfer
	for _, result := range transfer.Unanswered {
		last := onResult(p, call, call.On(transfer.Event), result)
		switch {
		case last == nil || !last.From.Facts.Split:
			return nil, nil, nil
		case !values.EndsUnheard(p, last):
			handled = append(handled, result)
		default:
			if end == nil {
				end = last
			}
			open = append(open, result)
		}
	}
	return end, open, handled
}

// onResult follows a call that ended with a result over the splits that test it, and returns
// the last of the transitions that are taken; nil where that cannot be told.
func onResult(p *lint.Pass, call *flow.Widget, t *flow.Transition, result string) *flow.Transition {
	const far = 8
	for range far {
		if t == nil || t.Meant == nil {
			break
		}
		w := t.Meant
		if effects.ActOf(w) == effects.Sets {
			if t = w.Onward(); t != nil && t.Ends() {
				return nil
			}
			continue
		}
		next, tests := takenOn(p, w, call, result)
		if !tests {
			break
		}
		t = next
	}
	return t
}

// takenOn returns the transition that a split on the result of a call takes, nil where that
// cannot be told, and whether it is such a split.
func takenOn(p *lint.Pass, w, call *flow.Widget, result string) (next *flow.Transition, tests bool) {
	if !w.Facts.Split || w.Incomplete {
		return nil, false
	}
	compared := reads.Compared(p.Flow, w)
	if len(compared) == 0 || slices.ContainsFunc(compared, func(r flow.Ref) bool {
		return r.Root() != "widgets" || r.Name(1) != call.Name || r.Name(2) != call.Facts.Transfer.Result
	}) {
		return nil, false
	}
	branches := reads.Branches.Of(p)[w.Index]
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch {
			continue
		}
		i := slices.IndexFunc(branches, func(b reads.Branch) bool { return b.Transition == t })
		if i < 0 || !branches[i].Literal {
			return nil, true
		}
		if _, alone := reads.OnlyRead(p.Flow, branches[i].Condition); !alone {
			return nil, true
		}
		switch branches[i].Comparison.Holds(result) {
		case split.Yes:
			return t, true
		case split.Unsure:
			return nil, true
		}
	}
	return w.OnKind(schemas.KindNoMatch), true
}

// fallbackFor returns a widget that was made for callers whom nobody can help, and to
// which only setbacks lead.
func fallbackFor(p *lint.Pass, call *flow.Widget) *flow.Widget {
	smooth := p.Flow.Routes(func(t *flow.Transition) bool { return !setback(t) })
	worked := p.Flow.Routes(func(t *flow.Transition) bool {
		return t.Facts.Kind != schemas.KindFailure && t.Facts.Kind != schemas.KindUnanswered
	})
	const most = 50 // of which it is asked for whom they are
	var found *flow.Widget
	candidates := 0
	for _, w := range p.Flow.Widgets {
		helps := w.Facts.Transfer != nil || w.Facts.TakesMessage
		apology := effects.ActOf(w) == effects.Tells && w.Needs() == schemas.NeedsCall
		if w == call || !p.Flow.Reachable(w) || (!helps || smooth.Reach(w)) && (!apology || worked.Reach(w)) {
			continue
		}
		if candidates++; candidates <= most && isBeside(call, w) {
			return w
		}
		found = cmp.Or(found, w)
	}
	return found
}

// isBeside reports whether one comes to a widget by a short way from a question or split from which one
// comes to a call, too: then both are for the same callers.
func isBeside(call, w *flow.Widget) bool {
	const near = 8
	seen := [near]*flow.Widget{w}
	for i, n := 0, 1; i < n; i++ {
		for _, t := range seen[i].In {
			switch {
			case slices.ContainsFunc(t.From.Transitions, func(other *flow.Transition) bool { return other.Meant == call }):
				return true
			case n == near:
				return false
			case !slices.Contains(seen[:n], t.From):
				seen[n] = t.From
				n++
			}
		}
	}
	return false
}

// setback reports whether a transition is taken because something did not work out.
func setback(t *flow.Transition) bool {
	switch t.Facts.Kind {
	case schemas.KindFailure, schemas.KindTimeout, schemas.KindUnanswered, schemas.KindNoMatch:
		return true
	}
	return false
}
