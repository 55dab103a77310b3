package rules

import (
	"slices"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
)

// unchecked reports what a service answers where it is the whole of a message, a number or an
// address that is called, and nothing asks whether it is there: once in a flow, since such a
// service is trusted everywhere or nowhere. A service that writes the message itself is.
func (c *orderChecker) unchecked(r flow.Ref, w *flow.Widget) {
	if w.Facts.Request == nil || r.Property == "" {
		return
	}
	member := reads.InResponse(c.Flow, r) != nil
	if !member && reads.ResponseText(c.Flow, r) == nil || !reads.IsAll(r) {
		return
	}
	what := trusts(r, member)
	if what == "" {
		return
	}
	if c.tested.Has(r) || c.tested.Conditional(r) || c.held.Checked(r) || c.isTested(w) {
		return
	}
	if d := c.trusted; d != nil {
		d.Also(r.Place(), "here too")
		return
	}
	c.trusted = c.Reportf(r.Place(), "%s %s %s, unchecked: it fails where %s leaves that out; test it, or give a default",
		r.Widget.Label(), what, reads.Path(r), w.Label()).As(finding.Note).Identify(reads.Path(r))
}

// trusts says what a widget does with what a service answers, a member of it or the whole text;
// "" where it does not depend on it.
func trusts(r flow.Ref, member bool) string {
	switch q := r.Widget.Facts.Request; {
	case r.Facts != nil && r.Facts.Format == "phone-or-address":
		return "goes to"
	case q != nil && r.Property == q.URL:
		return "calls"
	case member && isAllSent(r) && !offer.TellsOfError(r.Name(len(r.Segments)-1)) && !offer.NamesText(r.Name(len(r.Segments)-1)):
		return "sends"
	}
	return ""
}

// isTested reports whether some split asks for anything that a request brings.
func (c *orderChecker) isTested(w *flow.Widget) bool {
	return slices.ContainsFunc(c.Flow.OutputRefs(w.Name), func(r flow.Ref) bool {
		return r.Widget.Facts.Split || r.Use == liquid.UseCondition || r.Use == liquid.UseCase
	})
}
