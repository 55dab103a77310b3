package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/values"
)

// An itemChecker looks at what a flow reads of the items of lists.
type itemChecker struct {
	*lint.Pass
	held   *values.Holding
	tested *reads.Tests
	told   *finding.Diagnostic // of an item that a list may not have, the first
}

// guarded reports whether an item has a default, or a condition of its template looks at the
// list, at the number, or at a name of the template's own.
func guarded(r flow.Ref, at int, by flow.Ref) bool {
	if reads.AsksFor(r) {
		return true
	}
	list, number := liquid.Reference{Segments: r.Segments[:at]}.String(), by.String()
	for i := range r.Liquid.References {
		if o := (flow.Ref{Template: r.Template, Reference: &r.Liquid.References[i]}); o.Use == liquid.UseCondition || o.Use == liquid.UseCase {
			if o.Local >= 0 || strings.HasPrefix(o.String(), list) || o.String() == number {
				return true
			}
		}
	}
	return false
}

// splitTests reports whether some split tests an item of the same list.
func (c itemChecker) splitTests(r flow.Ref, at int) bool {
	return testedItems.Of(c)[reads.PathTo(r, at)]
}

// testedItems are the items of lists that some split tests, by their paths.
var testedItems = lint.NewFact(func(d *project.Document) map[string]bool {
	all := map[string]bool{}
	for _, r := range d.Flow.Refs() {
		if !r.Widget.Facts.Split {
			continue
		}
		for at := range r.Segments {
			if r.Segments[at].Kind == liquid.DynamicSegment {
				all[reads.PathTo(r, at)] = true
			}
		}
	}
	return all
})
