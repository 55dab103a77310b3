package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A lostCall is a failure with which a person gets into no queue.
type lostCall struct {
	at, other *flow.Transition // other is the second one that a call ends on, nil for none
	call      bool
}

// reportLost reports the failures with which a person gets into no queue: once, at the
// first on a call, else at the first. What also can fail there alone comes last.
func reportLost(p *lint.Pass, lost []lostCall, normal flow.Routes) {
	at := slices.IndexFunc(lost, func(l lostCall) bool { return l.call && l.at.Facts.Lost })
	if at < 0 {
		at = max(0, slices.IndexFunc(lost, func(l lostCall) bool { return l.call }))
	}
	first := lost[at]
	alike := -1
	for _, l := range lost {
		if l.call == first.call {
			alike++
		}
	}
	w := first.at.From
	subject, one := w.Label(), "s"
	if alike > 0 {
		subject, one = subject+" and "+words.Plural(alike, "other widget"), ""
	}
	format := "%s end%s on %s: no task is created and nobody is told; lead it to an apology"
	if first.call {
		format = "%s hang%s up on the caller on %s; lead it to an apology"
	}
	events := words.Quote(first.at.Event)
	if first.other != nil {
		events += " and " + words.Quote(first.other.Event)
		format = "%s hang%s up on the caller on %s; lead both to an apology"
	}
	d := p.Reportf(first.at, format, subject, one, events).
		Along(values.Route(p, normal, w)).Identify(w.Label(), first.at.Event)
	if first.other != nil {
		d.Relate(first.other, "and on "+words.Quote(first.other.Event))
	}
	for i, l := range lost {
		if i != at {
			also := "and " + l.at.From.Label()
			if first.call && !l.call {
				also += ", where nobody is on the line, and nobody is told"
			}
			d.Also(l.at, also)
		}
	}
	for _, t := range lostAfterFailure(p, lost, normal) {
		d.Also(t, "and "+t.From.Label()+", where one comes when something else has failed")
	}
	if first.at.Facts.Lost && (first.call || handlesLost(p.Flow, lost)) {
		d.As(finding.Warning)
	}
}

// handlesLost reports whether the flow leads on when a person gets into no queue
// elsewhere, or when one of these widgets fails otherwise: then this was forgotten.
func handlesLost(f *flow.Flow, lost []lostCall) bool {
	for t := range f.Transitions() {
		if t.Facts.Kind == schemas.KindFailure && t.Meant != nil &&
			(t.Facts.Lost || slices.ContainsFunc(lost, func(l lostCall) bool { return l.at.From == t.From })) {
			return true
		}
	}
	return false
}

// lostAfterFailure returns the failures with which a person gets into no queue where one comes only when something else
// has failed. Alone they are left: somebody has thought of the first failure.
func lostAfterFailure(p *lint.Pass, lost []lostCall, normal flow.Routes) (all []*flow.Transition) {
	for _, w := range p.Flow.Widgets {
		if normal.Reach(w) || w.Facts.Retired != nil || w.Repeats() || !w.Facts.MayLose() || !p.Flow.Reachable(w) ||
			!slices.ContainsFunc(lost, func(l lostCall) bool { return l.at.From.Facts == w.Facts }) {
			continue
		}
		if _, t, _ := failuresOf(p, w); t != nil {
			all = append(all, t)
		}
	}
	return all
}
