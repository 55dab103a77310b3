package rules

import (
	"strconv"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkScale reports a split on a number whose small values lead to what is named after the large ones
// ("high"), and its large values to what is named after the small ones ("low"), and whether there is one.
func checkScale(p *lint.Pass, w *flow.Widget, branches []reads.Branch) bool {
	const most = 12 // branches that are looked at
	if len(branches) == 0 || len(branches) > most || !namesLowSide(p.Flow, w) {
		return false
	}
	moods := asksFromBad(p.Flow, branches[0])
	var low, high *flow.Transition
	for _, t := range w.Transitions {
		to := effects.PastIdle(p.Flow, t)
		if to == nil || t.Facts.Kind != schemas.KindBranch && t.Facts.Kind != schemas.KindNoMatch {
			continue
		}
		side := words.ScaleSide(to.Name, moods)
		switch {
		case side < 0 && low == nil:
			low = t
		case side > 0 && high == nil:
			high = t
		case side != 0:
			return false
		}
	}
	if low == nil || high == nil || !isAbove(branches, low, high) {
		return false
	}
	p.Reportf(low.NextNode, "%s leads larger numbers to %s than to %s: the names say the reverse; exchange the two if that is not meant",
		w.Label(), effects.PastIdle(p.Flow, low).Label(), effects.PastIdle(p.Flow, high).Label()).Relate(high.NextNode, "the other one")
	return true
}

// namesLowSide is a cheap question: whether something to which a split leads may be named after the small numbers of a scale.
func namesLowSide(f *flow.Flow, w *flow.Widget) bool {
	for _, t := range w.Transitions {
		if to := effects.PastIdle(f, t); to != nil && words.MayNameLowSide(to.Name) {
			return true
		}
	}
	return false
}

// asksFromBad reports whether what a branch tests is the answer to a question how satisfied one is, by a scale that begins with bad.
func asksFromBad(f *flow.Flow, b reads.Branch) bool {
	r, ok := reads.OnlyRead(f, b.Condition)
	if !ok || !reads.IsAnswer(f, r) || reads.Widget(f, r) == nil {
		return false
	}
	text := effects.ToldBefore(reads.Widget(f, r))
	return offer.AsksRating(text) && offer.ScaleFromBad(text)
}

// isAbove reports whether all numbers that one transition of a split takes are larger than all of another one. What fits no
// branch is tried as well.
func isAbove(branches []reads.Branch, one, other *flow.Transition) bool {
	const last = 10
	points := make([]float64, 0, 3*len(branches)+last+1)
	for i := range last + 1 {
		points = append(points, float64(i))
	}
	for _, b := range branches {
		if n, err := strconv.ParseFloat(b.Comparison.Value(), 64); err == nil && b.Literal {
			points = append(points, n-1, n, n+1)
		}
	}
	var least, greatest *float64
	for i := range points {
		switch takenNumber(branches, points[i]) {
		case one:
			if least == nil || points[i] < *least {
				least = &points[i]
			}
		case other:
			if greatest == nil || points[i] > *greatest {
				greatest = &points[i]
			}
		}
	}
	return least != nil && greatest != nil && *least > *greatest
}

// takenNumber returns the transition of a split that a number takes, that of what fits no branch included; nil where that is
// not known.
func takenNumber(branches []reads.Branch, n float64) *flow.Transition {
	text := strconv.FormatFloat(n, 'f', -1, 64)
	subject := branches[0].Subject
	for _, b := range branches {
		switch holds := b.Comparison.Holds(text); {
		case !b.Literal || b.Subject != subject || subject == "" ||
			len(b.Transition.Conditions) != 1 || holds == split.Unsure:
			return nil
		case holds == split.Yes:
			return b.Transition
		}
	}
	return branches[0].Transition.From.OnKind(schemas.KindNoMatch)
}
