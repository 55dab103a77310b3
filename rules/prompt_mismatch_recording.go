package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkSaidBeep compares whether there is a beep.
func checkSaidBeep(p *lint.Pass, w *flow.Widget, text string) {
	if n := w.Property(w.Facts.Beeps); n.Text() == "false" && offer.SpeaksOfBeep(text) {
		p.Reportf(n, "the caller is told to speak after the beep, but %s of %s is false, so none comes; write true", words.Quote(n.Key()), w.Label())
	}
}

// hardlyAnything are the seconds in which one says a name, and no message.
const hardlyAnything = 10

// checkSaidLength compares how long a recording may be.
func checkSaidLength(p *lint.Pass, w *flow.Widget, text string) {
	if w.Facts.Transcription == nil {
		return
	}
	n := w.Property(w.Facts.Transcription.Length)
	most, ok := n.Number()
	if !ok || !effects.Allowed(w, n.Key(), most) {
		return
	}
	if seconds, said := offer.SpeaksOfLength(text); seconds > int(most) {
		p.Reportf(n, "the caller is told of %s, but %s records %s seconds at most; write %d", words.Quote(said), w.Label(), n.Raw(), seconds)
	} else if _, message := offer.Promises(text, offer.Message); seconds == 0 && int(most) <= hardlyAnything &&
		(message && offer.AsksForMessage(text) || offer.BidsMessage(text)) {
		p.Reportf(n, "the caller is to leave a message, but %s records %s seconds at most: it is cut off; write 120", w.Label(), n.Raw())
	}
}

// reportUnrecorded reports a text that tells callers that the call is recorded, when nothing records it: each
// call out says that it does not, and nobody else ever has the call. Once.
func reportUnrecorded(p *lint.Pass) {
	var by, call *flow.Widget
	said := ""
	for _, w := range p.Flow.Widgets {
		if !p.Flow.Reachable(w) {
			continue
		}
		switch act := effects.ActOf(w); {
		case w.Incomplete, act == effects.Anything, act == effects.Requests, act == effects.RunsFlow, act == effects.Works,
			act == effects.HandsOver && w.Facts.Transfer == nil, act == effects.Dials, w.Facts.TakesMessage:
			return // it may record
		case w.Facts.Transfer != nil:
			if n := w.Property(w.Facts.Records); w.Facts.Records == "" || n.Exists() && string(n.Raw()) != "false" {
				return
			}
			if call == nil {
				call = w
			}
		case by == nil && w.Needs() == schemas.NeedsCall:
			if said = offer.SaysRecorded(effects.Prompt(w).Text()); said != "" {
				by = w
			}
		}
	}
	if by == nil || call == nil || p.Flow.Entry(flow.ParentEvent) != nil {
		return
	}
	p.Reportf(effects.Prompt(by), "%s says %s, but nothing records it: %s is false at %s; write true, or change the text",
		by.Label(), words.Quote(said), call.Facts.Records, call.Label()).Relate(call, "the call")
}
