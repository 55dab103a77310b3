package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/schemas"
)

// checkSent looks at an address in what a request sends and that looks like JSON.
func (b *bareText) checkSent(p *lint.Pass, r flow.Ref, positions *jsontext.Places) {
	if !isSent(p, r) || !jsontext.Meant(r.Template) {
		return
	}
	if v := reads.Value(p.Flow, r); v != nil && v.Address && v.Confidence != schemas.Low && positions.Of(r).Value {
		b.report(p, r, v)
	}
}

// isSent reports whether a reference stands in what a request sends.
func isSent(p *lint.Pass, r flow.Ref) bool {
	q := r.Widget.Facts.Request
	if q == nil || r.Property != q.Body {
		return q != nil
	}
	method, certain := shape.Value(p, r.Widget, q.Method)
	return certain && r.Widget.Facts.SendsBody(method) && !jsontext.LeftOver(r.Widget, r.Widget.Property(q.Body))
}

// keepsText reports whether after the filters a text is still one that JSON does not
// take as a value.
func keepsText(filters []liquid.Filter) bool {
	return reads.OnlyAlter(filters, schemas.AltersMissing, schemas.AltersBlanks, schemas.AltersCase)
}

// A bareText is a finding about text without quotes: one for each template.
type bareText struct {
	*finding.Diagnostic
	in *flow.Template
}

func (b *bareText) report(p *lint.Pass, r flow.Ref, v *schemas.Variable) {
	at := r.Template.Place(r.Reference.Span)
	if b.in == r.Template {
		b.Also(at, "so is "+reads.Path(r))
	} else {
		why := "which is text"
		if v.Address {
			why = "an address such as +15551234567"
		}
		b.in = r.Template
		b.Diagnostic = p.Reportf(at, "%s prints %s, %s, as a value without quotes, which breaks the JSON; add | to_json", r.Widget.Label(), reads.Path(r), why)
		b.Fixes = []finding.Fix{{Title: "Add | to_json", Safe: true}}
	}
	b.Fixes[0].Changes = append(b.Fixes[0].Changes, reads.Filtered(r, "to_json"))
}
