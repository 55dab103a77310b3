package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/schemas"
)

// reportAutoReplies reports the questions by message of a flow that only the API begins, which are asked again,
// with a text before, after every answer that fits nowhere: once.
func reportAutoReplies(p *lint.Pass) {
	if !onlyByRequest(p.Flow) {
		return
	}
	const most = 20 // questions whose rounds are looked at
	tried := 0
	var d *finding.Diagnostic
	for i := range answers.Menus.Of(p) {
		m := &answers.Menus.Of(p)[i]
		if m.Question.Needs() != schemas.NeedsMessage || m.Otherwise == nil || m.Otherwise.Meant == nil || effects.ActOf(m.Otherwise.Meant) != effects.Tells ||
			!m.Again() {
			continue
		}
		if tried++; tried > most {
			return
		}
		if countsRounds(p.Flow, m.Question) {
			continue
		}
		switch {
		case d == nil:
			d = p.Reportf(m.Otherwise, "%s and %s are sent after each reply that fits nowhere, without end: an automatic reply keeps them going; count the tries",
				m.Otherwise.Meant.Label(), m.Question.Label()).As(finding.Note).Identify(m.Question.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(m.Otherwise, "so it is with "+m.Question.Label())
		}
	}
}

// onlyByRequest reports whether a flow is begun by the API alone.
func onlyByRequest(f *flow.Flow) bool {
	entries := f.Entries()
	return len(entries) > 0 && !slices.ContainsFunc(entries, func(e *flow.Entry) bool { return e.Event != "incomingRequest" })
}

// countsRounds reports whether the loop of a question sets a variable, which may count, or asks a service.
func countsRounds(f *flow.Flow, question *flow.Widget) bool {
	loop := f.LoopOf(question)
	return loop == nil || slices.ContainsFunc(f.Widgets, func(w *flow.Widget) bool {
		act := effects.ActOf(w)
		return f.SameLoop(question, w) && act != effects.Asks && act != effects.Tells && act != effects.Splits
	})
}
