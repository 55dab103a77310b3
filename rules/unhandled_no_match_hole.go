package rules

import (
	"slices"
	"strconv"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportHoles reports the splits, or chains of them, on a person's number that ask for less and for more than one, and refuse that one
// itself: once.
func reportHoles(p *lint.Pass) {
	persons := values.AsksPerson.Of(p)
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || !persons[w.Index] || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		otherwise := w.OnKind(schemas.KindNoMatch)
		branches := reads.Branches.Of(p)[w.Index]
		if effects.Next(otherwise, effects.Splits) != nil {
			branches, otherwise = reads.ChainOf(p, p.Flow, w)
		}
		hole := holeOf(branches)
		if hole == nil || otherwise == nil || !refuses(p.Flow, w, otherwise, hole.Comparison.Value()) || asksOn(p.Flow, w) {
			continue
		}
		number := words.Quote(hole.Comparison.Value())
		switch {
		case d == nil:
			d = p.Reportf(hole, "%s refuses %s, which is neither less nor greater than %s, as no valid answer; let one of the two branches take it",
				w.Label(), number, number).Identify(w.Label()).Relate(otherwise, "where it goes")
		default:
			d.Also(hole, "so it is with "+number+" at "+w.Label())
		}
	}
}

// holeOf returns the branch for less than a number where there is one for more than the same, and none takes the number
// itself; nil when there is none. Nobody misses 0.
func holeOf(all []reads.Branch) *reads.Branch {
	const many = 24 // more are a table
	if len(all) > many {
		return nil
	}
	for i := range all {
		less := &all[i]
		if !less.Literal || less.Comparison.Operator() != split.LessThan {
			continue
		}
		value := less.Comparison.Value()
		if n, err := strconv.Atoi(value); err != nil || n == 0 || !slices.ContainsFunc(all, func(other reads.Branch) bool {
			return other.Literal && other.Comparison.Operator() == split.GreaterThan && other.Comparison.Value() == value
		}) {
			continue
		}
		if !slices.ContainsFunc(all, func(other reads.Branch) bool {
			return other.Subject != less.Subject || other.Comparison.Holds(value) != split.No
		}) {
			return less
		}
	}
	return nil
}

// refuses reports whether a way out of a split leads back to its question, or to words that the answer was wrong, which
// do not name the number: "Exactly 42!" takes it.
func refuses(f *flow.Flow, w *flow.Widget, otherwise *flow.Transition, number string) bool {
	asked := reads.Asked(f, w)
	if otherwise.Meant == nil {
		return false
	}
	if otherwise.Meant == asked {
		return true
	}
	told := effects.Next(otherwise, effects.Tells)
	if told == nil {
		return false
	}
	text := effects.Prompt(told).Text()
	if offer.NamesNumber(text, number) {
		return false
	}
	back := asked != nil && effects.PastSetting(told.Onward()) == asked
	return offer.SaysWrong(offer.WithoutIf(text)) || back && offer.AsksAnew(text)
}

// asksOn reports whether a branch leads back to the question of its split, as where a number is guessed.
func asksOn(f *flow.Flow, w *flow.Widget) bool {
	asked := reads.Asked(f, w)
	return asked != nil && slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
		if t.Facts.Kind != schemas.KindBranch {
			return false
		}
		to := effects.PastSetting(t)
		return to == asked || to != nil && effects.ActOf(to) == effects.Tells && effects.PastSetting(to.Onward()) == asked
	})
}
