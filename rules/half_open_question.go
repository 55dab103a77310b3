package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "half-open-question", Title: "Whoever answers in another way is cut off",
		Group: finding.Paths, Severity: finding.Note,
		Doc: `Finds a Gather Input On Call that leads on when the caller answers in one way, and ends the
call when he answers in the other:

- "speech" leads on and "keypress" ends: a key that is pressed by mistake, or because no
  word was understood, hangs up;
- "keypress" leads on and "speech" ends, while the prompt invites the caller to speak or
  the widget is told what to listen for (hints), or while its "timeout" leads on, too, and
  another question of the flow leads "speech" on: then it was forgotten here.

Elsewhere an open "speech" at a menu of keys is left alone, as the editor makes it.

Those of a flow are one finding. Lead the other event to the same place, or back to the
question.`,
	},
	Check: func(p *lint.Pass) {
		var d *finding.Diagnostic
		ends := "" // by which event the first one does
		for _, w := range p.Flow.Widgets {
			open, other := cutOff(w)
			if open == nil || !p.Flow.Reachable(w) {
				continue
			}
			if d == nil {
				ends = open.Event
				d = p.Reportf(open, "%s leads on by %s, but ends the call on %s: whoever answers so is cut off; lead it on, or back to the question",
					w.Label(), words.Quote(other.Event), words.Quote(open.Event))
			} else if len(d.Related) < lint.MaxRelated {
				d.Relate(open, alsoEnds(open, ends))
			}
		}
		reportDeaf(p, d, ends)
	},
})

// alsoEnds says for a related place that another question ends the call, too: by which event,
// when that is another than the message names.
func alsoEnds(open *flow.Transition, named string) string {
	if open.Event == named {
		return "so does " + open.From.Label()
	}
	return open.From.Label() + " ends it on " + words.Quote(open.Event)
}

// reportDeaf reports the questions that end the call when somebody speaks, while another
// one of the flow leads that on: with those that are told of already, or once.
func reportDeaf(p *lint.Pass, d *finding.Diagnostic, ends string) {
	var deaf []*flow.Transition
	var hears *flow.Transition
	for _, w := range p.Flow.Widgets {
		speech := effects.Raised(w, schemas.BySpeech)
		if speech == nil || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		switch t := w.On(speech.Name); {
		case t == nil:
		case t.Meant != nil:
			hears = t
		case t.Ends() && !listens(w) && leadsElse(w, t):
			deaf = append(deaf, t)
		}
	}
	if hears == nil {
		return
	}
	for _, t := range deaf {
		switch {
		case d == nil:
			ends = t.Event
			d = p.Reportf(t, "%s hangs up on whoever speaks (%s), while %s leads that on; lead it on, or ask again",
				t.From.Label(), words.Quote(t.Event), hears.From.Label()).Relate(hears, "the one that leads on")
		case len(d.Related) < lint.MaxRelated:
			d.Relate(t, alsoEnds(t, ends))
		}
	}
}

// leadsElse reports whether a question leads on by all but one of its events.
func leadsElse(w *flow.Widget, but *flow.Transition) bool {
	const all = 3
	return len(w.Transitions) >= all && !slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return t != but && t.Meant == nil })
}

// cutOff returns the answer on which a question ends the call and the one by which it leads
// on; nil when there are no two such.
func cutOff(w *flow.Widget) (open, other *flow.Transition) {
	keys, speech := effects.Raised(w, schemas.ByKeys), effects.Raised(w, schemas.BySpeech)
	if keys == nil || speech == nil || w.Incomplete {
		return nil, nil
	}
	pressed, spoken := w.On(keys.Name), w.On(speech.Name)
	switch {
	case pressed == nil || spoken == nil:
	case pressed.Ends() && spoken.Meant != nil:
		return pressed, spoken
	case spoken.Ends() && pressed.Meant != nil && listens(w):
		return spoken, pressed
	}
	return nil, nil
}

// listens reports whether a question invites the caller to speak, or is told what for.
func listens(w *flow.Widget) bool {
	return w.Facts.Speech != nil && w.Property(w.Facts.Speech.Hints).Text() != "" || offer.Speech(effects.Prompt(w).Text())
}
