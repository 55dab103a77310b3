package rules

import (
	"slices"
	"sync"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportRuledOut reports the branches that are never taken, since each way to their split leads over another one that
// tests the same and by which it cannot be so: once a flow.
func reportRuledOut(p *lint.Pass) {
	if len(p.Flow.Unfollowable()) > 0 {
		return
	}
	var d *finding.Diagnostic
	last := map[string]*flow.Widget{} // the split by what it tests
	for _, w := range p.Flow.Widgets {
		subject := soleSubject(p, w)
		if subject == "" {
			continue
		}
		other := last[subject]
		last[subject] = w
		switch {
		case other == nil:
		case !p.Flow.ReachedWithout(w, other):
			d = reportRuledOutBy(p, other, w, d)
		case !p.Flow.ReachedWithout(other, w):
			d = reportRuledOutBy(p, w, other, d)
		}
	}
}

// withoutRepeating returns the widgets from which one comes to a split, itself among them, without passing the one that
// always runs before it. All of them stand between the two, so that the rest of the flow is not looked at.
func withoutRepeating(f *flow.Flow, before, later *flow.Widget) (between flow.Walk) {
	between.Add(later)
	for at := range between.All() {
		for _, t := range at.In {
			if t.From != before && f.Reachable(t.From) {
				between.Add(t.From)
			}
		}
	}
	return between
}

// soleSubject returns what all branches of a split test, by one condition each; "" where they do not.
func soleSubject(p *lint.Pass, w *flow.Widget) string {
	if !w.Facts.Split || w.Incomplete {
		return ""
	}
	all := reads.Branches.Of(p)[w.Index]
	if len(all) == 0 || !p.Flow.Reachable(w) || reads.ComparesUnknown(w) {
		return ""
	}
	for _, t := range w.Transitions {
		if t.Facts.Kind == schemas.KindBranch && len(t.Conditions) != 1 {
			return ""
		}
	}
	if slices.ContainsFunc(all, func(b reads.Branch) bool { return !b.Literal || b.Subject != all[0].Subject }) {
		return ""
	}
	return all[0].Subject
}

// reportRuledOutBy reports what a split never comes to since another one has tested the same before.
func reportRuledOutBy(p *lint.Pass, before, later *flow.Widget, d *finding.Diagnostic) *finding.Diagnostic {
	var between flow.Walk // once asked for
	isSame := sync.OnceValue(func() bool {
		between = withoutRepeating(p.Flow, before, later)
		return staysSame(p, later, &between)
	})
	decided := func(rules func(t *flow.Transition) bool) bool {
		return slices.ContainsFunc(before.Transitions, rules) && isSame() &&
			!slices.ContainsFunc(before.Transitions, func(t *flow.Transition) bool { return between.Has(t.Meant) && !rules(t) })
	}
	otherwise := later.OnKind(schemas.KindNoMatch)
	for _, b := range reads.Branches.Of(p)[later.Index] {
		if effects.PastSetting(b.Transition) == nil || effects.PastSetting(b.Transition) == effects.PastSetting(otherwise) ||
			!decided(func(t *flow.Transition) bool { return rulesOut(p, t, b) }) {
			continue
		}
		if d != nil {
			d.Also(b, "nor is "+b.Words()+" of "+later.Label())
			continue
		}
		d = p.Reportf(b, "%s is never taken: %s leads here only when it is not so; correct one of the two, or remove this branch",
			b.Words(), before.Label())
		d.As(finding.Note).Relate(before, "what was decided before")
	}
	told := toldOnlyThere(otherwise)
	if told == nil || !decided(func(t *flow.Transition) bool { return alwaysFits(p, t, later) }) {
		return d
	}
	if d != nil {
		d.Also(otherwise.PlaceOfNext(), later.Label()+" never comes to "+told.Label())
		return d
	}
	const format = "%s never comes to %s (%s): after %s, a branch always fits; remove it, or lead the rest here"
	d = p.Reportf(otherwise.PlaceOfNext(), format, later.Label(), told.Label(), words.Quote(otherwise.Event), before.Label())
	return d.As(finding.Note).Relate(before, "what was decided before")
}

// toldOnlyThere returns the word for a person to which a noMatch alone leads, and which does not say that something is
// wrong, as one does that is to stand there in case of need; nil for none.
func toldOnlyThere(otherwise *flow.Transition) *flow.Widget {
	told := effects.Next(otherwise, effects.Tells, effects.Asks)
	if told == nil || effects.OnlyInto(told) == nil {
		return nil
	}
	text := effects.Prompt(told).Text()
	if text == "" || offer.Troubled(text) || offer.SaysWrong(text) || offer.Refuses(text) || offer.AsksAnew(text) {
		return nil
	}
	return told
}

// alwaysFits reports whether some branch of a later split on the same certainly fits once a split is left by a transition.
func alwaysFits(p *lint.Pass, t *flow.Transition, later *flow.Widget) bool {
	next := reads.Branches.Of(p)[later.Index]
	return slices.ContainsFunc(reads.Branches.Of(p)[t.From.Index], func(b reads.Branch) bool {
		return b.Transition == t && slices.ContainsFunc(next, func(other reads.Branch) bool {
			return b.Comparison.Implies(other.Comparison)
		})
	})
}

// rulesOut reports whether what a split tests cannot be as a later branch on the same wants it once the split is left by
// a transition.
func rulesOut(p *lint.Pass, t *flow.Transition, later reads.Branch) bool {
	for _, b := range reads.Branches.Of(p)[t.From.Index] {
		switch {
		case b.Transition == t && b.Comparison.Excludes(later.Comparison):
			return true
		case t.Facts.Kind == schemas.KindNoMatch && later.Comparison.Implies(b.Comparison):
			return true
		}
	}
	return false
}

// staysSame reports whether nothing on some widgets sets what a split tests.
func staysSame(p *lint.Pass, w *flow.Widget, among *flow.Walk) bool {
	held := values.Held.Of(p)
	for _, r := range reads.Compared(p.Flow, w) {
		if held.IsFixed(r) {
			continue // as long as the execution lasts
		}
		if key, variable := reads.VariableOf(p.Flow, r); variable {
			if key == "" || !held.At(r).Known || slices.ContainsFunc(p.Flow.Variable(key).Writes, func(by flow.Write) bool { return among.Has(by.Widget) }) {
				return false
			}
		} else if by := reads.Widget(p.Flow, r); by == nil || !by.Facts.Known() || by.Incomplete || among.Has(by) {
			return false
		}
	}
	return true
}
