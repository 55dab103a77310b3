package answers

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// A FirstInstead is a step that is given the picture of the message with which the execution began, though a
// question has just asked for one, and nothing reads what was sent then.
type FirstInstead struct {
	Ref      flow.Ref
	Question *flow.Widget
}

// FirstInsteads returns those of a flow, one a question.
func FirstInsteads(d *project.Document) (all []FirstInstead) {
	const far = 3 // steps after the answer
	for i, unread := range Unread.Of(d) {
		w := d.Flow.Widgets[i]
		if !unread || w.Needs() != schemas.NeedsMessage || !offer.AsksForPicture(effects.Prompt(w).Text()) {
			continue
		}
		for at := range w.OnKind(schemas.KindInput).Ahead(far) {
			if at == w || effects.ActOf(at) == effects.Asks {
				break
			}
			if r, ok := firstPicture(d.Flow, at); ok {
				all = append(all, FirstInstead{r, w})
				break
			}
		}
	}
	return all
}

// firstPicture returns what a step reads of a picture of the first message.
func firstPicture(f *flow.Flow, w *flow.Widget) (flow.Ref, bool) {
	for _, t := range f.TemplatesOf(w) {
		for _, r := range t.Refs() {
			if r.Root() != "trigger" || r.Name(1) != "message" {
				continue
			}
			if reads.Holds(f, r) == schemas.HoldsMedia {
				return r, true
			}
		}
	}
	return flow.Ref{}, false
}
