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
)

// reportConfirmedKey reports the requests that are given the key by which a caller confirms an entry ("you
// entered 12345, press 1 if that is right"), while nothing but texts reads the entry: once.
func reportConfirmedKey(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, m := range answers.AllMenus.Of(p) {
		if !offer.AsksIfRight(effects.Prompt(m.Question).Text()) && !slices.ContainsFunc(m.Offers, func(o answers.Offer) bool { return o.Reenters() }) {
			continue
		}
		entry := repeatedEntry(p, m.Question)
		if entry == nil {
			continue
		}
		for _, r := range p.Flow.OutputRefs(m.Question.Name) {
			act := effects.ActOf(r.Widget)
			if act != effects.Requests && act != effects.HandsOver || !reads.IsAnswer(p.Flow, r) {
				continue
			}
			if d == nil {
				d = p.Reportf(r.SegmentPlace(1), "%s is given %s, the key that confirms, and only texts read the entry at %s; give it that",
					r.Widget.Label(), reads.Path(r), entry.Label()).As(finding.Warning).Relate(entry,
					"where it is asked for").Relate(m.Question,
					"where it is confirmed").Identify(r.Widget.Label())
			} else {
				d.Also(r.SegmentPlace(1), "so is "+r.Widget.Label())
			}
			break
		}
	}
}

// repeatedEntry returns another question whose answer the text of a question repeats, when nothing else reads
// it; nil for none.
func repeatedEntry(p *lint.Pass, confirms *flow.Widget) *flow.Widget {
	for _, t := range p.Flow.TemplatesOf(confirms) {
		for _, r := range t.Refs() {
			entry := reads.Widget(p.Flow, r)
			if entry == nil || entry == confirms || !reads.IsAnswer(p.Flow, r) ||
				!slices.Contains(confirms.Facts.Content, r.Property) || p.Flow.Only(entry.Name) != entry {
				continue
			}
			if len(p.Flow.OutputRefs("")) > 0 || p.Flow.Unread() || slices.ContainsFunc(p.Flow.OutputRefs(entry.Name), func(by flow.Ref) bool {
				return !by.IsContent()
			}) {
				return nil
			}
			return entry
		}
	}
	return nil
}
