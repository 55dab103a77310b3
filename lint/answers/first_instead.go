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
		if w.Needs() != schemas.NeedsMessage || !offer.AsksForPicture(effects.Prompt(w).Text()) {
			continue
		}
		if !unread {
			if r, ok := firstThough(d.Flow, w); ok {
				all = append(all, FirstInstead{r, w})
			}
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

// firstThough returns what a step reads of a picture of the first message where that comes certainly after a question for one of
// which a split asks whether it came, and nothing reads it.
func firstThough(f *flow.Flow, asked *flow.Widget) (first flow.Ref, ok bool) {
	asks := false
	for _, r := range f.OutputRefs(asked.Name) {
		if reads.Holds(f, r) == schemas.HoldsMedia {
			return first, false
		}
		asks = asks || r.Widget.Facts.Split
	}
	if !asks || f.Only(asked.Name) != asked || len(f.OutputRefs("")) > 0 {
		return first, false
	}
	for _, at := range f.Widgets {
		if act := effects.ActOf(at); act == effects.Splits || act == effects.Asks || !f.HasRun(asked, at) {
			continue
		}
		if first, ok = firstPicture(f, at); ok {
			return first, true
		}
	}
	return first, false
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
