package answers

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// An ExchangedSilence is a question whose answer leads where the silence at the next question does, while its own silence
// leads on to that.
type ExchangedSilence struct {
	Answer, Silence *flow.Transition
	Next            *flow.Transition // the silence at the next question
}

// ExchangedSilences are those of a flow.
func ExchangedSilences(d *project.Document) (all []ExchangedSilence) {
	for _, w := range d.Flow.Widgets {
		if !Asks(w) || w.Incomplete || !d.Flow.Reachable(w) {
			continue
		}
		silence := w.OnKind(schemas.KindTimeout)
		next := effects.PastSetting(silence)
		if next == nil || next == w || next.Incomplete || !Asks(next) || next.Needs() != w.Needs() {
			continue
		}
		answer, later := answeredWay(w), answeredWay(next)
		given := effects.PastSetting(answer)
		if given == nil || given == next || given == w || given.Facts.Split ||
			later == nil || effects.PastSetting(later) == given || effects.PastSetting(later) == w {
			continue
		}
		failed, laterSilence := effects.PastSetting(w.OnKind(schemas.KindFailure)), next.OnKind(schemas.KindTimeout)
		if effects.PastSetting(laterSilence) == given && (failed == nil || failed == given) {
			all = append(all, ExchangedSilence{answer, silence, laterSilence})
		}
	}
	return all
}

// answeredWay returns the transition by which answers to a question are followed; nil where none leads anywhere, or where two
// lead to different places.
func answeredWay(w *flow.Widget) (answer *flow.Transition) {
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindInput || effects.PastSetting(t) == nil {
			continue
		}
		if answer != nil && effects.PastSetting(answer) != effects.PastSetting(t) {
			return nil
		}
		answer = t
	}
	return answer
}
