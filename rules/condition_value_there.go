package rules

import (
	"strconv"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportThere reports the splits that tell by whether there is an answer at all, the whole of it or its status, what
// the answer itself says, while their other way tells that nothing was found: once a flow.
func reportThere(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, branches := range reads.Branches.Of(p) {
		if len(branches) != 1 || !p.Flow.Reachable(branches[0].Transition.From) {
			continue
		}
		b := branches[0]
		r, ok := reads.OnlyRead(p.Flow, b.Condition)
		if !ok {
			continue
		}
		there, elsewhere := askedIfThere(branches)
		was := "there for an answer that says so, too"
		switch {
		case there != nil && len(r.Segments) == flow.ValueDepth && reads.Response(p.Flow, r) != nil:
		case isAlwaysStatus(p.Flow, b, r):
			there, elsewhere = b.Transition, b.Transition.From.OnKind(schemas.KindNoMatch)
			was = "the same after " + words.Quote(reads.Widget(p.Flow, r).Onward().Event) + ", whatever was found"
		default:
			continue
		}
		by := reads.Widget(p.Flow, r)
		unfound := answers.Unfound(p.Flow, elsewhere)
		failed := effects.PastIdle(p.Flow, by.OnKind(schemas.KindFailure))
		if unfound == nil || unfound == effects.PastIdle(p.Flow, there) || unfound == failed {
			continue
		}
		if d == nil {
			d = p.Reportf(b, "%s is for who was not found, but %s is %s; test a part of the answer, {{widgets.%s.parsed.NAME}}",
				unfound.Label(), words.Shorten(reads.Path(r)), was, by.Name).
				As(finding.Note).Relate(unfound, "what comes when nothing was found").Identify(reads.Path(r))
		} else {
			d.Also(b, "so it is here")
		}
	}
}

// isAlwaysStatus reports whether a branch takes the usual status of a response where one comes by the event alone on
// which nothing has failed: one of 404 fails.
func isAlwaysStatus(f *flow.Flow, b reads.Branch, r flow.Ref) bool {
	v, by := reads.Value(f, r), reads.Widget(f, r)
	if v == nil || by == nil || v.Holds != schemas.HoldsResponseStatus || len(b.Transition.From.Transitions) != 2 {
		return false
	}
	if filters, ok := reads.Printed(r); !ok || !values.KeepText(filters) {
		return false
	}
	const usual = 200
	on := cameBy(f, by, b.Transition.From)
	return on != nil && on.Kind != schemas.KindFailure && b.Comparison.Holds(strconv.Itoa(usual)) == split.Yes
}
