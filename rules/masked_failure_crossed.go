package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportContraryWays reports a step whose success leads where its failure should, and the contrary, and whether it did.
func reportContraryWays(p *lint.Pass, worked, failed *flow.Transition) bool {
	return reportExchangedEvents(p, worked, failed) || reportCrossedEvents(p, worked, failed)
}

// reportCrossedEvents reports a request whose failure leads right to what reads its answer while nothing reads that on
// any way from its success, and whether it did.
func reportCrossedEvents(p *lint.Pass, worked, failed *flow.Transition) bool {
	w := failed.From
	if w.Facts.Request == nil || effects.PastSetting(failed) == effects.PastSetting(worked) {
		return false
	}
	all := p.Flow.OutputRefs(w.Name)
	to, first := firstReader(failed, all)
	if to == nil {
		return false
	}
	readers, good := map[*flow.Widget]bool{}, 0
	for _, r := range all {
		switch {
		case r.Widget != to:
		case readsGood(p.Flow, r):
			good++
		default:
			good-- // what an error brings may be read where it failed
		}
		if r.Widget != w && p.Flow.Reachable(r.Widget) {
			readers[r.Widget] = true
		}
	}
	if good <= 0 {
		return false
	}
	if next := effects.Next(worked, effects.Tells); next != nil && (tellsItDone(next) || offer.SaysYouAre(effects.Prompt(next).Text())) {
		return false // it says how it went, and needs no answer for that
	}
	if readsOn(worked, w, readers) {
		return false
	}
	p.Reportf(worked.NextNode, "%s of %s leads to %s, past all that reads its answer, and %s to %s, which reads it; exchange the two",
		words.Quote(worked.Event), w.Label(), worked.Meant.Label(), words.Quote(failed.Event), to.Label()).
		As(finding.Warning).Relate(failed.NextNode, "where the failure leads").Relate(first, "what reads the answer")
	return true
}

// firstReader returns the step to which a transition leads, if that is one of those that read an answer, and by what: one that keeps
// something, tests, tells or asks; nil for none.
func firstReader(t *flow.Transition, all []flow.Ref) (w *flow.Widget, r flow.Ref) {
	const far = 4 // steps that only keep something
	for range far {
		w = t.Meant
		if w == nil {
			return nil, r
		}
		act := effects.ActOf(w)
		i := slices.IndexFunc(all, func(r flow.Ref) bool { return r.Widget == w })
		switch {
		case act != effects.Sets && !w.Facts.Split && act != effects.Tells && act != effects.Asks:
			return nil, r
		case i >= 0:
			return w, all[i]
		case act != effects.Sets:
			return nil, r
		}
		t = w.Onward()
	}
	return nil, r
}

// readsGood reports whether a reference reads a member of what a request brings when it works: no error, no status.
func readsGood(f *flow.Flow, r flow.Ref) bool {
	if reads.InResponse(f, r) == nil {
		return false
	}
	for i := flow.ValueDepth; i < len(r.Segments); i++ {
		if name := r.Name(i); name == "" || offer.TellsOfError(name) {
			return false
		}
	}
	return true
}

// readsOn reports whether one can come to one of some widgets by a transition without coming to a request once more.
func readsOn(worked *flow.Transition, request *flow.Widget, readers map[*flow.Widget]bool) bool {
	var walk flow.Walk
	walk.Omit(request)
	walk.Add(worked.Meant)
	for w := range walk.All() {
		if readers[w] || w.Incomplete || effects.ActOf(w) == effects.Anything {
			return true
		}
		for _, t := range w.Transitions {
			if t.Dangling() && t.Meant == nil {
				return true // it may lead there
			}
		}
		walk.AddNext(w)
	}
	return false
}

// reportExchangedSending reports the messages of which a person is told that they were not sent when they were, and the
// contrary.
func reportExchangedSending(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells || !p.Flow.Reachable(w) {
			continue
		}
		worked, failed := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
		if worked != nil && failed != nil && !reportExchangedEvents(p, worked, failed) && isSentAmiss(worked, failed) {
			tellExchanged(p, worked, failed)
		}
	}
}
