package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportTalkedInVain reports the queues after which whoever has talked to somebody is told, as when the queue fails,
// that nobody can talk to him: once. A caller who leaves the queue comes there, too, so it is a note.
func reportTalkedInVain(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.HandsOver || w.Facts.Transfer != nil || !p.Flow.MayHaveCall(w) || !p.Flow.Reachable(w) {
			continue
		}
		worked := w.OnKind(schemas.KindSuccess)
		told := effects.Next(worked, effects.Tells)
		if told == nil || !failsTo(w, told) || !saysNobodyComes(effects.Prompt(told).Text()) {
			continue
		}
		if d != nil {
			d.Also(worked.NextNode, "so it is after "+w.Label())
			continue
		}
		d = p.Reportf(worked.NextNode, "%s of %s leads to %s, as its failures do: after a talk one hears that nobody can take the call; test QueueResult first, or say goodbye",
			words.Quote(worked.Event), w.Label(), told.Label()).
			As(finding.Note).Relate(effects.PlaceOfPrompt(told), "what is told then")
	}
}

// failsTo reports whether a failure of a step leads to another one.
func failsTo(w, to *flow.Widget) bool {
	for _, t := range w.Transitions {
		if t.Facts.Kind == schemas.KindFailure && effects.PastSetting(t) == to {
			return true
		}
	}
	return false
}

// saysNobodyComes reports whether a text says that nobody can talk to the caller now.
func saysNobodyComes(text string) bool {
	return offer.SaysNobody(text) != "" || offer.SaysFailed(text) || offer.CannotTakeCall(text)
}
