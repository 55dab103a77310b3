package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unanswered-call", Title: "A caller whom nobody answers is dropped",
		Group: finding.Paths, Severity: finding.Note,
		Varies: "warning where the flow holds a second number, a voicemail or an apology for when something else fails",
		Doc: `Finds a Connect Call To widget whose "callCompleted" ends the execution while nothing
reads its DialCallStatus. That event comes also when the line is busy, when nobody takes
the call and when it cannot be made: the caller hears it ring and is then hung up on.

It is a warning where the flow has another way for callers whom nobody can help: a
number or a voicemail that only setbacks lead to (a failure, silence, what fits no
branch), or a word that only failures lead to. It was made for such a caller.

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

// readsResult reports whether some template reads how a call went, or may.
func readsResult(f *flow.Flow, call *flow.Widget) bool {
	return f.Only(call.Name) != call || reads.Stored(f, call, func(key string) bool { return key == call.Facts.Transfer.Result })
}

// fallbackFor returns a widget that was made for callers whom nobody can help, and to
// which only setbacks lead.
func fallbackFor(p *lint.Pass, call *flow.Widget) *flow.Widget {
	smooth := p.Flow.Routes(func(t *flow.Transition) bool { return !setback(t) })
	worked := p.Flow.Routes(func(t *flow.Transition) bool {
		return t.Facts.Kind != schemas.KindFailure && t.Facts.Kind != schemas.KindUnanswered
	})
	for _, w := range p.Flow.Widgets {
		helps := w.Facts.Transfer != nil || w.Facts.TakesMessage
		apology := effects.ActOf(w) == effects.Tells && w.Needs() == schemas.NeedsCall
		if w != call && p.Flow.Reachable(w) && (helps && !smooth.Reach(w) || apology && !worked.Reach(w)) {
			return w
		}
	}
	return nil
}

// setback reports whether a transition is taken because something did not work out.
func setback(t *flow.Transition) bool {
	switch t.Facts.Kind {
	case schemas.KindFailure, schemas.KindTimeout, schemas.KindUnanswered, schemas.KindNoMatch:
		return true
	}
	return false
}
