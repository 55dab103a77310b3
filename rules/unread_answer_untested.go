package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
)

// reportUntested reports the questions whether something is right, or whether one agrees, whose answer is only kept or
// passed on: whoever says no goes on like the others. Once.
func reportUntested(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if text := effects.Prompt(w).Text(); !answers.Asks(w) || p.Flow.Only(w.Name) != w || !offer.AsksIfRight(text) && !offer.AsksConsent(text) ||
			!p.Flow.Reachable(w) || !shape.Clear(p, w) || shape.MayRead(p, w) {
			continue
		}
		by := onlyKept(p.Flow, w)
		switch {
		case by == nil:
		case d == nil:
			d = p.Reportf(w, "%s asks for a yes or a no, and %s only keeps the answer: whoever says no goes on as well; test it, and ask again or end",
				w.Label(), by.Label()).As(finding.Note).Relate(by, "what is given it").Identify(w.Label())
		default:
			d.Also(w, "so it is with "+w.Label())
		}
	}
}

// onlyKept returns the first step that is given the answer to a question, when nothing decides by it, nor by a variable that
// holds it, nor by what a request says of it, and nobody who could takes over; else nil.
func onlyKept(f *flow.Flow, asked *flow.Widget) (by *flow.Widget) {
	if len(f.ReadsOfAny()) > 0 || f.Unread() {
		return nil
	}
	for _, r := range f.OutputRefs(asked.Name) {
		act := effects.ActOf(r.Widget)
		if reads.Decides(r) || act != effects.Requests && act != effects.Sets && act != effects.Tells && act != effects.Asks ||
			act == effects.Requests && slices.ContainsFunc(f.OutputRefs(r.Widget.Name), reads.Decides) {
			return nil
		}
		for _, write := range f.Writes(r.Widget) {
			v := f.Variable(write.Key.Text())
			if v != nil && slices.ContainsFunc(v.Reads, func(r flow.Ref) bool { return reads.Decides(r) || effects.ActOf(r.Widget) == effects.HandsOver }) {
				return nil
			}
		}
		if by == nil && (act == effects.Requests || act == effects.Sets) {
			by = r.Widget
		}
	}
	return by
}
