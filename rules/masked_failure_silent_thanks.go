package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportSilentThanks reports the first questions of a flow whose silence is thanked for as an answer, in
// one and the same text: once.
func reportSilentThanks(p *lint.Pass) {
	var first []bool
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		silence := w.OnKind(schemas.KindTimeout)
		if silence == nil || effects.ActOf(w) != effects.Asks || w.Incomplete {
			continue
		}
		told := effects.Next(silence, effects.Tells)
		if told == nil || !reads.FixedWord(told) || !offer.ThanksForAnswer(effects.Prompt(told).Text()) {
			continue
		}
		if first == nil {
			first = askedFirst(p.Flow)
		}
		answered := func(event string) bool {
			return slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return t.Raised() == event && t.Facts.Kind == schemas.KindInput })
		}
		switch {
		case !first[w.Index] || !p.Flow.CanPrecedeBy(w, answered, told):
		case d == nil:
			d = p.Reportf(reads.PlaceOfNext(silence), "%s leads silence (%s) to %s, which thanks for an answer, as after one: give silence a word of its own",
				w.Label(), words.Quote(silence.Event), told.Label()).Relate(told, "what is told then").Identify(w.Label())
		default:
			d.Also(reads.PlaceOfNext(silence), "so does "+w.Label())
		}
	}
}

// askedFirst tells, by the index of a widget, whether one may come to it before anything else is asked.
func askedFirst(f *flow.Flow) []bool {
	first := make([]bool, len(f.Widgets))
	var queue []*flow.Transition
	for _, e := range f.Entries() {
		queue = append(queue, e.Transitions...)
	}
	for ; len(queue) > 0; queue = queue[1:] {
		w := queue[0].Meant
		if w == nil || first[w.Index] {
			continue
		}
		first[w.Index] = true
		if effects.ActOf(w) != effects.Asks {
			queue = append(queue, w.Transitions...)
		}
	}
	return first
}
