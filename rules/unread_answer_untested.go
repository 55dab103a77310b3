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

// reportUntested reports the questions whether what was answered before is right, of which the answer is only kept or
// passed on: whoever says no goes on like the others. Whether one agrees may be kept as a wish. Once.
func reportUntested(p *lint.Pass) {
	var d *finding.Diagnostic
	var rights []*flow.Widget
	for _, w := range p.Flow.Widgets {
		if text := effects.Prompt(w).Text(); !answers.Asks(w) || p.Flow.Only(w.Name) != w || !offer.AsksOnlyIfRight(text) ||
			!repeatsAnswer(p.Flow, w) || !p.Flow.Reachable(w) || !shape.Clear(p, w) || shape.MayRead(p, w) {
			continue
		}
		by := onlyKept(p.Flow, w)
		if by != nil && rights == nil {
			rights = puttingRight(p.Flow)
		}
		switch {
		case by == nil || slices.ContainsFunc(rights, func(other *flow.Widget) bool { return other != w && p.Flow.CanPrecede(w, other) }):
		case d == nil:
			d = p.Reportf(w, "%s asks for a yes or a no, and %s only keeps the answer: whoever says no goes on as well; test it, and ask again or end",
				w.Label(), by.Label()).As(finding.Note).Relate(by, "what is given it").Identify(w.Label())
		default:
			d.Also(w, "so it is with "+w.Label())
		}
	}
}

// repeatsAnswer reports whether a question repeats what was answered to another one.
func repeatsAnswer(f *flow.Flow, asked *flow.Widget) bool {
	return f.Reads(asked, func(r flow.Ref) bool { return reads.IsAnswer(f, r) && reads.Widget(f, r) != asked })
}

// puttingRight returns the steps whose texts say how what is wrong is put right; never nil.
func puttingRight(f *flow.Flow) []*flow.Widget {
	rights := []*flow.Widget{}
	for _, w := range f.Widgets {
		if offer.PutsRight(effects.Prompt(w).Text()) {
			rights = append(rights, w)
		}
	}
	return rights
}

// onlyKept returns the first step that is given the answer to a question, when nothing decides by it, nor by a variable
// that holds it, nor by what a request says of it, and nobody who could takes over; else nil.
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
