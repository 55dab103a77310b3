package twins

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/words"
)

// isOneThing reports whether the two names of a value most likely stand for one thing.
func (r *Renamed) isOneThing() bool {
	key, usual := r.Key.Key, r.Usual.Key
	if words.SameLetters(key, usual) {
		return true
	}
	if words.NamesLanguage(key) && words.NamesLanguage(usual) &&
		words.IsAnyTongue(r.Key.Value) && words.IsAnyTongue(r.Usual.Value) {
		return true // lang and language
	}
	if r.Key.Value != r.Usual.Value || !strings.Contains(r.Key.Value, "{{") {
		return false
	}
	if strings.Contains(r.Key.Value, "widgets.?") {
		return r.isOneAnswer()
	}
	own, other := words.In(key), words.In(usual)
	if areContrary(own, other) {
		return false
	}
	if words.IsSlip(key, usual) && !words.ArePlural(key, usual) {
		return true
	}
	return (words.IsSlip(key, usual) || words.Overlap(own, other) && !words.AreOfTwoKinds(own, other)) && !r.saysOther()
}

// isOneAnswer reports whether the names under which the answers to two questions are given most likely stand for one
// thing: they say nothing of what was asked, or are a slip.
func (r *Renamed) isOneAnswer() bool {
	key, usual := strings.ToLower(r.Key.Key), strings.ToLower(r.Usual.Key)
	if !words.IsSlip(key, usual) && !(words.SaysNothing(key) && words.SaysNothing(usual)) {
		return false
	}
	own := words.In(r.Key.Key)
	for q := range questions(r.Call.Widget) {
		if words.Overlap(words.In(q.Name), own) {
			return false
		}
		for _, name := range q.Facts.Content {
			if words.Overlap(words.In(q.Property(name).Text()), own) {
				return false
			}
		}
	}
	return !r.saysOther()
}

// saysOther reports whether two calls give one name two texts that are written out, which are not the names of their
// questions: one address does two things.
func (r *Renamed) saysOther() bool {
	for i := range r.Call.Given {
		own := &r.Call.Given[i]
		other := r.Other.at(own.Key)
		if other == nil || own.Value == other.Value || strings.Contains(own.Value+other.Value, "{") {
			continue
		}
		if !namesQuestion(r.Call.Widget, own.Value) || !namesQuestion(r.Other.Widget, other.Value) {
			return true
		}
	}
	return false
}

// namesQuestion reports whether a text is the name of the question whose answer leads to a widget.
func namesQuestion(w *flow.Widget, text string) bool {
	for q := range questions(w) {
		if q.Name == text {
			return true
		}
	}
	return false
}

// questions yields those whose answers lead to a widget.
func questions(w *flow.Widget) func(yield func(q *flow.Widget) bool) {
	return func(yield func(q *flow.Widget) bool) {
		for _, t := range effects.Into(w) {
			if q := t.From; effects.ActOf(q) == effects.Asks && q.Name != "" && !yield(q) {
				return
			}
		}
	}
}

// areContrary reports whether two names differ in words for two sides, or for a thing and its contrary.
func areContrary(own, other []string) bool {
	for _, a := range own {
		if slices.Contains(other, a) {
			continue
		}
		if words.ChangesSides(a) || slices.ContainsFunc(other, func(b string) bool { return words.AreContrary(a, b) }) {
			return true
		}
	}
	return slices.ContainsFunc(other, func(b string) bool { return words.ChangesSides(b) && !slices.Contains(own, b) })
}
