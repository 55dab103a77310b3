package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/schemas"
)

// reportLone reports a split on what no person chose whose branches lead nowhere, while something
// is heard when none of them fits: on tries that are counted, or on what a service says of a caller
// who waits.
func reportLone(p *lint.Pass, w *flow.Widget, otherwise *flow.Transition, all []reads.Branch, first flow.Routes) {
	if otherwise == nil || otherwise.Meant == nil || !values.Noticed.Of(p)[otherwise.Meant.Index] {
		return
	}
	for _, b := range all {
		if !b.Transition.Ends() {
			continue
		}
		by := counting(p, b)
		switch {
		case endsFirstTry(p, b, by):
			p.Reportf(b.Transition, "%s ends at the first try already (%s), so no second one comes; lead that branch back to what is tried",
				w.Label(), b.Words()).Relate(otherwise, "what comes when it does not fit").Along(values.Route(p, first, w)).As(finding.Warning)
			return
		case len(by) > 0 && isWaitedAt(p, w), len(by) == 0 && decidedOf(p, w, b):
			p.Reportf(b.Transition, "%s ends without a word on %s, while something is heard otherwise; connect that branch if it was forgotten",
				w.Label(), b.Words()).Relate(otherwise, "what is heard otherwise").Along(values.Route(p, first, w)).As(finding.Note)
			return
		}
	}
}

// counting returns what adds something to the variable that a branch tests.
func counting(p *lint.Pass, b reads.Branch) []*flow.Widget {
	r, ok := reads.OnlyRead(p.Flow, b.Condition)
	if !ok {
		return nil
	}
	key, _ := reads.VariableOf(p.Flow, r)
	return addersTo.Of(p)[key]
}

// addersTo are, by variable, the widgets that add something to it.
var addersTo = lint.NewFact(func(d *project.Document) map[string][]*flow.Widget {
	all := map[string][]*flow.Widget{}
	for _, w := range d.Flow.Widgets {
		for _, write := range d.Flow.Writes(w) {
			key := write.Key.Text()
			if t := d.Flow.TemplateAt(write.Value); key != "" && t != nil && t.Liquid.HasFilter(liquid.FilterPlus) && strings.Contains(t.Text, key) {
				all[key] = append(all[key], w)
			}
		}
	}
	return all
})

// endsFirstTry reports whether a branch is for fewer tries than some, and is taken at the first one
// always: what counts them stands in no round.
func endsFirstTry(p *lint.Pass, b reads.Branch, by []*flow.Widget) bool {
	return b.Comparison.Operator() == split.LessThan && b.Comparison.Holds("1") == split.Yes && len(by) == 1 && p.Flow.LoopOf(by[0]) == nil
}

// isWaitedAt reports whether somebody waits for a word at a widget.
func isWaitedAt(p *lint.Pass, w *flow.Widget) bool {
	return values.OnLine(p.Document, w) || values.Waiting.Of(p)[w.Index] != 0
}

// decidedOf reports whether a branch is taken by what a service or an assistant says of a caller
// who waits, and not in order to end the call or to keep somebody out.
func decidedOf(p *lint.Pass, w *flow.Widget, b reads.Branch) bool {
	if offer.NamesUnwanted(w.Name) || endsOnPurpose(b.Comparison.Value()) ||
		endsOnPurpose(b.Subject) || endsOnPurpose(b.Condition.Label()) {
		return false
	}
	r, ok := reads.OnlyRead(p.Flow, b.Condition)
	if !ok {
		return false
	}
	by, waits := reads.Widget(p.Flow, r), values.OnLine(p.Document, w)
	switch {
	case by == nil:
		key, ok := reads.VariableOf(p.Flow, r)
		return waits && ok && key != ""
	case by.Facts.Dialog == schemas.DialogHandsOver: // an assistant, after whom the call may go on
		next := effects.PastSetting(w.OnKind(schemas.KindNoMatch))
		return by.Facts.Transfer == nil && next != nil && next.Needs() == schemas.NeedsCall
	}
	return waits && effects.ActOf(by) == effects.Requests
}

// endsOnPurpose reports whether a word of a branch says that the call is to end with it.
func endsOnPurpose(text string) bool {
	return offer.NamesUnwanted(text) || offer.MeansToEnd(text)
}
