package rules

import (
	"strconv"
	"strings"

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
	if v == nil || by == nil || v.Holds != schemas.HoldsResponseStatus || len(by.Transitions) == 0 {
		return false
	}
	if filters, ok := reads.Printed(r); !ok || !values.KeepText(filters) {
		return false
	}
	w := b.Transition.From
	after := map[bool]string{}
	for _, t := range by.Transitions {
		if t.Meant == w || t.Meant != nil && p.Flow.CanPrecede(t.Meant, w) {
			after[t.Facts.Kind == schemas.KindFailure] = t.Event
		}
	}
	const lowest, first, beyond = 200, 400, 600
	from, to, is := lowest, first, "below 400"
	event, well := after[false]
	if _, badly := after[true]; badly == well {
		return false
	} else if badly {
		from, to, is, event = first, beyond, "400 or more", after[true]
	}
	if b.Comparison.Operator() == "is_blank" || strings.HasPrefix(b.Comparison.Operator(), "not_") {
		return false
	}
	for status := from; status < to; status++ {
		if b.Comparison.Holds(strconv.Itoa(status)) != split.No {
			return false
		}
	}
	p.Reportf(b, "after %s the status is %s, so %s is never taken; test it after the other event", words.Quote(event), is, b.Words()).
		Relate(by, "the request")
	return true
}
