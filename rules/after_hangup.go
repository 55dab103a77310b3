package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "after-hangup", Title: "Speech or a question after the caller has hung up",
		Group: finding.Paths, Severity: finding.Warning, Varies: "note for a last word that others hear, after a call that was put through, or where TwiML that is late leads where it always leads",
		Doc: `Finds a widget that needs the live call on the way from an event by which the caller
has hung up, or by which TwiML elsewhere did not give the call back in time: it speaks
to nobody, waits for keys that nobody presses, or puts a dead call into a queue, and the
execution is stuck there or ends with a warning (81002).

What needs no call is in order after a hang-up: a request, a variable, a text message.
A way on which a new call is made is left alone, and so is the last word to which
Connect Call To leads whoever of the two hangs up, or a message that was left, over the step that passes it on. Where it leads only the caller's
hang-up there, it is a note: most likely that of the person called was meant. So is a
last word that others hear, who are still there: nothing is lost. And so is TwiML elsewhere of which "timeout"
leads where "return" does, if somebody is asked or put through there.

Lead "hangup" to the steps that store what is known, and end there.`,
	},
	Check: func(p *lint.Pass) {
		told := map[*flow.Widget]bool{}
		var alike []*flow.Transition
		for t := range p.Flow.Transitions() {
			switch {
			case !t.Facts.EndsCall || t.Meant == nil || !endsCall(p.Flow, t) || !p.Flow.Reachable(t.From):
			case t.Facts.Kind != schemas.KindHangup && leadsAsReturned(t):
				asked := values.AsksOnCall.Of(p)
				if asked.Has(t.Meant) || asked.Follow(t.Meant) { // else a last word is lost
					alike = append(alike, t)
				}
			default:
				reportDead(p, t, told)
			}
		}
		for _, t := range alike { // perhaps nobody thought of the event
			if d := reportDead(p, t, told); d != nil {
				d.As(finding.Note)
			}
		}
	},
})

// reportDead reports the widget that needs the live call on the way from an event that ends it, unless that is told;
// nil for none.
func reportDead(p *lint.Pass, t *flow.Transition, told map[*flow.Widget]bool) *finding.Diagnostic {
	path := toDeadCall(t)
	if path == nil {
		return nil
	}
	w := path[len(path)-1].Meant
	if told[w] {
		return nil
	}
	told[w] = true
	if transfer := t.From.Facts.Transfer; transfer != nil && effects.IsLastWord(w) {
		if back := t.From.On(transfer.Event); back == nil || effects.PastSetting(back) != effects.PastSetting(t) { // else it is said to whoever is there
			return p.Reportf(t, "%s of %s comes when the caller hangs up, and nobody hears %s; after the person who was called hangs up, %s comes: say it there",
				words.Quote(t.Event), t.From.Label(), w.Label(), words.Quote(transfer.Event)).As(finding.Note).Along(finding.Steps(path, w))
		}
		return nil
	}
	if isStoredFirst(t, path) {
		return nil
	}
	at := finding.Placer(w)
	if shared(w) {
		at = path[len(path)-1].NextNode // others come here with a caller
	}
	gone := "the caller has hung up and nobody is there"
	if t.Facts.Kind != schemas.KindHangup {
		gone = "the call is lost to Studio"
	}
	d := p.Reportf(at, "%s needs the live call, but on %s of %s %s; lead the event to what needs no call",
		w.Label(), words.Quote(t.Event), t.From.Label(), gone).Along(finding.Steps(path, w))
	if t.Facts.Kind == schemas.KindHangup && effects.IsLastWord(w) && othersCome(path) {
		d.As(finding.Note) // what came before is done, and others hear it
	}
	return d
}

// isStoredFirst reports whether a caller who ends a recording by hanging up comes to the last words of those who end it
// otherwise by way of what they come by, too, which passes it on: the words are for them.
func isStoredFirst(t *flow.Transition, path []*flow.Transition) bool {
	done := t.From.OnKind(schemas.KindSuccess)
	return t.From.Facts.TakesMessage && done != nil && len(path) > 1 &&
		effects.PastSetting(t) == effects.PastSetting(done) && handsOnFirst(t) && areLastWords(path[len(path)-1].Meant)
}

// handsOnFirst reports whether a transition leads to a request, or to a message.
func handsOnFirst(t *flow.Transition) bool {
	w := effects.PastSetting(t)
	return effects.Next(t, effects.Requests) != nil ||
		w != nil && effects.ActOf(w) == effects.Tells && w.Needs() == schemas.NeedsMessage
}

// areLastWords reports whether what is said from a widget on comes to the end with nothing else done.
func areLastWords(w *flow.Widget) bool {
	const most = 4
	for range most {
		if effects.IsLastWord(w) {
			return true
		}
		if w == nil || effects.ActOf(w) != effects.Tells || w.Needs() != schemas.NeedsCall {
			return false
		}
		w = effects.PastSetting(w.Onward())
		if w == nil {
			return false
		}
	}
	return false
}

// endsCall reports whether there was a call and is none after a transition: a message is not lost. Where the way back
// from TwiML elsewhere may be one that is misspelt, nothing is known.
func endsCall(f *flow.Flow, t *flow.Transition) bool {
	if !t.Facts.EndsCall || !f.MayHaveCall(t.From) {
		return false
	}
	if t.Facts.Kind == schemas.KindHangup {
		return true
	}
	back := t.From.OnKind(schemas.KindSuccess)
	if back == nil && (t.From.Incomplete || slices.ContainsFunc(t.From.Transitions, func(u *flow.Transition) bool { return !u.Facts.Known() })) {
		return false
	}
	return true
}

// leadsAsReturned reports whether TwiML elsewhere that does not come back in time leads the same way as if it did.
func leadsAsReturned(t *flow.Transition) bool {
	back := t.From.OnKind(schemas.KindSuccess)
	return back != nil && back.Meant == t.Meant
}

// shared reports whether a widget is also reached by other events than a hang-up.
func shared(w *flow.Widget) bool {
	for _, t := range w.In {
		if !t.Facts.EndsCall {
			return true
		}
	}
	return false
}

// othersCome reports whether callers who are still there come onto a path from a hang-up.
func othersCome(path []*flow.Transition) bool {
	for _, step := range path {
		for _, t := range step.Meant.In {
			if !t.Facts.EndsCall && !slices.Contains(path, t) {
				return true
			}
		}
	}
	return false
}

// toDeadCall returns the shortest path from a hang-up to a widget that needs the call,
// over widgets that need none; nil when there is none.
func toDeadCall(t *flow.Transition) []*flow.Transition {
	type step struct {
		by   *flow.Transition
		from int
	}
	steps := []step{{t, -1}}
	seen := map[*flow.Widget]bool{t.Meant: true}
	for i := 0; i < len(steps); i++ {
		w := steps[i].by.Meant
		if w.Needs() == schemas.NeedsCall {
			var path []*flow.Transition
			for j := i; j >= 0; j = steps[j].from {
				path = append([]*flow.Transition{steps[j].by}, path...)
			}
			return path
		}
		if w.Facts.Creates != nil || !w.Facts.Known() || w.Facts.Dialog == schemas.DialogHandsOver {
			continue
		}
		for _, next := range w.Transitions {
			if next.Meant != nil && !seen[next.Meant] {
				seen[next.Meant] = true
				steps = append(steps, step{next, i})
			}
		}
	}
	return nil
}
