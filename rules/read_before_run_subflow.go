package rules

import (
	"slices"

	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// subflow reports a subflow that is given a variable and is run, too, when the request has failed from whose answer alone
// the variable is set: once for each such request.
func (c *orderChecker) subflow(r flow.Ref, v *flow.Variable) {
	if effects.ActOf(r.Widget) != effects.RunsFlow || !reads.IsAll(r) || c.lost || !c.printsBare(r) ||
		!c.held.At(r).Unset {
		return
	}
	request := c.broughtBy(v)
	if request == nil {
		return
	}
	if d := c.givenReads[request]; d != nil {
		if !d.Full() {
			d.Relate(r.SegmentPlace(2), "here too")
		}
		return
	}
	c.searches++
	path, ok := c.held.WayUnset(r)
	fails := func(t *flow.Transition) bool { return t.From == request && t.Facts.Kind == schemas.KindFailure }
	if !ok || !slices.ContainsFunc(path, fails) {
		return
	}
	set := v.Writes[0]
	if c.givenReads == nil {
		c.givenReads = map[*flow.Widget]*finding.Diagnostic{}
	}
	c.givenReads[request] = c.Reportf(r.SegmentPlace(2), "%s is run also when %s has failed, past %s, which sets %s: then the subflow gets a blank; set it on that way, too, or lead that to an apology",
		r.Widget.Label(), request.Label(), set.Widget.Label(), reads.PathTo(r, 2)).
		As(finding.Note).Along(finding.Steps(path, r.Widget)).Relate(set.Key, set.Widget.Label()+" sets it").
		Identify(request.Label())
}

// broughtBy returns the request from whose answer alone a variable is set wherever it is; nil for none.
func (c *orderChecker) broughtBy(v *flow.Variable) (request *flow.Widget) {
	for _, write := range v.Writes {
		t := c.Flow.TemplateAt(write.Value)
		if t == nil || len(t.Refs()) == 0 {
			return nil
		}
		for _, r := range t.Refs() {
			by := reads.Response(c.Flow, r)
			if by == nil || request != nil && by != request {
				return nil
			}
			request = by
		}
	}
	return request
}
