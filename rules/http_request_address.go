package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkAddress reports a request that goes nowhere.
func checkAddress(p *lint.Pass, w *flow.Widget, q *schemas.Request) {
	n := w.Property(q.URL)
	if !n.IsString() || strings.TrimSpace(n.Text()) != "" {
		return
	}
	for _, name := range q.NamedBy {
		if shape.Filled(w.Property(name)) {
			return
		}
	}
	if len(q.NamedBy) > 0 {
		p.ReportOncef(nil, n, "no Function is chosen here, so the widget fails each time; choose one, or write its address into %s", words.Quote(q.URL))
		return
	}
	p.ReportOncef(nil, n, "the address is empty, so the request fails each time; write it into %s", words.Quote(q.URL))
}

// reportUnaddressed reports the Functions that are named only by their SIDs, while others of the
// flow have addresses, too: once. Where none has, it is how the flow was exported.
func reportUnaddressed(p *lint.Pass) {
	var bare, other *flow.Widget
	for _, w := range p.Flow.Widgets {
		q := w.Facts.Request
		if q == nil || len(q.NamedBy) == 0 {
			continue
		}
		n := w.Property(q.URL)
		switch {
		case !n.IsString() || !slices.ContainsFunc(q.NamedBy, func(name string) bool { return shape.Filled(w.Property(name)) }):
		case strings.TrimSpace(n.Text()) != "":
			other = w
		case bare == nil:
			bare = w
		}
	}
	if bare != nil && other != nil {
		p.Reportf(bare.Property(bare.Facts.Request.URL), "%s has no address beside the SIDs of its Function, and %s has one; choose the Function anew, so that it is the one that is called",
			bare.Label(), other.Label()).As(finding.Note).Relate(other.Property(other.Facts.Request.URL), "an address")
	}
}

// checkReserved reports fields by whose name the request fails.
func checkReserved(p *lint.Pass, w *flow.Widget, q *schemas.Request) {
	for _, item := range w.Property(q.Fields).Elements() {
		key := item.Get("key")
		for _, name := range q.Reserved {
			if key.IsString() && key.Text() == name {
				p.Reportf(key, "%s is a name that Studio keeps for itself, so the request fails with it (81014); give the parameter another name", words.Quote(name))
			}
		}
	}
}

// mayBeAddress reports whether a reference reads a phone number, also from a variable
// that was set to one as it is.
func mayBeAddress(f *flow.Flow, r flow.Ref) bool {
	if v := reads.Value(f, r); v != nil {
		return v.Address
	}
	key, ok := reads.VariableOf(f, r)
	variable := f.Variable(key)
	if !ok || variable == nil {
		return false
	}
	for _, write := range variable.Writes {
		t := f.TemplateAt(write.Value)
		if t == nil || len(t.Refs()) != 1 {
			continue
		}
		set := t.Refs()[0]
		filters, printed := reads.Printed(set)
		if v := reads.Value(f, set); v != nil && v.Address && printed && !encoded(filters) {
			return true
		}
	}
	return false
}

// hasMember reports whether a name of an output, "first", stands among other names of the same output,
// "second": then it is a name like those. It has none where there is an item.
func hasMember(f *flow.Flow, w *flow.Widget, output, name string) bool {
	const at = 3 // widgets.NAME.OUTPUT.MEMBER
	return reads.OfAnyList(name) && slices.ContainsFunc(f.OutputRefs(w.Name), func(r flow.Ref) bool {
		if len(r.Segments) <= at || r.Segments[at].Kind == liquid.IndexSegment {
			return false
		}
		other := r.Name(at)
		return other != "" && !reads.OfAnyList(other) && r.Name(at-1) == output
	})
}
