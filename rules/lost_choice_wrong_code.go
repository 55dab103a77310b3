package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportWrongCodeIn reports the checks of a secret code of which a wrong one, over words and a count of the tries, comes
// to what the right one leads to without being asked for again: once a flow.
func reportWrongCodeIn(p *lint.Pass) {
	for _, asked := range p.Flow.Widgets {
		if !answers.Asks(asked) || p.Flow.Only(asked.Name) != asked || !p.Flow.Reachable(asked) {
			continue
		}
		if text := effects.Prompt(asked).Text(); !offer.AsksForSecret(text) || offer.ChoosesSecret(text) || offer.AsksWhoHas(text) {
			continue
		}
		for _, r := range p.Flow.OutputRefs(asked.Name) {
			right := comparedCode(p, r)
			if right == nil {
				continue
			}
			in := effects.PastSetting(right)
			if in == nil || effects.ActOf(in) != effects.Asks && effects.ActOf(in) != effects.Requests {
				continue
			}
			if t := wrongWayIn(p.Flow, right, in); t != nil {
				p.Reportf(t.NextNode, "%s of %s leads to %s, as the right code of %s does: whoever has a wrong one gets in; ask for it again",
					words.Quote(t.Event), t.From.Label(), in.Label(), asked.Label()).As(finding.Note).
					Relate(asked, "the question for the code").Relate(right.NextNode, "where the right code leads").Identify(t.From.Label())
				return
			}
		}
	}
}

// comparedCode returns the only branch of a split that takes the code which a question asks for, as it is equal to what
// a template prints; nil where there is none.
func comparedCode(p *lint.Pass, r flow.Ref) *flow.Transition {
	if !r.Widget.Facts.Split || r.Widget.Incomplete || !reads.IsAnswer(p.Flow, r) {
		return nil
	}
	branches := reads.Branches.Of(p)[r.Widget.Index]
	if len(branches) != 1 || len(r.Widget.Transitions) != 2 || branches[0].Condition.Operator != split.EqualTo {
		return nil
	}
	if b := branches[0]; !b.Literal || takesCodes(b) {
		return b.Transition
	}
	return nil
}

// wrongWayIn returns the transition by which one comes from what fits no code to a step, over words, counters and the
// splits on these; nil for none, and where something is set on the way that the right code does not set: a mark that it
// was wrong.
func wrongWayIn(f *flow.Flow, right *flow.Transition, in *flow.Widget) *flow.Transition {
	const far = 12
	passed := slices.Collect(effects.Settings(right))
	seen := map[*flow.Widget]bool{}
	for queue := []*flow.Transition{right.From.OnKind(schemas.KindNoMatch)}; len(queue) > 0 && len(seen) < far; queue = queue[1:] {
		t := queue[0]
		w := effects.PastIdle(f, t)
		if w == nil || w == right.From {
			continue
		}
		if w == in || slices.Contains(passed, w) {
			if t.From == right.From {
				return nil // one and all lead there: another kind tells it
			}
			return t
		}
		if seen[w] {
			continue
		}
		seen[w] = true
		switch effects.ActOf(w) {
		case effects.Tells:
			if text := effects.Prompt(w).Text(); !offer.SaysUnchecked(text) && !offer.SaysFailed(text) {
				queue = append(queue, w.Onward())
			}
		case effects.Sets:
			if !slices.ContainsFunc(f.Writes(w), func(write flow.Write) bool { return !reads.AddsOne(f, write.Value) }) {
				queue = append(queue, w.Onward())
			}
		case effects.Splits:
			if !slices.ContainsFunc(reads.Compared(f, w), func(r flow.Ref) bool { _, variable := reads.VariableOf(f, r); return !variable }) {
				queue = append(queue, w.Transitions...)
			}
		}
	}
	return nil
}
