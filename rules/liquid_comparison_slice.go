package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// reportSlices reports the answer that is taken apart by places as it was written, after a split, which lets a
// blank before it through: once a flow.
func reportSlices(p *lint.Pass) {
	for _, t := range p.Flow.Templates() {
		if t.Literal || !t.Liquid.HasFilter(liquid.FilterSlice) || t.Liquid.HasFilter(liquid.FilterStrip, liquid.FilterLstrip) || !p.Flow.Reachable(t.Widget) {
			continue
		}
		r, ok := takenApart(p.Flow, t)
		if !ok {
			continue
		}
		path := r.Reference.String()
		by := slices.IndexFunc(p.Flow.Refs(), func(other flow.Ref) bool {
			return other.Transition != nil && other.Widget.Facts.Split && other.Reference.String() == path &&
				p.Flow.CanPrecede(other.Widget, t.Widget) &&
				slices.ContainsFunc(other.Transition.Conditions, func(c flow.Condition) bool { return c.Operator == split.Regex || c.Operator == split.StartsWith })
		})
		if by >= 0 {
			p.Reportf(r.Place(), "%s takes %s apart by places, but %s lets blanks before it through: then each part begins too early; add | strip first",
				t.Widget.Label(), reads.Path(r),
				p.Flow.Refs()[by].Widget.Label()).As(finding.Note).Relate(p.Flow.Refs()[by].Place(),
				"splits do not count outer blanks").Identify(t.Widget.Label())
			return
		}
	}
}

// takenApart returns what a template takes two parts of by their places: what a person wrote.
func takenApart(f *flow.Flow, t *flow.Template) (flow.Ref, bool) {
	var first flow.Ref
	parts := 0
	for _, r := range t.Refs() {
		filters, ok := reads.Printed(r)
		v := reads.Value(f, r)
		if !ok || v == nil || v.Holds != schemas.HoldsReply || !cutsAt(t, filters) {
			continue
		}
		if parts++; parts == 1 {
			first = r
		} else if r.Reference.String() != first.Reference.String() {
			return flow.Ref{}, false
		}
	}
	return first, parts > 1
}

// cutsAt reports whether filters take a part by a place that is a number from the beginning.
func cutsAt(t *flow.Template, filters []liquid.Filter) bool {
	i := slices.IndexFunc(filters, func(f liquid.Filter) bool { return f.Name == liquid.FilterSlice })
	if i < 0 {
		return false
	}
	from := strings.TrimLeft(filters[i].Args.In(t.Text), ": ")
	return from != "" && '0' <= from[0] && from[0] <= '9'
}
