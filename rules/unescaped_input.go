package rules

import (
	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	ID: "unescaped-input", Title: "What a person wrote goes unescaped into JSON or a URL",
	Group: lint.Liquid, Severity: lint.Note,
	Doc: `Finds text that a person wrote or said (the body of a message, a speech result, the
caller's name) within a JSON string or a URL without a filter that escapes it.

A quote or a line break in the message breaks the JSON: the task is not created
(81015), the request fails. An & or # cuts the URL off. And whoever knows of it can
add members and parameters of their own.

In JSON, write it without quotes: {"text": {{trigger.message.Body | to_json}}}. In a
URL: ?text={{trigger.message.Body | url_encode}}. Better still, use the parameters of
the widget, which Twilio encodes.`,
	Check: func(p *lint.Pass) {
		o := newOnce(p)
		shared := sharedNames(p.Flow)
		var (
			last  *flow.Template
			where map[int]bool // of the last template, see printedAs
		)
		for _, r := range p.Flow.Refs() {
			filters, ok := filtersOf(r)
			if !ok || hasFilter(filters, escaping...) || hasFilter(filters, numbers...) || r.Widget.Type == splitType {
				continue
			}
			if v := valueOf(p, r, shared); v == nil || !v.Person {
				continue
			}
			if isURL(r.Template) {
				o.reportf(r.Widget, o.at(r.Template, r.Reference.Span), "%s puts what a person wrote into a URL as it is, where & or # cuts it off; add | url_encode",
					widgetName(r.Widget))
				continue
			}
			if !readsJSON(r.Template) {
				continue
			}
			if last != r.Template {
				last, where = r.Template, nil
				if j := newJSONTemplate(last); j != nil {
					where = j.printedAs()
				}
			}
			if where[r.Liquid.Markup[r.Markup].Index] {
				o.reportf(r.Widget, o.at(r.Template, r.Reference.Span), "%s puts what a person wrote into a JSON string as it is, where a quote or a line break breaks the JSON; add | to_json, and take the quotes around it away",
					widgetName(r.Widget))
			}
		}
	},
})

// escaping are the filters behind which a text cannot break out of where it stands,
// or has been cleaned by somebody who thought of it.
var escaping = []string{"to_json", "url_encode", "escape", "escape_once", "replace", "replace_first", "remove", "remove_first", "date", "split"}

// isURL reports whether a template is a URL.
func isURL(t *flow.Template) bool {
	facts := schemas.Lookup(t.Widget.Type)
	if facts == nil {
		return false
	}
	f := facts.Property(t.Property)
	return f != nil && (f.Format == "url" || f.Format == "websocket-url") && !startsWithOutput(t)
}

// startsWithOutput reports whether a text begins with a value: then that may be the
// whole URL, and nothing is put into it.
func startsWithOutput(t *flow.Template) bool {
	return len(t.Liquid.Markup) > 0 && t.Liquid.Markup[0].Start == 0 && t.Liquid.Markup[0].Kind == liquid.OutputMarkup && len(t.Liquid.Outputs) == 1
}
