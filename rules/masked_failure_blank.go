package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// blankTold returns what tells a person of a wrong choice, or that there is nothing, when a
// request fails, because its failure leads to the split on its answer, which is then blank.
func blankTold(p *lint.Pass, w *flow.Widget, failed *flow.Transition) *flow.Widget {
	f, split := p.Flow, effects.PastSetting(failed)
	if split == nil || !split.Facts.Split || w.Facts.Request == nil {
		return nil
	}
	for _, r := range reads.Compared(f, split) {
		name, key, ok := r.Output()
		if known := w.Facts.Outputs.Key(key); !ok || name != w.Name || known != nil && known.Holds == schemas.HoldsResponseStatus {
			return nil
		}
	}
	const far = 6
	next := onNothing(p, split)
	for range far {
		if next == nil || next.Meant == nil {
			return nil
		}
		switch at := next.Meant; effects.ActOf(at) {
		case effects.Tells, effects.Asks:
			text := effects.Prompt(at).Text()
			if reads.FixedWord(at) && offer.SaysWrong(text) || offer.Refuses(plainWord(f, at)) || printsOf(f, at, w) {
				return at
			}
			return nil
		case effects.Sets:
			next = at.OnKind(schemas.KindAlways)
		case effects.Splits:
			next = at.OnKind(schemas.KindNoMatch)
		default:
			return nil
		}
	}
	return nil
}

// printsOf reports whether a text prints what a request has brought, as it comes.
func printsOf(f *flow.Flow, text, request *flow.Widget) bool {
	if liquid.HasTags(effects.Prompt(text).Text()) {
		return false
	}
	t := f.TemplateAt(effects.Prompt(text))
	return t != nil && slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool {
		return r.Use == liquid.UseOutput && reads.InResponse(f, r) == request &&
			!r.Liquid.HasFilter(liquid.FilterDefault)
	})
}

// onNothing returns where a split leads when what it tests is blank, or has its default.
func onNothing(p *lint.Pass, w *flow.Widget) *flow.Transition {
	for _, b := range reads.Branches.Of(p)[w.Index] {
		t := p.Flow.TemplateAt(b.Condition.Arguments.At(0))
		if t == nil || !b.Literal || len(t.Refs()) != 1 {
			continue
		}
		r := t.Refs()[0]
		if filters, _ := reads.Printed(r); len(filters) == 1 {
			if text := defaultText(r, filters[0]); text != "" && b.Comparison.Holds(strings.ToLower(text)) == split.Yes {
				return b.Transition
			}
		}
	}
	return w.OnKind(schemas.KindNoMatch)
}
