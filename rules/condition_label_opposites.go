package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// checkOpposites looks for two branches that stand for a thing and its contrary and lead to the
// same.
func checkOpposites(p *lint.Pass, w *flow.Widget, branches []reads.Branch) {
	const most = 40 // branches that are compared
	branches = branches[:min(len(branches), most)]
	for i, b := range branches {
		for _, a := range branches[:i] {
			if b.Transition.To == nil || a.Transition.To == nil || a.Subject != b.Subject || !a.Literal || !b.Literal {
				continue
			}
			to := effects.PastIdle(p.Flow, b.Transition)
			if to == nil || effects.PastIdle(p.Flow, a.Transition) != to {
				continue
			}
			one, other := contraries(a, b)
			if one == "" {
				one, other = decisions(p, a, b)
			}
			if one == "" || decidesNothing(p.Flow, w, to) || usedBeside(p, w) || answers.IsOverruled(p, w) {
				continue
			}
			name := words.In(to.Name)
			d := p.Reportf(b.Transition.NextNode, "%s leads to %s, as %s does, so which of the two it is decides nothing; lead one elsewhere",
				words.Quote(other), to.Label(), words.Quote(one)).Relate(a.Transition.NextNode, "the other branch")
			if slices.Contains(name, one) != slices.Contains(name, other) {
				d.As(finding.Warning)
			}
			return
		}
	}
}

// contraries returns the words of two branches that are each other's contrary; "" for none.
func contraries(a, b reads.Branch) (one, other string) {
	for _, x := range wanted(a) {
		for _, y := range wanted(b) {
			if words.AreOpposites(x, y) {
				return x, y
			}
		}
	}
	return "", ""
}

// decisions returns what two branches are offered for, where that is a yes and a no; "" where it
// is not.
func decisions(p *lint.Pass, a, b reads.Branch) (one, other string) {
	purposes := answers.Purposes.Of(p)
	for _, x := range purposes[a.Transition] {
		for _, y := range purposes[b.Transition] {
			if offer.Agrees(x) && offer.Declines(y) || offer.Declines(x) && offer.Agrees(y) {
				return strings.TrimSuffix(strings.Trim(x, " ,"), ", or"), strings.TrimSuffix(strings.Trim(y, " ,"), ", or")
			}
		}
	}
	return "", ""
}

// wanted are the words that a branch wants, one or a few.
func wanted(b reads.Branch) []string {
	texts, ok := b.Comparison.Texts()
	if !ok && split.TakesLonger(b.Comparison.Operator()) {
		texts = []string{b.Comparison.Value()}
	}
	return texts[:min(len(texts), 10)]
}

// decidesNothing reports whether all that a split leads to is one widget: one-way-split.
func decidesNothing(f *flow.Flow, w, to *flow.Widget) bool {
	return !slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return effects.PastIdle(f, t) != to })
}

// usedBeside reports whether what a split tests is read elsewhere too, or may be: then whoever
// only asked for one of two answers goes on with both.
func usedBeside(p *lint.Pass, w *flow.Widget) bool {
	others := func(r flow.Ref) bool { return r.Widget != w }
	if p.Flow.HandsOutItself() || slices.ContainsFunc(p.Flow.OutputRefs(""), others) {
		return true
	}
	compared := reads.Compared(p.Flow, w)
	for _, tested := range compared {
		if kept := reads.Origin(p.Flow, tested); kept.Node != tested.Node {
			compared = append(slices.Clip(compared), kept)
			others = func(r flow.Ref) bool { return r.Widget != w && r.Node != kept.Node } // which only keeps it
			break
		}
	}
	return slices.ContainsFunc(compared, func(tested flow.Ref) bool {
		all := p.Flow.Refs()
		if name, _, ok := tested.Output(); ok {
			all = p.Flow.OutputRefs(name)
		}
		path := tested.Reference.String()
		return slices.ContainsFunc(all, func(r flow.Ref) bool { return others(r) && r.Reference.String() == path })
	})
}
