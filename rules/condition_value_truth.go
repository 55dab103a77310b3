package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportTruths reports the splits that ask whether something is there which is true or false, by its name or because
// the flow itself compares it with true, and so is there for both: once a flow.
func reportTruths(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, branches := range reads.Branches.Of(p) {
		there, elsewhere := askedIfThere(branches)
		if there == nil || !p.Flow.Reachable(there.From) ||
			effects.PastIdle(p.Flow, there) == effects.PastIdle(p.Flow, elsewhere) {
			continue
		}
		b := branches[0]
		r, ok := reads.OnlyRead(p.Flow, b.Condition)
		if !ok {
			continue
		}
		by, isTruth := truthOf(p, b, r, elsewhere)
		switch {
		case !isTruth:
		case d != nil:
			d.Also(b, "so it is here")
		default:
			d = p.Reportf(b, "%s is true or false, and false is not blank either: %s leads to %s for both; compare it with true",
				words.Quote(words.Shorten(reads.Path(r))), there.From.Label(), reads.Target(there)).
				As(finding.Note).Identify(reads.Path(r))
			if by != nil {
				d.As(finding.Warning).Relate(*by, "it is compared with "+words.Quote(by.Comparison.Value())+" here")
			}
		}
	}
}

// askedIfThere returns where a split leads that asks for nothing but whether one thing is there: when it is, and when
// it is not; nil for any other.
func askedIfThere(branches []reads.Branch) (there, elsewhere *flow.Transition) {
	if len(branches) != 1 || branches[0].Subject == "" || branches[0].Transition.From.Incomplete {
		return nil, nil
	}
	b := branches[0]
	otherwise := b.Transition.From.OnKind(schemas.KindNoMatch)
	if otherwise == nil || len(b.Transition.From.Transitions) != 2 {
		return nil, nil
	}
	switch b.Comparison.Operator() {
	case split.IsNotBlank:
		return b.Transition, otherwise
	case split.IsBlank:
		return otherwise, b.Transition
	}
	return nil, nil
}

// truthOf reports whether what a split asks for is true or false, and returns the branch that shows it, nil where its
// name does. What is first asked whether it is there, and then whether it is true, may be missing, too.
func truthOf(p *lint.Pass, b reads.Branch, r flow.Ref, elsewhere *flow.Transition) (by *reads.Branch, is bool) {
	if !isBrought(p, r) {
		_, variable := reads.VariableOf(p.Flow, r)
		return nil, variable && isTruthHeld(p, r)
	}
	all := reads.Truths.Of(p)[b.Subject]
	for i := range all {
		test := all[i].Transition.From
		if !p.Flow.ReachedWithout(test, b.Transition.From) && !leadsBy(elsewhere, test) {
			return nil, false
		}
		if by == nil && p.Flow.Reachable(test) {
			by = &all[i]
		}
	}
	if by != nil {
		return by, true
	}
	return nil, offer.NamesTruth(r.Name(len(r.Segments)-1)) && !isTold(p, r)
}

// isTruthHeld reports whether a variable holds true or false where it is read, whichever way leads there.
func isTruthHeld(p *lint.Pass, r flow.Ref) bool {
	v := values.Held.Of(p).At(r)
	return v.Known && !v.Text && !v.MayBeBlank() && len(v.Constants) == 2 &&
		slices.Contains(v.Constants, "true") && slices.Contains(v.Constants, "false")
}

// leadsBy reports whether a way leads to a widget and not over the one that it leaves.
func leadsBy(t *flow.Transition, w *flow.Widget) bool {
	const far = 100 // widgets that are looked at
	var walk flow.Walk
	walk.Omit(t.From)
	walk.Add(t.Meant)
	for at := range walk.First(far) {
		if at == w {
			return true
		}
		walk.AddNext(at)
	}
	return false
}

// isTold reports whether a flow prints what a reference reads anywhere: an hour, and no yes or no.
func isTold(p *lint.Pass, r flow.Ref) bool {
	path := r.Reference.String()
	return slices.ContainsFunc(p.Flow.Refs(), func(other flow.Ref) bool {
		return other.Use == liquid.UseOutput && !other.Widget.Facts.Split && other.Reference.String() == path
	})
}
