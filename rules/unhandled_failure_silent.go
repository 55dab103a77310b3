package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// silentFailures are the failures of a flow after which nothing is said: those of steps after which
// somebody would hear something, and others.
type silentFailures struct{ heard, undone []*flow.Transition }

// report reports another failure that ends the execution, where a caller waits for what a request
// brings; others are told together.
func (all *silentFailures) report(p *lint.Pass, open *flow.Transition, normal flow.Routes) {
	w := open.From
	call := onCall(p.Flow, w, normal)
	if w.Facts.Needs == schemas.NeedsFlex && !call {
		return // what else can fail there, fails on calls
	}
	noticed := values.Noticed.Of(p)
	heard := slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
		return goesOnBy(t) && t.Meant != nil && noticed[t.Meant.Index]
	}) || open.Ends() && carriesOutTransfer(w)
	switch {
	case !open.Ends() && (!heard || !call && !leftWaiting(p, open)):
		return // somebody else is told, or nobody notices
	case !heard:
		all.undone = append(all.undone, open)
	case call && w.Facts.MakesRequest:
		p.Reportf(open, "%s hangs up on the caller when it fails (%s); lead it to an apology", w.Label(), values.Unsaid(open)).Along(values.Route(p, normal, w)).As(finding.Warning)
	default:
		all.heard = append(all.heard, open)
	}
}

// tell reports them: once, since one decision mends all of them.
func (all *silentFailures) tell(p *lint.Pass, normal flow.Routes) {
	list := append(all.heard, all.undone...)
	if len(list) == 0 {
		return
	}
	first := list[0]
	w := first.From
	ends, how, cure := "end% without a word", values.Unsaid(first), "lead it to an apology"
	switch {
	case len(all.heard) == 0:
		ends, how, cure = "end%", words.Quote(first.Event), "lead it to what comes after, if that is to be done all the same"
	case onCall(p.Flow, w, normal):
		ends = "hang% up on the caller"
	case !slices.ContainsFunc(list, func(t *flow.Transition) bool { return values.Waiting.Of(p)[t.From.Index] != 0 }):
		cure = "lead it to what comes after, if that does not need it" // nobody has written
	}
	label, one, fails := w.Label(), "s", "it fails"
	if n := len(list) - 1; n > 0 {
		label, one, fails = label+" and "+words.Plural(n, "other step"), "", "they fail"
		cure = strings.Replace(strings.Replace(cure, "lead it", "lead them", 1), "need it", "need them", 1)
	}
	d := p.Reportf(first, "%s %s when %s (%s); %s", label, strings.Replace(ends, "%", one, 1), fails, how, cure).
		Identify(w.Label(), first.Event).Along(values.Route(p, normal, w))
	for i, t := range list[1:] {
		if i+1 < len(all.heard) {
			d.Also(t, also(p, t.From, w, normal))
		} else {
			d.Also(t, "and what comes after "+t.From.Label()+" is left undone")
		}
	}
}

// also says that a step ends the execution as another one does, or on a call, where that one does not.
func also(p *lint.Pass, w, first *flow.Widget, normal flow.Routes) string {
	if onCall(p.Flow, w, normal) && !onCall(p.Flow, first, normal) {
		return w.Label() + " hangs up on the caller then"
	}
	return "so does " + w.Label()
}

// leftWaiting reports whether a failure leads to steps in a chat that tell nobody of it: at
// most a variable is set, or a record is kept, while somebody waits for a word.
func leftWaiting(p *lint.Pass, open *flow.Transition) bool {
	to := effects.PastIdle(p.Flow, open)
	onlySets := open.Meant != nil && (to == nil || effects.ActOf(to) == effects.Sets)
	return (onlySets || values.Waiting.Of(p)[open.From.Index] != 0) && !values.Reported(p.Document, open)
}

// goesOnBy reports whether a widget is left by a transition when it has worked.
func goesOnBy(t *flow.Transition) bool {
	return t.Facts.Kind == schemas.KindSuccess || t.Facts.Kind == schemas.KindAlways || t.Facts.Kind == schemas.KindHandoff
}
