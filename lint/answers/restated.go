package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/values"
)

// A Restated is what two texts of a flow state otherwise, though it is one thing.
type Restated struct {
	First, Second *flow.Widget
	One, Other    offer.Stated
}

// RestatedOf returns the first of a flow: hosts that are a slip apart, or, in the same sentence, another currency or price,
// or a number to call with another digit. Of those that a person chooses between none is told, nor of what a question
// offers and what is done then.
func RestatedOf(of lint.Subject) (found Restated, ok bool) {
	const most = 60 // things that are compared
	d := of.Subject()
	var all []Restated
	for _, w := range d.Flow.Widgets {
		n := effects.Prompt(w)
		if n.Text() == "" || !d.Flow.Reachable(w) || len(all) > most {
			continue
		}
		for _, s := range offer.StatedIn(n.Text()) {
			all = append(all, Restated{First: w, One: s})
		}
	}
	for i := range all {
		b := &all[i]
		for j := range all[:i] {
			if a := &all[j]; a.First != b.First && statesOther(of, a, b) {
				return Restated{a.First, b.First, a.One, b.One}, true
			}
		}
	}
	return Restated{}, false
}

// statesOther reports whether two texts state one thing otherwise.
func statesOther(of lint.Subject, a, b *Restated) bool {
	if a.One.Kind == offer.StatedHost {
		const short = 8 // bytes of a host, in which a letter makes another one
		return b.One.Kind == offer.StatedHost && min(len(a.One.Value), len(b.One.Value)) >= short &&
			address.IsMisspelt(a.One.Value, b.One.Value)
	}
	d := of.Subject()
	return a.One.Contradicts(&b.One) &&
		!(values.AfterChoice(d, a.First) && values.AfterChoice(d, b.First)) &&
		!slices.ContainsFunc(Contradictions(d), func(c Contradiction) bool { return c.Odd.Widget == a.First || c.Odd.Widget == b.First })
}
