package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkTooSoon reports what is said, as all that is, in a state in which the other side still speaks: to an answering
// machine whose greeting has only begun. Once.
func checkTooSoon(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		if !w.Facts.Split || w.Incomplete || !p.Flow.Reachable(w) {
			continue
		}
		call, v := heardTooSoon(p.Flow, w)
		if call == nil || !shape.Sound(p, call.Properties) {
			continue
		}
		for _, b := range reads.Branches.Of(p)[w.Index] {
			texts, ok := b.Comparison.Texts()
			told := effects.Next(b.Transition, effects.Tells)
			if !ok || len(texts) != 1 || !slices.Contains(v.TooSoon, texts[0]) ||
				!shape.MayBe(p, call, v, texts[0]) || !isLeftAlone(w, b.Transition, told) {
				continue
			}
			d := p.Reportf(effects.PlaceOfPrompt(told),
				"%s speaks when %s is %s, while the greeting still runs, and is not heard; wait for its end",
				told.Label(), v.Name, words.Quote(texts[0])).
				Identify(told.Label())
			if n := setting(call, v); n != "" {
				d.Relate(call.Property(n), "what does not wait for it")
			}
			return
		}
	}
}

// heardTooSoon returns the widget whose output alone a split tests, and that output, when it has values that come too soon
// and is sure to be stored.
func heardTooSoon(f *flow.Flow, split *flow.Widget) (*flow.Widget, *schemas.Variable) {
	var call *flow.Widget
	var v *schemas.Variable
	for _, r := range reads.Compared(f, split) {
		kept := reads.Kept(f, r)
		about := reads.About(f, kept)
		if about == nil || len(about.TooSoon) == 0 || v != nil && about != v {
			return nil, nil
		}
		call, v = reads.Widget(f, kept), about
	}
	return call, v
}

// isLeftAlone reports whether a branch leads to a text on a call, which no other branch leads to, and after which the
// call ends.
func isLeftAlone(split *flow.Widget, by *flow.Transition, told *flow.Widget) bool {
	if told == nil || told.Incomplete || told.Needs() != schemas.NeedsCall ||
		liquid.HasTags(effects.Prompt(told).Text()) || told.Onward() == nil || !told.Onward().Ends() {
		return false
	}
	return !slices.ContainsFunc(split.Transitions, func(t *flow.Transition) bool {
		return t != by && effects.LeadsTo(t, told)
	})
}

// setting returns the property by which an output has the values that it has; "" where that is not written.
func setting(w *flow.Widget, v *schemas.Variable) string {
	for name := range v.ValuesWith.All() {
		if w.Property(name).Exists() {
			return name
		}
	}
	return ""
}
