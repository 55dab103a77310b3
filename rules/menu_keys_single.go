package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportUselessKeys reports a question that waits for several keys, though one says all that it
// offers and nothing makes use of more.
func reportUselessKeys(p *lint.Pass, w *flow.Widget) {
	keys := w.Facts.KeyEntry
	n := w.Property(keys.Count)
	if count, ok := n.Number(); !ok || count <= 1 || !effects.Allowed(w, keys.Count, count) || !offersSingleKeys(w) || usesMore(p, w) {
		return
	}
	suggestOneKey(w, p.Reportf(n, "%s offers single keys, and nothing uses more, but it waits for %s: after the key the caller waits out the timeout; write 1",
		w.Label(), n.Raw()))
}

// reportUncounted reports the questions that wait for as many keys as come, though one says all that
// they offer and nothing makes use of more: once.
func reportUncounted(p *lint.Pass, all []*flow.Widget) {
	var d *finding.Diagnostic
	for _, w := range all {
		keys := w.Facts.KeyEntry
		if w.Property(keys.Count).Exists() || shape.PropertyInstead(w, keys.Count).Exists() || !leadsOnByKeys(w) ||
			!offersSingleKeys(w) || usesMore(p, w) {
			continue
		}
		if d == nil {
			d = p.Reportf(w, "%s offers single keys, and nothing uses more, but it has no %s: after the key the caller waits out the timeout; write 1",
				w.Label(), words.Quote(keys.Count)).Identify(w.Label())
		} else {
			d.Also(w, "so it is with "+w.Label())
		}
		d.SuggestMore(false, "Wait for one key", w.Properties.InsertMember(w.Properties.Len(), keys.Count, source.Integer(1)))
	}
}

// offersSingleKeys reports whether what is said for a question offers keys, or any key, and asks
// for no number.
func offersSingleKeys(w *flow.Widget) bool {
	text := effects.ToldBefore(w)
	if text == "" || strings.Contains(text, "{%") || offer.MayWantNumber(text) {
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
		return t.Facts.Kind == schemas.KindBranch && (len(branches) == 0 || len(branches) < len(t.Conditions) || slices.ContainsFunc(branches, func(b reads.Branch) bool {
			texts, ok := b.Comparison.Texts()
			return !ok || !b.Literal || slices.ContainsFunc(texts, func(text string) bool { return len(text) > 1 })
		}))
	})
}
