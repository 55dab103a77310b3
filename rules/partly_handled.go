package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "partly-handled", Title: "Some setbacks lead on, others end the execution",
		Group: finding.Paths, Severity: finding.Note,
		Doc: `Finds a widget of which one setback leads on while another ends the execution: silence
is handled, a message that cannot be delivered is not; a call that nobody answers goes
to the next number, a busy line or a failed call goes nowhere. Whoever made the one way
on will mostly want it for the others too. A single wait for a message that simply
ends is left alone, and so is the last message of a way, one that is sent again at once
where the other setback leads, and one before another message to the same person.

It also finds the messages and questions that end the execution when they cannot be
delivered, while another of the flow leads on then; but no question that ends, or only says
goodbye, in silence, too. In a subflow, it finds the questions by message that end it when nobody
answers, while another one leads on then.
And it finds a call out of which each answer is passed on by a request of its own, while nobody
learns that it was not answered at all.
Widgets of one type with the same gap are one finding. Failures of requests and queues
are unhandled-failure's, and silent callers
unhandled-timeout's.

Lead the other events to the same place.`,
	},
	Check: func(p *lint.Pass) {
		found := map[string]*finding.Diagnostic{}
		var others map[*flow.Widget]bool // when it is asked for
		rounds := roundsOf(p.Flow)
		for _, w := range p.Flow.Widgets {
			if !slices.ContainsFunc(w.Transitions, isOpen) {
				continue
			}
			handled, open := setbacks(w)
			if len(handled) == 0 || len(open) == 0 || !p.Flow.Reachable(w) {
				continue
			}
			if w.Facts.Needs == schemas.NeedsMessage && !slices.ContainsFunc(open, isUnanswered) {
				handled = slices.DeleteFunc(slices.Clone(handled), givesUp)
				if handled = rounds.leadElsewhere(p.Flow, handled); len(handled) == 0 {
					continue // what cannot be delivered would be sent at once again
				}
				if others == nil {
					others = concernsOthers(p.Flow)
				}
				// There is no use in more messages to the same person once one could not be delivered.
				if !slices.ContainsFunc(handled, func(t *flow.Transition) bool { return others[t.Meant] }) {
					continue
				}
			}
			gap := words.List(events(open))
			if d := found[w.Facts.Type+gap]; d != nil {
				d.Also(open[0], "so does "+w.Label())
				continue
			}
			verb := "ends"
			if len(events(open)) > 1 {
				verb = "end"
			}
			found[w.Facts.Type+gap] = p.Reportf(open[0], "%s goes on after %s, but %s %s without a word; lead it to %s",
				w.Label(), words.List(events(handled)), gap, verb, reads.Target(handled[0]))
		}
		checkUndelivered(p, found)
		checkSilence(p)
		checkUnreported(p)
	},
})

func isUnanswered(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindUnanswered }

// concernsOthers returns the widgets from where, without an answer of the person, one comes to a
// step that does more than speak to that person.
func concernsOthers(f *flow.Flow) map[*flow.Widget]bool {
	others := map[*flow.Widget]bool{}
	var next []*flow.Widget
	add := func(w *flow.Widget) {
		if !others[w] {
			others[w] = true
			next = append(next, w)
		}
	}
	for _, w := range f.Widgets {
		switch effects.ActOf(w) {
		case effects.Anything, effects.Begins, effects.Sets, effects.Splits, effects.Asks:
		case effects.Tells:
			if effects.HeardBy(f, w) == effects.SomebodyElse {
				add(w)
			}
		default:
			add(w)
		}
	}
	for len(next) > 0 {
		w := next[0]
		next = next[1:]
		for _, t := range w.In {
			if t.Facts.Kind != schemas.KindInput {
				add(t.From)
			}
		}
	}
	return others
}

// checkSilence reports the questions by message of a subflow that end it when nobody answers,
// while another of them leads on then. Those of other flows are unhandled-timeout's.
func checkSilence(p *lint.Pass) {
	if p.Flow.Entry(flow.ParentEvent) == nil {
		return
	}
	routes := p.Flow.Routes(func(*flow.Transition) bool { return true })
	var handled *flow.Transition
	var open []*flow.Transition
	for _, w := range p.Flow.Widgets {
		silence := w.OnKind(schemas.KindTimeout)
		if silence == nil || w.Facts.Needs != schemas.NeedsMessage || effects.ActOf(w) != effects.Asks ||
			w.Incomplete || !leadsOn(w) || !p.Flow.Reachable(w) || routes.Reach(w) {
			continue
		}
		if silence.Ends() {
			open = append(open, silence)
		} else if silence.Meant != nil && handled == nil {
			handled = silence
		}
	}
	if handled != nil && len(open) > 0 {
		reportUndelivered(p, open, handled)
	}
}

// checkUndelivered reports the messages that end the execution when they cannot be delivered,
// where another of the flow leads on then. Those that are reported for what they do lead on are
// added to their finding.
func checkUndelivered(p *lint.Pass, found map[string]*finding.Diagnostic) {
	open := map[string][]*flow.Transition{} // by type
	handled := map[string]*flow.Transition{}
	var types []string
	for _, w := range p.Flow.Widgets {
		failed := w.OnKind(schemas.KindFailure)
		if w.Facts.Needs != schemas.NeedsMessage || failed == nil || failed.Facts.Optional || w.Incomplete || !leadsOn(w) || !p.Flow.Reachable(w) {
			continue
		}
		if !slices.Contains(types, w.Facts.Type) {
			types = append(types, w.Facts.Type)
		}
		if failed.Meant != nil {
			handled[w.Facts.Type] = failed
		} else if own, _ := setbacks(w); failed.Ends() && len(own) == 0 && effects.ActOf(w) != effects.Asks {
			open[w.Facts.Type] = append(open[w.Facts.Type], failed)
		}
	}
	for _, typ := range types {
		list := open[typ]
		if by := handled[typ]; by != nil {
			list = slices.DeleteFunc(list, func(t *flow.Transition) bool { return servesNobody(p.Flow, t, by) })
		}
		if len(list) == 0 {
			continue
		}
		if handled[typ] == nil {
			reportInRound(p, list, types, handled)
			continue
		}
		if found[typ+words.List(events(list[:1]))] != nil {
			continue // the same gap, of which one finding tells
		}
		reportUndelivered(p, list, handled[typ])
	}
}

// reportInRound reports messages that end the execution when they cannot be delivered, where a
// question that they lead back to has a step for that which does more than speak.
func reportInRound(p *lint.Pass, open []*flow.Transition, types []string, handled map[string]*flow.Transition) {
	for _, typ := range types {
		by := handled[typ]
		to := effects.Next(by, effects.Requests)
		if to == nil || by.From.Facts.Type == open[0].From.Facts.Type || !concernsOthers(p.Flow)[to] {
			continue
		}
		open = slices.DeleteFunc(open, func(t *flow.Transition) bool { return !p.Flow.SameLoop(t.From, by.From) })
		if len(open) > 0 {
			reportUndelivered(p, open, by)
		}
		return
	}
}

func reportUndelivered(p *lint.Pass, open []*flow.Transition, handled *flow.Transition) {
	first := open[0]
	subject, ends := first.From.Label(), "ends"
	if n := len(open) - 1; n > 0 {
		subject, ends = first.From.Label()+" and "+words.Plural(n, "other")+" of its kind", "end"
	}
	d := p.Reportf(first, "%s %s without a word on %s, while %s goes on to %s then; connect it, too",
		subject, ends, words.Quote(first.Event), handled.From.Label(), reads.Target(handled)).Relate(handled, "the one that goes on")
	for _, t := range open[1:] {
		d.Also(t, "and "+t.From.Label())
	}
}
