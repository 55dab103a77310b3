package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// reportConfirmedValue reports the requests after a yes that are given the caller's own number, where people have
// confirmed another one that they entered, which nothing but texts reads: once.
func reportConfirmedValue(p *lint.Pass) {
	for _, m := range answers.AllMenus.Of(p) {
		if !offer.AsksIfRight(effects.Prompt(m.Question).Text()) {
			continue
		}
		v := confirmedVariable(p, m.Question)
		if v == nil {
			continue
		}
		for _, b := range m.Branches {
			w := effects.Next(b.Transition, effects.Requests)
			if w == nil || effects.LooksUp(w) {
				continue
			}
			r, ok := givenOwnNumber(p.Flow, w)
			if !ok {
				continue
			}
			p.Reportf(r.Place(), "%s is given %s, the person's own number, after %s has asked if flow.variables.%s is right, which only texts read; give it that",
				w.Label(), reads.Path(r), m.Question.Label(), v.Key).As(finding.Warning).
				Relate(effects.Prompt(m.Question), "what is confirmed").Identify(w.Label())
			return
		}
	}
}

// confirmedVariable returns the variable with a number that a question repeats and asks if it is right, when an answer was
// kept in it, and nothing but texts reads that or the answer; nil for none.
func confirmedVariable(p *lint.Pass, confirms *flow.Widget) *flow.Variable {
	for _, t := range p.Flow.TemplatesOf(confirms) {
		for _, r := range t.Refs() {
			key, ok := reads.VariableOf(p.Flow, r)
			v := p.Flow.Variable(key)
			if !ok || v == nil || !r.IsContent() || !mayKeepOwnNumber(p.Flow, v) || !onlyTold(p, v) {
				continue
			}
			return v
		}
	}
	return nil
}

// mayKeepOwnNumber reports whether a variable has the number of the person on one way, and what was keyed or written on another.
func mayKeepOwnNumber(f *flow.Flow, v *flow.Variable) bool {
	number, entered := false, false
	for _, w := range v.Writes {
		t := f.TemplateAt(w.Value)
		number = number || reads.Party(f, w.Value) == schemas.HoldsContact
		entered = entered || t != nil && slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { return reads.IsAnswer(f, r) })
	}
	return number && entered
}

// onlyTold reports whether nothing but texts reads a variable, nor the answers that are kept in it.
func onlyTold(p *lint.Pass, v *flow.Variable) bool {
	isTold := func(r flow.Ref) bool { return r.IsContent() }
	if len(p.Flow.ReadsOfAny()) > 0 || p.Flow.Unread() || p.Flow.Entry(flow.ParentEvent) != nil ||
		len(p.Flow.OutputRefs("")) > 0 || !allSuch(v.Reads, isTold) {
		return false
	}
	for _, w := range v.Writes {
		t := p.Flow.TemplateAt(w.Value)
		if t == nil {
			continue
		}
		for _, r := range t.Refs() {
			if reads.IsAnswer(p.Flow, r) && !allSuch(p.Flow.OutputRefs(r.Name(1)), func(other flow.Ref) bool {
				return isTold(other) || other.Node == w.Value
			}) {
				return false
			}
		}
	}
	return true
}

func allSuch(refs []flow.Ref, holds func(flow.Ref) bool) bool {
	return !slices.ContainsFunc(refs, func(r flow.Ref) bool { return !holds(r) })
}

// givenOwnNumber returns where a request is given the number of the person.
func givenOwnNumber(f *flow.Flow, w *flow.Widget) (flow.Ref, bool) {
	for _, t := range f.TemplatesOf(w) {
		for _, r := range t.Refs() {
			if reads.AloneAs(r) != "" && reads.Holds(f, r) == schemas.HoldsContact {
				return r, true
			}
		}
	}
	return flow.Ref{}, false
}
