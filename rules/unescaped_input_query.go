package rules

import (
	"strings"

	"studiolint/lint/flow"
)

// printsURL reports whether an output joins a text to what becomes a URL: it is the whole
// of one, or begins as one.
func printsURL(r flow.Ref) bool {
	f := r.Facts
	if f != nil && f.IsURL() {
		return true
	}
	o := &r.Liquid.Outputs[r.Liquid.Markup[r.Markup].Index]
	const first = 9 // a quote and a scheme
	text := r.Template.Text[o.Expr.Start:min(o.Expr.End, o.Expr.Start+first)]
	return strings.HasPrefix(strings.TrimLeft(text, "\"' "), "http")
}

// A queryReader reads a URL up to the reference that it is asked about. References
// come in their order, so that each URL is read once.
type queryReader struct {
	url   *flow.Template
	read  int
	query bool // a ? came
	value bool // and after it, or after the last &, a =
}

// holds reports whether a reference is printed as a parameter of a URL's query, after
// ?name= or &name=.
func (q *queryReader) holds(r flow.Ref) bool {
	if q.url != r.Template {
		*q = queryReader{url: r.Template}
	}
	for to := r.Liquid.Markup[r.Markup].Start; q.read < to; q.read++ {
		switch q.url.Text[q.read] {
		case '?':
			q.query, q.value = true, false
		case '&':
			q.value = false
		case '=':
			q.value = q.query
		}
	}
	return q.value
}
