package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/schemas"
)

// A Contrary is a text which says that something was cancelled after the request that books or confirms it, or the
// other way about.
type Contrary struct {
	Request *flow.Widget
	Worked  *flow.Transition // by which the text comes
	Told    *flow.Widget
	Says    offer.Act // what the text tells of

	// By is what says what the request does: a path, an action; "" for its name.
	By string
}

// Contraries returns those of a flow, in the order of its widgets.
func Contraries(of lint.Subject) (all []Contrary) {
	f := of.Subject().Flow
	for _, w := range f.Widgets {
		if w.Facts.Request == nil {
			continue
		}
		worked := w.OnKind(schemas.KindSuccess)
		told := effects.Next(worked, effects.Tells)
		if told == nil || !f.Reachable(w) {
			continue
		}
		n := effects.Prompt(told)
		says, by := contraryOf(of, w, f.Plain(n))
		if says != offer.NoAct && !liquid.HasTags(n.Text()) && comesOnlyBy(told, w) {
			all = append(all, Contrary{w, worked, told, says, by})
		}
	}
	return all
}

// comesOnlyBy reports whether one comes to a text only by a request, or over variables.
func comesOnlyBy(told, request *flow.Widget) bool {
	return !slices.ContainsFunc(effects.Into(told), func(t *flow.Transition) bool {
		return t.From != request && effects.ActOf(t.From) != effects.Sets
	})
}

// contraryOf returns what a text tells of, where a request does the contrary, and what of the request says so. What it
// is given and where it goes says more than its name; where those differ among themselves, nothing is known.
func contraryOf(of lint.Subject, w *flow.Widget, text string) (says offer.Act, by string) {
	switch {
	case offer.SaysBooked(text):
		says = offer.Books
	case offer.SaysCancelled(text):
		says = offer.Cancels
	default:
		return offer.NoAct, ""
	}
	by, act := actOf(of, w)
	named := says == offer.Books && offer.NamesCancelling(w.Name) || says == offer.Cancels && offer.NamesBooking(w.Name)
	switch {
	case named && (by == "" || act != says && act != offer.NoAct):
		return says, ""
	case act == offer.NoAct, act == says, says == offer.Books && !offer.TellsBooked(text), says == offer.Cancels && !offer.TellsCancelled(text),
		followsAct(of, w, says):
		return offer.NoAct, ""
	}
	return says, by
}

// actOf returns what a request does by its path and by what it is given, and what says so; NoAct and something
// where these differ.
func actOf(of lint.Subject, w *flow.Widget) (by string, act offer.Act) {
	by, act = offer.ActOfPath(w.Property(w.Facts.Request.URL).Text())
	for _, c := range jsontext.Constants(of.Subject(), w) {
		if !offer.SaysAct(c.Key) {
			continue
		}
		switch other := offer.ActIn(c.Text); {
		case other == offer.NoAct:
		case act != offer.NoAct && act != other:
			return by, offer.NoAct
		default:
			by, act = c.Key+": "+c.Text, other
		}
	}
	return by, act
}

// followsAct reports whether another request right before one may have done what is told after the two.
func followsAct(of lint.Subject, w *flow.Widget, says offer.Act) bool {
	return slices.ContainsFunc(effects.Into(w), func(t *flow.Transition) bool {
		if t.From.Facts.Request == nil {
			return effects.ActOf(t.From) == effects.Anything
		}
		_, act := actOf(of, t.From)
		return act == says || act == offer.NoAct && !effects.LooksUp(t.From)
	})
}
