package rules

import (
	"slices"
	"sync"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportNoLink reports the messages that speak of a link that is to stand in them, and does not:
// once.
func reportNoLink(p *lint.Pass) {
	var d *finding.Diagnostic
	linked := sync.OnceValue(func() []*flow.Widget { return linking(p.Flow) })
	for _, w := range p.Flow.Widgets {
		if w.Needs() != schemas.NeedsMessage || len(w.Facts.Content) == 0 || w.Incomplete {
			continue
		}
		n := effects.Prompt(w)
		start, end, below := offer.PointsAt(n.Text())
		switch {
		case end == 0 || len(effects.Says(w)) != 1 || effects.AttributesOf(w).Exists() || !p.Flow.Reachable(w) ||
			linkComes(w) || !below && linkedBefore(p.Flow, w, linked()):
		case d == nil:
			lacks := "no link; write the address"
			if offer.NamesButton(n.Text()[start:end]) {
				lacks = "none: a text brings no buttons; send a template, or name the words"
			}
			d = p.Reportf(n.Part(start, end), "%s speaks of %s, and has %s", w.Label(), words.Quote(n.Text()[start:end]), lacks).Identify(w.Label())
		default:
			d.Also(n.Part(start, end), "so does "+w.Label())
		}
	}
}

// linkComes reports whether the next message may bring the link of which one speaks.
func linkComes(w *flow.Widget) bool {
	const far = 2 // steps
	for next := range w.Onward().Ahead(far) {
		if len(next.Facts.Content) > 0 && (!effects.Prompt(next).Exists() || bringsLink(next)) {
			return true
		}
		if act := effects.ActOf(next); act == effects.Anything || act == effects.HandsOver {
			return true
		}
	}
	return false
}

// linking returns what brings links.
func linking(f *flow.Flow) (all []*flow.Widget) {
	for _, w := range f.Widgets {
		if len(w.Facts.Content) > 0 && bringsLink(w) {
			all = append(all, w)
		}
	}
	return all
}

// linkedBefore reports whether one of those that bring links may come before a widget.
func linkedBefore(f *flow.Flow, w *flow.Widget, linked []*flow.Widget) bool {
	return slices.ContainsFunc(linked, func(other *flow.Widget) bool { return other != w && f.CanPrecede(other, w) })
}

// bringsLink reports whether what a widget says has an address in it, or something beside its text.
func bringsLink(w *flow.Widget) bool {
	return len(effects.Says(w)) > 1 || offer.HasAddress(effects.Prompt(w).Text())
}
