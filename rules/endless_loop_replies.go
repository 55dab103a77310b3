package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
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
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Asks || w.Needs() != schemas.NeedsMessage || !p.Flow.Reachable(w) {
			continue
		}
		otherwise := refusedBack(w)
		if otherwise == nil {
			continue
		}
		if tried++; tried > most {
			return
		}
		switch {
		case countsRounds(p.Flow, w):
		case d == nil:
			d = p.Reportf(otherwise, "%s and %s are sent after each reply that fits nowhere, without end: an automatic reply keeps them going; count the tries",
				effects.PastSetting(otherwise).Label(), w.Label()).As(finding.Note).Identify(w.Label())
		default:
			d.Also(otherwise, "so it is with "+w.Label())
		}
	}
}

// refusedBack returns the transition by which an answer to a question that fits no branch of the split right after it
// leads back to the question over one text; nil for none.
func refusedBack(w *flow.Widget) *flow.Transition {
	by := effects.Next(w.OnKind(schemas.KindInput), effects.Splits)
	if by == nil {
		return nil
	}
	otherwise := by.OnKind(schemas.KindNoMatch)
	told := effects.Next(otherwise, effects.Tells)
	if told == nil || effects.PastSetting(told.Onward()) != w {
		return nil
	}
	return otherwise
}

// onlyByRequest reports whether a flow is begun by the API alone.
func onlyByRequest(f *flow.Flow) bool {
	entries := f.Entries()
	return len(entries) > 0 && !slices.ContainsFunc(entries, func(e *flow.Entry) bool { return e.Event != flow.RequestEvent })
}

// countsRounds reports whether the loop of a question sets a variable, which may count, or asks a service.
func countsRounds(f *flow.Flow, question *flow.Widget) bool {
	loop := f.LoopOf(question)
	return loop == nil || slices.ContainsFunc(f.Widgets, func(w *flow.Widget) bool {
		act := effects.ActOf(w)
		return f.SameLoop(question, w) && act != effects.Asks && act != effects.Tells && act != effects.Splits && !keepsAnswer(f, w) && !effects.SetsFixed(f, w)
	})
}

// keepsAnswer reports whether a widget does nothing but set variables to answers.
func keepsAnswer(f *flow.Flow, w *flow.Widget) bool {
	all := f.Writes(w)
	return len(all) > 0 && !slices.ContainsFunc(all, func(write flow.Write) bool {
		t := f.TemplateAt(write.Value)
		return t == nil || len(t.Refs()) != 1 || !reads.IsAll(t.Refs()[0]) || !reads.IsAnswer(f, t.Refs()[0])
	})
}
