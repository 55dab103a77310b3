package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// A Bypass is a question for keys and speech of which one kind of answer goes to a split, and the other, which nothing
// reads, leads straight to where one branch of that leads.
type Bypass struct {
	Past   *flow.Transition // the answer that nothing reads
	Branch *flow.Transition // the one branch that leads to the same
}

// Bypasses are those of a flow, in the order of its widgets.
var Bypasses = lint.NewFact(func(d *project.Document) []Bypass {
	var all []Bypass
	for _, w := range d.Flow.Widgets {
		keys, speech := effects.Raised(w, schemas.ByKeys), effects.Raised(w, schemas.BySpeech)
		if keys == nil || speech == nil || w.Incomplete || d.Flow.Only(w.Name) != w || !d.Flow.Reachable(w) {
			continue
		}
		pressed, spoken := w.On(keys.Name), w.On(speech.Name)
		if pressed == nil || spoken == nil || offer.OffersRest(effects.Prompt(w).Text()) {
			continue
		}
		for _, way := range [][2]*flow.Transition{{pressed, spoken}, {spoken, pressed}} {
			if way[1] == spoken && offer.InvitesSpeech(effects.Prompt(w).Text()) {
				continue
			}
			if branch := bypassed(way[0], way[1]); branch != nil && unreadOn(d, way[1]) {
				all = append(all, Bypass{way[1], branch})
				break
			}
		}
	}
	return all
})

// bypassed returns the only branch of the split after one answer that leads to where another answer leads at once, and
// where neither silence leads nor what fits no branch; nil for none.
func bypassed(answer, past *flow.Transition) (branch *flow.Transition) {
	split, to := effects.PastSetting(answer), effects.PastSetting(past)
	if split == nil || !split.Facts.Split || split.Incomplete || to == nil || to.Facts.Split || isFallback(past.From, to) || isHarmless(past, to) {
		return nil
	}
	others := 0 // branches that lead elsewhere
	for _, t := range split.Transitions {
		switch {
		case effects.PastSetting(t) != to:
			if t.Facts.Kind == schemas.KindBranch && t.Meant != nil {
				others++
			}
		case branch != nil || t.Facts.Kind != schemas.KindBranch:
			return nil
		default:
			branch = t
		}
	}
	const least = 1
	if branch == nil || others < least || asOperator(split, branch) {
		return nil
	}
	return branch
}

// isHarmless reports whether what an answer leads to lets the person speak or choose after all, or makes nothing of the
// answer: it asks, records, ends the call, or leads back to the question.
func isHarmless(past *flow.Transition, to *flow.Widget) bool {
	const far = 6
	return effects.ActOf(to) == effects.Asks || effects.IsLastWord(to) || effects.Over(past, far, effects.Tells, effects.Sets) == past.From
}

// isFallback reports whether silence at a question leads to a widget, too.
func isFallback(question, to *flow.Widget) bool {
	return slices.ContainsFunc(question.Transitions, func(t *flow.Transition) bool {
		return t.Facts.Kind == schemas.KindTimeout && effects.PastSetting(t) == to
	})
}

// asOperator reports whether a branch leads to somebody who can ask what is wanted, and no other of its split does, or
// it is that for the key of the operator.
func asOperator(split *flow.Widget, branch *flow.Transition) bool {
	const far = 4
	if to := effects.Over(branch, far, effects.Tells, effects.Sets); to == nil || effects.ActOf(to) != effects.HandsOver {
		return false
	}
	if slices.ContainsFunc(branch.Conditions, func(c flow.Condition) bool { return c.Value.Text() == "0" }) {
		return true
	}
	return !slices.ContainsFunc(split.Transitions, func(t *flow.Transition) bool {
		if t == branch || t.Facts.Kind != schemas.KindBranch {
			return false
		}
		to := effects.Over(t, far, effects.Tells, effects.Sets)
		return to != nil && effects.ActOf(to) == effects.HandsOver
	})
}
