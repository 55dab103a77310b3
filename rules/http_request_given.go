package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkBody looks at what is sent beside the address.
func checkBody(p *lint.Pass, w *flow.Widget, q *schemas.Request) {
	body := w.Property(q.Body)
	if q.Body == "" || !body.IsString() || strings.TrimSpace(body.Text()) == "" {
		return
	}
	written := shape.Sound(p, w.Property(q.Method)) // else its absence is the mistake
	if method, certain := shape.Value(p, w, q.Method); certain && written && !w.Facts.SendsBody(method) {
		p.Reportf(body, "%s sends a body with %s, which servers ignore; send it by POST, or as parameters", w.Label(), method).As(finding.Note)
		return
	}
	if jsontext.LeftOver(w, body) {
		p.Reportf(body, "%s has a body of JSON beside the parameters of the form that %s names; remove the body", w.Label(), words.Quote(q.MediaType)).
			As(finding.Note).Relate(w.Property(q.Fields).KeyPlace(), "the parameters")
		return
	}
	if fields := w.Property(q.Fields); fields.Len() > 0 {
		p.Reportf(fields.KeyPlace(), "%s has a body and parameters; which of them is sent is not documented, so write all into one of them", w.Label()).As(finding.Note)
	}
	media, known := shape.Literal(p, w.Property(q.MediaType))
	if !known || !strings.Contains(strings.ToLower(media), "x-www-form-urlencoded") {
		return
	}
	t := jsontext.At(p.Flow, w, body)
	if !jsontext.Meant(t) {
		checkForm(p, w, body)
		return
	}
	j := jsontext.Of(p, t)
	if j == nil || shape.IsPlaceholder(p, body) && !jsontext.FilledInStrings(body.Text()) {
		return
	}
	fault := j.Fault(false)
	if fault == nil {
		p.Reportf(w.Property(q.MediaType), "the body of %s is JSON, but %s calls it a form; write application/json", w.Label(), words.Quote(q.MediaType))
		return
	}
	p.Reportf(t.Place(fault.Span), "the body of %s is JSON that is broken, sent as a form; write application/json, and mend it: %s",
		w.Label(), fault.Message).Relate(w.Property(q.MediaType), "what calls it a form")
}

// checkSentFields looks at parameters that go out as what they are not.
func checkSentFields(p *lint.Pass, w *flow.Widget, q *schemas.Request) {
	fields := w.Property(q.Fields)
	if q.MediaType == "" || fields.Len() == 0 || strings.TrimSpace(w.Property(q.Body).Text()) != "" {
		return
	}
	method, certain := shape.Value(p, w, q.Method)
	media, known := shape.Literal(p, w.Property(q.MediaType))
	if certain && w.Facts.SendsBody(method) && known && jsontext.IsType(media) {
		d, first := p.ReportOncef(nil, w.Property(q.MediaType), "%s sends parameters, which are a form, but %s says JSON; write a body, or the type of a form",
			w.Label(), words.Quote(q.MediaType))
		if first {
			d.As(finding.Note).Relate(fields.KeyPlace(), "the parameters")
		}
	}
}

// checkForm reports a + in a form.
func checkForm(p *lint.Pass, w *flow.Widget, body source.Node) {
	t := p.Flow.TemplateAt(body)
	if t == nil {
		return
	}
	for _, r := range t.Refs() {
		filters, ok := reads.Printed(r)
		if ok && !encoded(filters) && mayBeAddress(p.Flow, r) {
			d, _ := p.ReportOncef(w, r.Place(), "the + of a phone number stands for a space in a form, so %s sends another number; add | url_encode, or send it as a parameter", w.Label())
			d.As(finding.Note)
		}
	}
}
