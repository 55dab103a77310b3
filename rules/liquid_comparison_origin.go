package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/schemas"
)

type comparisonChecker struct {
	*lint.Pass
	*flow.Template
}

// origin returns what the flow supplies for a value of the template, through its assigns,
// with the filters on the way.
func (c *comparisonChecker) origin(t *liquid.Term) (r flow.Ref, filters []liquid.Filter, ok bool) {
	const deep = 4
	for range deep {
		if t.Kind != liquid.ReferenceOperand || t.Inner != nil {
			return r, nil, false
		}
		filters = append(slices.Clip(t.Filters), filters...)
		r = flow.Ref{Template: c.Template, Reference: &c.Liquid.References[t.Ref]}
		if r.Local < 0 {
			return r, filters, true
		}
		tag := &c.Liquid.Tags[c.Liquid.Locals[r.Local].Tag]
		if tag.Name != "assign" || len(r.Segments) != 1 || len(tag.Arguments) != 1 || len(tag.Arguments[0].Terms) != 1 || c.reassigned(r) {
			return r, nil, false
		}
		t = &tag.Arguments[0].Terms[0]
	}
	return r, nil, false
}

// isText reports whether what a reference of the template reads is certainly a text.
func (c *comparisonChecker) isText(ref int) bool {
	term := liquid.Term{Operand: liquid.Operand{Kind: liquid.ReferenceOperand, Ref: ref}}
	r, filters, ok := c.origin(&term)
	return ok && reads.KeepText(filters) && isText(c.Pass, r)
}

// reassigned reports whether a template gives a name of its own several values.
func (c *comparisonChecker) reassigned(r flow.Ref) bool {
	n := 0
	for _, l := range c.Liquid.Locals {
		if l.Name == r.Name(0) {
			n++
		}
	}
	return n > 1
}

// written reports whether a person wrote or said what a reference reads, and nothing has
// changed its letters on the way.
func (c *comparisonChecker) written(r flow.Ref) bool {
	person := func(r flow.Ref) bool {
		v := reads.Value(c.Flow, r)
		return v != nil && v.Person && (v.Holds == schemas.HoldsReply || v.Holds == schemas.HoldsSpeech)
	}
	if person(r) {
		return true
	}
	keeps := func(filters []liquid.Filter) bool {
		return reads.OnlyAlter(filters, schemas.AltersBlanks)
	}
	return slices.ContainsFunc(values.Held.Of(c.Pass).Sources(r, keeps), person)
}

// isText reports whether what a reference reads is certainly a text, if anything: what
// Set Variables has kept, and what a person answered.
func isText(p *lint.Pass, r flow.Ref) bool {
	if key, ok := reads.VariableOf(p.Flow, r); ok {
		if want := 3; len(r.Segments) != want || p.Flow.Variable(key) == nil || len(p.Flow.Variable(key).Writes) == 0 {
			return false
		}
		return !slices.ContainsFunc(p.Flow.Variable(key).Writes, func(w flow.Write) bool {
			kind := w.Key.Parent().Get("type")
			return kind.Exists() && kind.Text() != "string"
		})
	}
	if reads.IsAnswer(p.Flow, r) {
		v := reads.Value(p.Flow, r)
		return v != nil && len(v.Keys) == 0 && !v.Object
	}
	v := reads.Value(p.Flow, r)
	return v != nil && (v.Text || v.Person)
}

// isNumber reports whether a value is a number, whatever text it is made of: how many
// there are, or the outcome of a calculation.
func isNumber(r flow.Ref, filters []liquid.Filter) bool {
	if n := len(filters); n > 0 {
		return reads.IsToNumber(filters[n-1])
	}
	return r.Name(len(r.Segments)-1) == "size"
}

// fixed reports whether an operand is a text or number of the template's own.
func fixed(t *liquid.Term) bool {
	return (t.Kind == liquid.StringOperand || t.Kind == liquid.NumberOperand) && t.Inner == nil && len(t.Filters) == 0
}
