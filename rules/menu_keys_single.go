package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/schemas"
)

// takesSingleKeys reports whether a question waits for several keys, or for as many as come, though one says all that
// it offers and nothing makes use of more.
func takesSingleKeys(p *lint.Pass, w *flow.Widget) bool {
	keys := w.Facts.KeyEntry
	n := w.Property(keys.Count)
	if n.Exists() {
		count, ok := n.Number()
		return ok && count > 1 && effects.Allowed(w, keys.Count, count) && offersSingleKeys(w) && !usesMore(p, w)
	}
	return !shape.PropertyInstead(w, keys.Count).Exists() && leadsOnByKeys(w) && offersSingleKeys(w) && !usesMore(p, w)
}

// offersSingleKeys reports whether what is said for a question offers keys, or any key, and asks
// for no number.
func offersSingleKeys(w *flow.Widget) bool {
	text := effects.ToldBefore(w)
	if text == "" || liquid.HasTags(text) || offer.MayWantNumber(text) {
		return false
	}
	all := offer.In(text)
	single := offer.AnyKey(text) || len(all) > 0 && !slices.ContainsFunc(all, func(o offer.Offer) bool { return !o.IsKey() || o.Listed })
	return single && !offer.AsksNumber(text) && !offer.AsksForCode(text)
}

// usesMore reports whether something reads the keys of a question that more than one may count for.
func usesMore(p *lint.Pass, w *flow.Widget) bool {
	if len(p.Flow.OutputRefs("")) > 0 || p.Flow.Only(w.Name) != w {
		return true
	}
	return slices.ContainsFunc(p.Flow.OutputRefs(w.Name), func(r flow.Ref) bool {
		output := w.Facts.Outputs.Key(r.Name(2))
		return output == nil || !output.Speech && effects.IsAnswer(w, output) && r.Widget != w && !testsSingleKeys(p, r.Widget)
	})
}

// testsSingleKeys reports whether a widget is a split all of whose branches are for single keys.
func testsSingleKeys(p *lint.Pass, w *flow.Widget) bool {
	return w.Facts.Split && !slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
		branches := reads.BranchesOf(p, t)
		return t.Facts.Kind == schemas.KindBranch && (len(branches) == 0 || len(branches) < len(t.Conditions) ||
			slices.ContainsFunc(branches, func(b reads.Branch) bool {
				texts, ok := b.Comparison.Texts()
				return !ok || !b.Literal || slices.ContainsFunc(texts, func(text string) bool { return len(text) > 1 })
			}))
	})
}
