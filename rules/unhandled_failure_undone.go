package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/schemas"
)

// reportUndone reports the messages that end the execution when they cannot be sent, though
// what comes right after them does not need them.
func reportUndone(p *lint.Pass, normal flow.Routes, told map[*flow.Widget]bool) {
	var d *finding.Diagnostic
	var after []*flow.Transition // of messages that come only when something has failed
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells || w.Incomplete || told[w] || !p.Flow.Reachable(w) {
			continue
		}
		worked, failed := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
		undone := undoneWithout(p, w, worked)
		if failed == nil || undone == nil || !failed.Ends() && (effects.ActOf(undone) != effects.HandsOver || !values.EndsUnheard(p, failed)) {
			continue
		}
		switch {
		case !normal.Reach(w):
			after = append(after, failed)
			continue
		case d != nil:
			d.Also(failed, "and "+w.Label())
			continue
		}
		d = p.Reportf(failed, "when %s cannot be sent (%s), %s is left undone; lead it on, too",
			w.Label(), values.Unsaid(failed), undone.Label()).As(finding.Note)
		d.Identify(w.Label()).Along(values.Route(p, normal, w))
	}
	for _, t := range after {
		if d != nil { // alone they are left: somebody has thought of the first failure
			d.Also(t, "and "+t.From.Label())
		}
	}
}

// undoneWithout returns what comes after a message, at once or after pauses and steps that set variables, and does
// not need it; nil when there is nothing, or only what serves the person that cannot be reached.
func undoneWithout(p *lint.Pass, message *flow.Widget, worked *flow.Transition) *flow.Widget {
	const most = 3 // pauses, and steps that set variables
	for range most {
		if worked == nil || worked.Meant == nil || !values.Pauses(worked.Meant) && effects.ActOf(worked.Meant) != effects.Sets {
			break
		}
		worked = worked.Meant.Onward()
	}
	if worked != nil && worked.Meant != nil && worked.Meant.Facts.Split {
		return behindSplit(p, message, worked.Meant)
	}
	worked = toTakingOver(p.Flow, worked)
	if worked == nil || !works(worked.Meant) || values.Pauses(worked.Meant) {
		return nil
	}
	if effects.HeardBy(p.Flow, message) == effects.Contact && values.OnlyForTalk(p.Flow, worked.Meant) ||
		effects.IsForContact(p.Flow, message) && looksUpToTell(p.Flow, worked.Meant) {
		return nil
	}
	return worked.Meant
}

// toTakingOver returns the transition by which one comes to whoever takes over, over further messages to the same
// person; what is given when something else comes.
func toTakingOver(f *flow.Flow, worked *flow.Transition) *flow.Transition {
	const most = 2
	t := worked
	for range most {
		if t == nil || t.Meant == nil || effects.ActOf(t.Meant) != effects.Tells || effects.HeardBy(f, t.Meant) != effects.Contact {
			break
		}
		t = t.Meant.Onward()
	}
	if t != nil && t.Meant != nil && effects.ActOf(t.Meant) == effects.HandsOver {
		return t
	}
	return worked
}

// looksUpToTell reports whether a request looks something up, by its name, and all that comes after it, until the
// contact answers, is said to him.
func looksUpToTell(f *flow.Flow, w *flow.Widget) bool {
	const most = 16 // widgets
	if w.Incomplete || w.Name == "" || f.Unfollowable()[w] {
		return true // as far as is known
	}
	if effects.ActOf(w) != effects.Requests || !effects.LooksUp(w) {
		return false
	}
	walk := flow.WalkFrom(w)
	for at := range walk.All() {
		for _, t := range at.Transitions {
			next := t.Meant
			if next == nil || t.Facts.Kind == schemas.KindInput || walk.Has(next) {
				continue
			}
			switch effects.ActOf(next) {
			case effects.Splits, effects.Sets:
			case effects.Tells, effects.Asks:
				if !effects.IsForContact(f, next) {
					return false
				}
			default:
				return false
			}
			if walk.Add(next); walk.Len() > most {
				return false
			}
		}
	}
	return walk.Len() > 1
}

// works reports whether a widget does something for its own sake.
func works(w *flow.Widget) bool {
	if w == nil {
		return false
	}
	switch effects.ActOf(w) {
	case effects.Requests, effects.RunsFlow, effects.HandsOver:
		return true
	}
	return false
}

// behindSplit returns what a split right after a message leads to that serves somebody else: a message to him, an agent
// or a request, whichever way it decides; nil for none, and where the split asks for the message itself.
func behindSplit(p *lint.Pass, message, split *flow.Widget) (undone *flow.Widget) {
	if slices.ContainsFunc(reads.Compared(p.Flow, split), func(r flow.Ref) bool { return reads.Widget(p.Flow, r) == message }) {
		return nil
	}
	for _, t := range split.Transitions {
		w := effects.PastSetting(t)
		for i := 0; i < 3 && w != nil && effects.ActOf(w) == effects.Tells && effects.HeardBy(p.Flow, w) == effects.Contact; i++ {
			w = effects.PastSetting(w.OnKind(schemas.KindSuccess))
		}
		other := w != nil && (effects.ActOf(w) == effects.Tells && effects.HeardBy(p.Flow, w) != effects.Contact ||
			works(w) && !values.Pauses(w) && !values.OnlyForTalk(p.Flow, w))
		if !other || undone != nil && undone != w {
			return nil
		}
		undone = w
	}
	return undone
}
