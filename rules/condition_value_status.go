package rules

import (
	"fmt"
	"strconv"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkStatus reports a comparison with a status that a response does not have on the only event
// by which one comes here, and whether it is one.
func checkStatus(p *lint.Pass, b reads.Branch, r flow.Ref) bool {
	v, by := reads.Value(p.Flow, r), reads.Widget(p.Flow, r)
	if v == nil || by == nil || v.Holds != schemas.HoldsResponseStatus || b.Comparison.Operator() == split.IsBlank ||
		b.Comparison.Operator() == split.NotEqualTo {
		return false
	}
	if filters, ok := reads.Printed(r); !ok || !values.KeepText(filters) {
		return false
	}
	on := cameBy(p.Flow, by, b.Transition.From)
	if on == nil {
		return false
	}
	for status := on.Statuses.Min; status <= on.Statuses.Max; status++ {
		if b.Comparison.Holds(strconv.Itoa(status)) != split.No {
			return false
		}
	}
	is := fmt.Sprintf("%d or more", on.Statuses.Min)
	if on.Kind != schemas.KindFailure {
		is = fmt.Sprintf("below %d", on.Statuses.Max+1)
	}
	p.Reportf(b, "after %s the status is %s, so %s is never taken; test it after the other event", words.Quote(on.Name), is, b.Words()).
		Relate(by, "the request")
	return true
}

// cameBy returns the only event of a request by which one comes to a widget from it, when it is
// known which statuses the response then has; nil when there are several, or none.
func cameBy(f *flow.Flow, request, to *flow.Widget) (on *schemas.Event) {
	for _, t := range request.Transitions {
		if t.Meant != to && (t.Meant == nil || !f.CanPrecede(t.Meant, to)) {
			continue
		}
		if t.Facts.Statuses == nil || on != nil && on != t.Facts {
			return nil
		}
		on = t.Facts
	}
	return on
}
