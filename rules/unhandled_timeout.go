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
		ID: "unhandled-timeout", Title: "A caller who says nothing is cut off",
		Group: finding.Paths, Severity: finding.Warning,
		Varies: "note for questions by message and recordings",
		Doc: `Finds a Gather Input On Call widget whose "timeout" ends the execution while keys or
speech go on, at once or after steps that nobody hears (a request, a variable): a
caller who hesitates, or presses the key a second too late, is hung up on without a
word.

A question that is itself only asked again, after silence, is a second attempt; ending
there is nothing to warn of. A menu that comes after "hold the line" is a first one.

Those of a flow are one finding: it stands at the first and lists the others.

As a note it finds the questions by message that end so (Send & Wait For Reply), once a
flow: nobody is reminded, and the answers so far lead to nothing. Where no message starts
the flow, a late reply reaches nobody. What is asked again is a second attempt there, too,
and a question whose answer leads nowhere is left alone, and so is silence that a
request tells to somebody.

A note, too, is the "noAudio" of a recording that ends so, when whoever speaks is told
something after it.

Lead "timeout" to a message and back to the question, count the attempts, or lead
it to an agent.`,
	},
	Check: func(p *lint.Pass) {
		again := values.Again.Of(p)
		first := p.Flow.Routes(func(t *flow.Transition) bool { return !again[t] })
		var cut, dropped []*flow.Transition // by call, by message
		for _, w := range p.Flow.Widgets {
			open := openTimeout(p, w)
			if open == nil || !first.Reach(w) {
				if w.Facts.TakesMessage {
					reportNothingSaid(p, w)
				}
				continue
			}
			if w.Facts.Needs == schemas.NeedsCall {
				cut = append(cut, open)
			} else {
				dropped = append(dropped, open)
			}
		}
		if len(cut) > 0 {
			reportCut(p, cut, first)
		}
		if len(dropped) > 0 {
			reportDropped(p, dropped, first)
		}
	},
})

// reportNothingSaid reports a recording that ends the call of whoever says nothing, though
// whoever speaks is told something.
func reportNothingSaid(p *lint.Pass, w *flow.Widget) {
	silence, recorded := w.OnKind(schemas.KindTimeout), w.OnKind(schemas.KindSuccess)
	if silence == nil || recorded == nil || !p.Flow.Reachable(w) || !values.EndsUnheard(p, silence) || !toldOnCall(recorded.Meant) {
		return
	}
	d, _ := p.ReportOncef(nil, silence, "whoever says nothing at %s is hung up on without a word (%s), while whoever speaks is told something; say goodbye", w.Label(), values.Unsaid(silence))
	d.As(finding.Note)
}

// toldOnCall reports whether the call says something at a widget, or after those that do
// their work unheard.
func toldOnCall(w *flow.Widget) bool {
	const far = 8
	for range far {
		switch {
		case w == nil:
			return false
		case effects.ActOf(w) == effects.Tells:
			return w.Needs() == schemas.NeedsCall
		}
		t := w.Onward()
		if t == nil {
			return false
		}
		w = t.Meant
	}
	return false
}

// openTimeout returns the transition by which a question ends the execution when nobody
// answers, though an answer goes on; nil when there is none.
func openTimeout(p *lint.Pass, w *flow.Widget) (open *flow.Transition) {
	if w.Facts.Needs != schemas.NeedsCall && effects.Raised(w, schemas.ByReply) == nil {
		return nil
	}
	goesOn := false
	for _, t := range w.Transitions {
		switch {
		case t.Facts.Kind == schemas.KindTimeout && values.EndsUnheard(p, t):
			open = t
		case t.Facts.Kind == schemas.KindInput:
			goesOn = goesOn || t.Next != ""
		}
	}
	if !goesOn || open != nil && w.Facts.Needs != schemas.NeedsCall && !open.Ends() && effects.ActOf(open.Meant) != effects.Sets {
		return nil // a request, or somebody else, learns that there was no answer
	}
	return open
}

// reportDropped reports the questions by message after whose silence nothing comes.
func reportDropped(p *lint.Pass, dropped []*flow.Transition, first flow.Routes) {
	t := dropped[0]
	w := t.From
	subject, end := w.Label(), "ends"
	if n := len(dropped) - 1; n > 0 {
		subject, end = w.Label()+" and "+words.Plural(n, "other question"), "end"
	}
	late := ""
	if !startsByMessage(p.Flow) {
		late = ", and no message starts the flow, so a late reply reaches nobody"
	}
	d := p.Reportf(t, "%s %s without a word when nobody answers in time (%s)%s; remind or say goodbye",
		subject, end, words.Quote(t.Event), late).As(finding.Note)
	d.Identify(w.Label()).Along(values.Route(p, first, w))
	for _, t := range dropped[1:min(len(dropped), lint.MaxRelated+1)] {
		d.Relate(t, "and "+t.From.Label())
	}
}

// startsByMessage reports whether a message begins an execution, or may.
func startsByMessage(f *flow.Flow) bool {
	return slices.ContainsFunc(f.Entries(), func(e *flow.Entry) bool { return e.Channels()&^flow.Call != 0 })
}

// reportCut reports the questions that end the call of whoever is silent: once, since one
// decision mends all of them.
func reportCut(p *lint.Pass, cut []*flow.Transition, first flow.Routes) {
	t := cut[0]
	w := t.From
	var d *finding.Diagnostic
	if n := len(cut) - 1; n > 0 {
		d = p.Reportf(t, "%s and %s hang up on a caller who presses or says nothing; ask again or say goodbye",
			w.Label(), words.Plural(n, "other question"))
	} else {
		d = p.Reportf(t, "%s hangs up on a caller who presses or says nothing (%s); ask again or say goodbye",
			w.Label(), values.Unsaid(t))
	}
	d.Identify(w.Label()).Along(values.Route(p, first, w))
	for _, t := range cut[1:min(len(cut), lint.MaxRelated+1)] {
		d.Relate(t, "and "+t.From.Label())
	}
}
