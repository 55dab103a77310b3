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
	"studiolint/lint/words"
)

// reportTakenForNew reports a look-up of the person whose failure leads to the step that keeps or passes on that
// nobody was found, as the answer that says so does: one a flow.
func reportTakenForNew(p *lint.Pass) {
	for failed, worked := range personLookUps(p) {
		w := failed.From
		split := effects.Next(worked, effects.Splits)
		to := effects.PastIdle(p.Flow, failed)
		if to == nil {
			continue
		}
		act := effects.ActOf(to)
		if split == nil || act != effects.Sets && act != effects.HandsOver && act != effects.Requests && act != effects.Tells && act != effects.Asks ||
			!leadsAtOnce(p.Flow, split, to) || !reads.TestsResponse(p.Flow, split, w) {
			continue
		}
		if what := saysNewcomer(p.Flow, to); what != "" {
			p.Reportf(failed.NextNode, "%s of %s leads to %s (%s), as for whoever is not found, so in an outage those who are known are taken for new; tell the two apart",
				words.Quote(failed.Event), w.Label(), to.Label(), words.Quote(what)).As(finding.Note).Relate(split, "the split on what it finds")
			return
		}
	}
}

// leadsAtOnce reports whether a widget leads to another one at once, or over what sets nothing that is read.
func leadsAtOnce(f *flow.Flow, w, to *flow.Widget) bool {
	return slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return effects.PastIdle(f, t) == to })
}

// saysNewcomer returns the word by which a step keeps or passes on that somebody is not known, or its own name.
func saysNewcomer(f *flow.Flow, w *flow.Widget) string {
	for _, write := range f.Writes(w) {
		text := strings.TrimSpace(write.Value.Text())
		if offer.NamesNewcomer(text) {
			return text
		}
		if key := write.Key.Text(); offer.NamesKnown(key) && words.IsFalse(text) {
			return key + " = " + text
		}
	}
	if text := effects.Prompt(w).Text(); text != "" {
		if offer.TellsNewcomer(text) {
			return text
		}
		return ""
	}
	if offer.NamesNewcomer(w.Name) {
		return w.Name
	}
	return ""
}
