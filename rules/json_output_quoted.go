package rules

import (
	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/finding"
	"studiolint/lint/jsontext"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkQuotedJSON finds to_json within quotes.
func checkQuotedJSON(p *lint.Pass, positions *jsontext.Places) {
	for _, t := range p.Flow.Templates() {
		if t.Literal || !jsontext.Meant(t) || !t.Liquid.HasFilter(liquid.FilterToJSON) {
			continue
		}
		where := positions.In(t)
		for i, out := range t.Liquid.Outputs {
			filters := out.Filters()
			n := len(filters)
			if where[i].InString && n > 0 && filters[n-1].Name == liquid.FilterToJSON && !reads.MakesNumber(filters) {
				d, _ := p.ReportOncef(t.Widget, t.Place(out.Span), "%s writes %s within quotes, but to_json writes its own: the JSON is broken; remove the quotes around it",
					t.Widget.Label(), words.Quote(out.In(t.Text)))
				d.SuggestMore(true, "Remove the quotes around "+words.Quote(out.In(t.Text)), jsontext.Unquoted(t, out.Span)...)
			}
		}
	}
}

// checkQuotedNothing finds defaults that stand for nothing and become a text: once a template.
func checkQuotedNothing(p *lint.Pass, positions *jsontext.Places) {
	for _, t := range p.Flow.Templates() {
		if t.Literal || !t.Liquid.HasFilter(liquid.FilterDefault) || !jsontext.Meant(t) {
			continue
		}
		where := positions.In(t)
		for i, out := range t.Liquid.Outputs {
			if text := nothing(&out, t.Text); text != "" && where[i].InString {
				p.Reportf(t.Place(out.Span), "%s writes %s within quotes where there is nothing: the server gets that as a text; remove the quotes and use to_json, or leave it blank",
					t.Widget.Label(), words.Quote(text)).As(finding.Note)
				break
			}
		}
	}
}

// nothing returns the text by which an output stands for nothing when there is nothing: {{x | default: 'null'}}.
func nothing(out *liquid.Output, template string) string {
	filters := out.Filters()
	if len(filters) == 0 {
		return ""
	}
	last := &filters[len(filters)-1]
	if last.Name != liquid.FilterDefault || len(last.Arguments) != 1 || len(last.Arguments[0].Terms) != 1 {
		return ""
	}
	if text, ok := last.Arguments[0].Terms[0].Quoted(template); ok && words.IsNothing(text) {
		return text
	}
	return ""
}

// checkSingleQuotes finds texts that a request sends and that are JSON but for their quotes.
func checkSingleQuotes(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		q := w.Facts.Request
		if q == nil {
			continue
		}
		for _, item := range w.Property(q.Fields).Elements() {
			n := item.Get("value")
			if !n.IsString() || !jsontext.SingleQuoted(n.Text()) {
				continue
			}
			d := p.Reportf(n, "%s sends %s with single quotes, which is no JSON; write double ones", w.Label(), words.Quote(item.Get("key").Text()))
			if a, ok := address.At(p, w.Property(q.URL)); !ok || schemas.APIAt(a.Host, a.Path) == nil {
				d.As(finding.Note)
			}
		}
	}
}
