package rules

import (
	"slices"
	"sync"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/schemas"
)

// rounds are the loops of a flow through which an execution goes without anybody's answer, by widget.
type rounds func() map[*flow.Widget]*flow.Loop

// roundsOf returns them; they are looked for when they are asked for, once.
func roundsOf(f *flow.Flow) rounds {
	return sync.OnceValue(func() map[*flow.Widget]*flow.Loop {
		all := map[*flow.Widget]*flow.Loop{}
		for _, loop := range f.LoopsWhere(func(t *flow.Transition) bool { return t.Facts.Kind != schemas.KindInput }) {
			for _, w := range loop.Widgets {
				all[w] = loop
			}
		}
		return all
	})
}

// leadElsewhere returns those of some transitions after which one does not come back to their widget without
// an answer, nor to one of which it is not known where it leads.
func (r rounds) leadElsewhere(f *flow.Flow, list []*flow.Transition) []*flow.Transition {
	return slices.DeleteFunc(slices.Clone(list), func(t *flow.Transition) bool {
		if t.Meant != nil && f.MayLeadAnywhere(t.Meant) {
			return true
		}
		loop := r()[t.From]
		return loop != nil && loop.Has(t.Meant)
	})
}

// givesUp reports whether silence leads where something of the person's is ended, which is no model for a message
// that did not arrive: nobody was asked.
func givesUp(t *flow.Transition) bool {
	next := effects.PastSetting(t)
	return t.Facts.Kind == schemas.KindTimeout && next != nil &&
		(offer.NamesCancelling(next.Name) || offer.NamesLeaving(next.Name) ||
			offer.SaysCancelled(effects.Prompt(next).Text()))
}

// servesNobody reports whether there is no use in leading on from a message that could not be sent as another one
// does: what comes after it is said to the same person, and the other one goes on as if it had been sent.
func servesNobody(f *flow.Flow, open, handled *flow.Transition) bool {
	worked, other := open.From.OnKind(schemas.KindSuccess), handled.From.OnKind(schemas.KindSuccess)
	if worked == nil || other == nil || effects.PastSetting(other) != effects.PastSetting(handled) || !effects.IsForContact(f, open.From) {
		return false
	}
	next := effects.PastSetting(worked)
	return next != nil && next.Needs() == schemas.NeedsMessage && effects.IsForContact(f, next)
}
