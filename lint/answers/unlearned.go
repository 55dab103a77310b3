package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/values"
)

// Unlearned are the promises that somebody will come back to a person, on a branch of an answer, where no step
// tells anybody anything of that person: who began the execution otherwise than by a call or a message may
// fetch it from there.
var Unlearned = lint.NewFact(func(d *project.Document) (all []Unkept) {
	const far = 24 // texts
	f := d.Flow
	if start := f.Begin(); start == nil || !start.Facts.Starts || f.Entry(flow.ParentEvent) != nil ||
		len(f.Unfollowable()) > 0 || f.HandsOutItself() {
		return nil
	}
	looked := 0
	for _, w := range f.Widgets {
		text := effects.Prompt(w).Text()
		if text == "" || w.Incomplete || w.Facts.TakesMessage || strings.Contains(text, "{%") || !slices.Contains(promisesOf(f, w), offer.CallBack) {
			continue
		}
		said, ok := offer.Promises(text, offer.CallBack)
		if !ok || !handedOut(f, w) {
			continue
		}
		if looked++; looked > far {
			return all
		}
		if values.AfterChoice(d, w) && !toldOf(f, w) {
			all = append(all, Unkept{By: w, Promise: offer.CallBack, Words: said})
		}
	}
	return all
})

// toldOf reports whether a step before or after a widget tells somebody else of the person.
func toldOf(f *flow.Flow, w *flow.Widget) bool {
	return slices.ContainsFunc(f.Widgets, func(other *flow.Widget) bool {
		return other != w && tellsOthers(f, other) && learnsWho(f, other) && (f.CanPrecede(other, w) || f.CanPrecede(w, other))
	})
}
