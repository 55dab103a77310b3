package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/words"
)

// reportFew reports the texts in another language than nearly all others, in a flow that nowhere deals with
// languages, unless all of those have been told: once.
func reportFew(p *lint.Pass, tongues []string, told []*flow.Widget) {
	const share, least = 3, 4
	var few, most []*flow.Widget // in one language, and in the other
	for _, w := range p.Flow.Widgets {
		tongue := tongues[w.Index]
		switch {
		case tongue == "" || !p.Flow.Reachable(w) || effects.HeardBy(p.Flow, w) != effects.Contact: // for somebody else
		case len(most) == 0 || tongues[most[0].Index] == tongue:
			most = append(most, w)
		case len(few) == 0 || tongues[few[0].Index] == tongue:
			few = append(few, w)
		default:
			return
		}
	}
	if len(most) < len(few) {
		few, most = most, few
	}
	if len(few) == 0 || len(most) < least || len(most) < share*len(few) || dealsWithTongues(p.Flow) {
		return
	}
	if !slices.ContainsFunc(few, func(w *flow.Widget) bool { return !slices.Contains(told, w) }) {
		return
	}
	first := few[0]
	d := p.Reportf(effects.Prompt(first), "%s says %s, and the other %d texts that are clear say %s; translate it, if the same people read it",
		first.Label(), words.TongueName(tongues[first.Index]), len(most), words.TongueName(tongues[most[0].Index])).As(finding.Note).Identify(first.Label())
	for _, w := range few[1:] {
		d.Also(effects.Prompt(w), "so does "+w.Label())
	}
}

// dealsWithTongues reports whether a widget, a variable, a parameter or a text of a flow is about languages.
func dealsWithTongues(f *flow.Flow) bool {
	for _, w := range f.Widgets {
		if words.NamesLanguage(w.Name) || words.TongueMarked(w.Name) != "" || words.NamesAnyTongue(effects.Prompt(w).Text()) {
			return true
		}
		for property := range w.Properties.Children() {
			for _, item := range property.Elements() {
				if words.NamesLanguage(item.Get("key").Text()) {
					return true
				}
			}
		}
	}
	return slices.ContainsFunc(f.Refs(), func(r flow.Ref) bool {
		return slices.ContainsFunc(r.Segments, func(s liquid.Segment) bool { return words.NamesLanguage(s.Name) })
	})
}
