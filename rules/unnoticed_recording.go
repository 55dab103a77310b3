package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unnoticed-recording", Title: "A message that callers leave and nobody learns of",
		Group: finding.Values, Severity: finding.Note,
		Doc: `Finds a recording of what callers say of which nobody is told: no address is called for it,
no text of the flow reads where it is, and nothing that comes after it is for anybody but
the caller. Whoever waits to be called back waits until somebody looks into Twilio's console.

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
			case len(d.Related) < lint.MaxRelated:
				d.Relate(w, "nor of "+w.Label())
			}
		}
	},
})

// learnsOf reports whether anybody may learn of the message that a caller leaves: an address
// that is called for it, something that reads what the widget stores, or whatever comes after
// it and is not only for the caller.
func learnsOf(f *flow.Flow, w *flow.Widget) bool {
	for key, n := range w.Properties.Members() {
		if known := w.FactsOf(n); (known == nil || known.IsURL()) && key != "offset" && (!n.IsString() || n.Text() != "") {
			return true
		}
	}
	if w.Incomplete || reads.Stored(f, w, nil) {
		return true
	}
	const far = 64
	seen := map[*flow.Widget]bool{w: true}
	for queue := []*flow.Widget{w}; len(queue) > 0 && len(seen) <= far; queue = queue[1:] {
		for _, t := range queue[0].Transitions {
			switch next := t.Meant; {
			case next == nil && !t.Ends():
				return true
			case next == nil || seen[next]:
			case !forCaller(f, next):
				return true
			default:
				seen[next] = true
				queue = append(queue, next)
			}
		}
	}
	return len(seen) > far
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
