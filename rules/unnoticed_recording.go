package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unnoticed-recording", Title: "A message that callers leave and nobody learns of",
		Group: finding.Values, Severity: finding.Note,
		Doc: `Finds a recording of what callers say of which nobody is told: no address is called for it,
no text of the flow reads where it is, and nothing that comes after it is for anybody but
the caller. Whoever waits to be called back waits until somebody looks into Twilio's console.

It also finds a recording whose address only the steps after "recordingComplete" pass on,
while its "hangup" ends there: whoever hangs up after the last word may be one of whom nobody
learns. Which of the two events comes then is not documented.

So it does one that is passed on only after a word of thanks on the line, at which many hang up: the flow ends with the call.

And it finds a message that tells of the recording as those are told who call back ("new voicemail
from …"), and goes to the caller alone.

Those of a flow are one finding.

Write "recording_status_callback_url", or pass {{widgets.NAME.RecordingUrl}} to a request,
a Function or a message to those who call back.`,
	},
	Check: func(p *lint.Pass) {
		var d *finding.Diagnostic
		for _, w := range p.Flow.Widgets {
			switch {
			case !w.Facts.TakesMessage || !p.Flow.MayHaveCall(w) || learnsOf(p.Flow, w):
			case d == nil:
				d = p.Reportf(w, "nobody is told of what callers record at %s: no address is called, and nothing after it reads it or tells anybody; pass its RecordingUrl on", w.Label())
			default:
				d.Also(w, "nor of "+w.Label())
			}
		}
		if d == nil {
			reportHungUp(p)
		}
		reportToCaller(p)
	},
})

// reportToCaller reports the messages about a recording that are for whoever calls back, and go to
// the caller, where nothing else tells of it: once.
func reportToCaller(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !w.Facts.TakesMessage || !p.Flow.MayHaveCall(w) || hasAddress(w) || w.Incomplete || p.Flow.Unread() || len(p.Flow.ReadsOfAny()) > 0 {
			continue
		}
		refs := p.Flow.OutputRefs(w.Name)
		if len(refs) == 0 || slices.ContainsFunc(refs, func(r flow.Ref) bool {
			by := r.Widget
			return by.Needs() != schemas.NeedsMessage || effects.ActOf(by) != effects.Tells ||
				effects.HeardBy(p.Flow, by) != effects.Contact || !offer.TellsOfMessage(effects.Prompt(by).Text())
		}) {
			continue
		}
		by := refs[0].Widget
		if d == nil {
			d = p.Reportf(by.PlaceOf(by.Property(by.Facts.Receiver)), "%s tells of what callers record at %s, but goes to the caller, and nobody else learns of it; send it to those who call back",
				by.Label(), w.Label()).Relate(w, "where it is recorded").Identify(by.Label())
		} else {
			d.Also(w, "so it is with "+w.Label())
		}
	}
}

// reportHungUp reports the recordings of which somebody learns only when the caller does not
// end them by hanging up: once.
func reportHungUp(p *lint.Pass) {
	var d, thanked *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !w.Facts.TakesMessage || w.Incomplete || !p.Flow.MayHaveCall(w) || !w.Properties.Exists() ||
			!shape.Sound(p, w.Properties) || hasAddress(w) {
			continue
		}
		done, left := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindHangup)
		if done == nil {
			continue
		}
		by := passesOn(p.Flow, w, done)
		if by != nil && (left == nil || !left.Ends()) {
			thanked = reportThankedBefore(p, w, done, by, thanked)
			continue
		}
		switch {
		case by == nil:
		case d == nil:
			d = p.Reportf(left, "%s passes on what %s records, but not if the caller ends it by hanging up (%s); lead that there",
				by.Label(), w.Label(), words.Quote(left.Event)).Relate(by, "what passes it on")
		default:
			d.Also(left, "so it is with "+w.Label())
		}
	}
}

// reportThankedBefore reports a recording that is passed on only after something that is said, at which people hang up:
// once.
func reportThankedBefore(
	p *lint.Pass, w *flow.Widget, done *flow.Transition, by *flow.Widget, d *finding.Diagnostic,
) *finding.Diagnostic {
	word := wordBefore(done, by)
	switch {
	case word == nil:
		return d
	case d == nil:
		return p.Reportf(by, "%s passes on what %s records only after %s, at which many hang up, and the flow ends with the call; pass it on first",
			by.Label(), w.Label(), word.Label()).Relate(word, "what is said before").Identify(by.Label())
	}
	d.Also(by, "so it is with "+w.Label())
	return d
}

// wordBefore returns what is said on the line between a recording that was done and what passes it on, at once or right
// before that; nil for nothing.
func wordBefore(done *flow.Transition, by *flow.Widget) *flow.Widget {
	const far = 6
	says := func(w *flow.Widget) bool { return effects.ActOf(w) == effects.Tells && w.Needs() == schemas.NeedsCall }
	var word *flow.Widget
	for at := range done.Ahead(far) {
		if at == by {
			return word
		}
		if word == nil && says(at) {
			word = at
		}
	}
	for at := by; len(at.In) == 1; { // after a question whether to send it
		if at = at.In[0].From; says(at) {
			return at
		}
		if act := effects.ActOf(at); act != effects.Requests && act != effects.RunsFlow && act != effects.Sets {
			break
		}
	}
	return nil
}

// passesOn returns what passes the recording of a widget on to somebody, when it was done, also after a question whether
// that is right, and needs no call for that; nil when there is none. What the flow asks of a server in order to
// use it itself is not for somebody.
func passesOn(f *flow.Flow, w *flow.Widget, done *flow.Transition) *flow.Widget {
	const far = 12
	walk := flow.WalkFrom(done.Meant)
	for by := range walk.First(far) {
		act := effects.ActOf(by)
		if by != w {
			walk.AddNext(by)
		}
		if by.Needs() != schemas.NeedsCall && act != effects.HandsOver && act != effects.Sets && act != effects.Splits && readsFrom(f, by, w) {
			if reads.Stored(f, by, nil) {
				return nil
			}
			return by
		}
	}
	return nil
}

// readsFrom reports whether a widget reads what another one stores.
func readsFrom(f *flow.Flow, by, w *flow.Widget) bool {
	return f.Reads(by, func(r flow.Ref) bool { return r.Root() == "widgets" && r.Name(1) == w.Name })
}

// learnsOf reports whether anybody may learn of the message that a caller leaves: an address
// that is called for it, something that reads what the widget stores, or whatever comes after
// it and is not only for the caller.
func learnsOf(f *flow.Flow, w *flow.Widget) bool {
	if hasAddress(w) || w.Incomplete || reads.Stored(f, w, nil) {
		return true
	}
	const far = 64
	walk := flow.WalkFrom(w)
	for at := range walk.All() {
		for _, t := range at.Transitions {
			switch next := t.Meant; {
			case next == nil && !t.Ends():
				return true
			case next == nil || walk.Has(next):
			case !forCaller(f, next):
				return true
			default:
				walk.Add(next)
			}
		}
		if walk.Len() > far {
			return true
		}
	}
	return false
}

// hasAddress reports whether an address is called for what a widget records, or may be.
func hasAddress(w *flow.Widget) bool {
	for key, n := range w.Properties.Members() {
		if known := w.FactsOf(n); (known == nil || known.IsURL()) && key != "offset" && (!n.IsString() || n.Text() != "") {
			return true
		}
	}
	return false
}

// forCaller reports whether nobody but the caller notices a widget.
func forCaller(f *flow.Flow, w *flow.Widget) bool {
	switch effects.ActOf(w) {
	case effects.Tells, effects.Asks:
		return effects.HeardBy(f, w) == effects.Contact
	case effects.Sets, effects.Splits:
		return true
	}
	return false
}
