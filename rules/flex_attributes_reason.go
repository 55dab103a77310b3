package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportReasons reports a task that gives the same reason whether a person chose it or a request failed,
// though the flow writes other reasons into others: one a flow.
func reportReasons(p *lint.Pass) {
	type reason struct {
		at   *flow.Template
		name string
		text liquid.Span
	}
	var all []reason
	given := map[string]string{}
	differ := map[string]bool{}
	for _, w := range p.Flow.Widgets {
		if w.Facts.FlexTask == nil || !p.Flow.Reachable(w) {
			continue
		}
		for n := range w.Properties.Strings() {
			key, value, ok := offer.ReasonIn(n.Text())
			if !ok {
				continue
			}
			t := jsontext.At(p.Flow, w, n)
			name, text := t.Text[key[0]:key[1]], t.Text[value[0]:value[1]]
			all = append(all, reason{t, name, liquid.Span{Start: value[0], End: value[1]}})
			differ[name] = differ[name] || given[name] != "" && given[name] != text
			given[name] = text
		}
	}
	for _, r := range all {
		text := r.text.In(r.at.Text)
		if !differ[r.name] || offer.MayBeFailure(text) {
			continue
		}
		chosen, failed := causesOf(r.at.Widget)
		if chosen == nil || failed == nil {
			continue
		}
		p.Reportf(r.at.Place(r.text), "%s gives %s as %s also when %s fails; give the failure a task of its own",
			r.at.Widget.Label(), words.Quote(text), words.Quote(r.name), failed.From.Label()).As(finding.Note).
			Relate(failed, "the failure").Relate(chosen, "a choice that leads there, too")
		return
	}
}

// causesOf returns a branch by which a person comes to a task, and a failure of a request that leads
// there, both over what announces it; nil for none.
func causesOf(w *flow.Widget) (chosen, failed *flow.Transition) {
	into := effects.Into(w)
	in := slices.Clone(into)
	for _, t := range into {
		if effects.ActOf(t.From) == effects.Tells {
			in = append(in, effects.Into(t.From)...)
		}
	}
	for _, t := range in {
		switch {
		case chosen == nil && t.Facts.Kind == schemas.KindBranch:
			chosen = t
		case failed == nil && t.Facts.Kind == schemas.KindFailure && t.From.Facts.Request != nil:
			failed = t
		}
	}
	return chosen, failed
}
