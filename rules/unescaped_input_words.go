package rules

import (
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/schemas"
)

// words returns what the catalogue knows of the words, or of the number, that a reference
// reads, and what to add to a message; nil when it reads none.
func (c *escapeChecker) words(r flow.Ref) (v *schemas.Variable, by string) {
	if v := reads.Value(c.Flow, r); v != nil && (v.Person || v.Address) {
		return v, ""
	}
	// Looking further is for where no split can have let only certain texts through unseen.
	if !shape.ClearBefore(c.Pass, r.Widget) {
		return nil, ""
	}
	return c.kept(r)
}

// kept returns what the catalogue knows of a person's words that Set Variables has put
// where a reference reads, and what to add to a message; nil when there are none.
func (c *escapeChecker) kept(r flow.Ref) (v *schemas.Variable, by string) {
	for _, source := range c.held.Sources(r, comesOutRaw) {
		if v := reads.Value(c.Flow, source); v != nil && v.Person {
			return v, ", kept in " + reads.Path(r) + " from " + reads.Path(source) + ","
		}
		if v, from := c.echoed(source); v != nil {
			return v, ", which comes back in " + reads.Path(source) + " from " + reads.Path(from) + ","
		}
	}
	if sources := c.held.Sources(r, keepsNumber); len(sources) == 1 {
		if v := reads.Value(c.Flow, sources[0]); v != nil && v.Address {
			return v, ", kept in " + reads.Path(r) + " from " + reads.Path(sources[0]) + ","
		}
	}
	if v, from := c.echoed(r); v != nil {
		return v, ", which comes back in " + reads.Path(r) + " from " + reads.Path(from) + ","
	}
	return nil, ""
}

// keepsNumber reports whether a number is still one with its + after some filters.
func keepsNumber(filters []liquid.Filter) bool {
	return comesOutRaw(filters) && !reads.Through(filters, "slice")
}
