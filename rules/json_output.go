package rules

import (
	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	ID: "json-output", Title: "An object is not printed as JSON",
	Group: lint.Liquid, Severity: lint.Warning, Varies: "note where the text around it is no JSON",
	Doc: `Finds an object that is printed without to_json, such as {{widgets.http.parsed}} or
{{trigger.message.ChannelAttributes}}: it comes out in the notation of the Liquid
engine, {name=Ann, age=7}, and what was JSON around it is none any more (81015). And
to_json within the quotes of a JSON string, "{{flow.variables.name | to_json}}":
to_json writes its own quotes, and with two pairs of them the JSON is broken.

Write {{widgets.http.parsed | to_json}}, without quotes around it, or print one of its
members.

Elsewhere, as in the parameter of a Function, it is a note: some Functions take the
notation apart. In a split an object may be tested as a whole, so that one passes.`,
	Check: func(p *lint.Pass) {
		o := newOnce(p)
		shared := sharedNames(p.Flow)
		for _, r := range p.Flow.Refs() {
			filters, ok := filtersOf(r)
			if !ok || len(filters) > 0 && !hasFilter(filters, "default") || len(filters) > 1 || r.Widget.Type == splitType || schemas.Lookup(r.Widget.Type) == nil {
				continue
			}
			if !printsObject(p, r, shared) {
				continue
			}
			at := o.at(r.Template, r.Reference.Span)
			if readsJSON(r.Template) {
				o.reportf(r.Widget, at, "%s prints %s, an object, without to_json, so it comes out as {name=value} and breaks the JSON; write {{%s | to_json}}, or print one of its members",
					widgetName(r.Widget), wholePath(r), wholePath(r))
				continue
			}
			// Once in a flow: a Function that takes the notation apart is called often.
			if d, first := o.reportf(nil, at, "%s, an object, is printed without to_json, so it comes out as {name=value}, which is no JSON; write {{%s | to_json}}, or print one of its members",
				wholePath(r), wholePath(r)); first {
				d.As(lint.Note)
			}
		}
		for _, t := range p.Flow.Templates() {
			if t.Literal || !readsJSON(t) || !hasFilter(t.Liquid.Filters, "to_json") {
				continue
			}
			j := newJSONTemplate(t)
			if j == nil {
				continue
			}
			where := j.printedAs()
			for i, out := range t.Liquid.Outputs {
				n := len(out.Filters)
				if where[i] && n > 0 && out.Filters[n-1].Name == "to_json" && !hasFilter(out.Filters, numbers...) {
					o.reportf(t.Widget, o.at(t, out.Span), "%s writes %s within quotes, but to_json writes its own: the JSON is broken; remove the quotes around it",
						widgetName(t.Widget), quote(out.In(t.Text)))
				}
			}
		}
	},
})

// numbers are the filters that make a number, which is the same with quotes and
// without.
var numbers = []string{"plus", "minus", "times", "divided_by", "modulo", "size", "round", "floor", "ceil", "abs"}

// printsObject reports whether a reference is to a whole object.
func printsObject(p *lint.Pass, r flow.Ref, shared map[string]bool) bool {
	if r.Root() == "widgets" && len(r.Segments) == 2 {
		w := widgetRead(p, r, shared)
		return w != nil && schemas.Lookup(w.Type) != nil
	}
	v := valueOf(p, r, shared)
	return v != nil && v.Object && v.Confidence != schemas.Low
}

// readsJSON reports whether a template should become JSON: its property says so, or
// it begins as an object or a list.
func readsJSON(t *flow.Template) bool {
	if facts := schemas.Lookup(t.Widget.Type); facts != nil {
		if f := facts.Property(t.Property); f != nil && f.Format == jsonObject {
			return true
		}
	}
	return looksLikeJSON(t.Text)
}
