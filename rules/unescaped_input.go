package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unescaped-input", Title: "What a person wrote goes unescaped into JSON or a URL",
		Group: finding.Liquid, Severity: finding.Note, Fix: finding.SometimesFix,
		Doc: `Finds text that a person wrote or said (the body of a message, a speech result, the
caller's name, what a visitor of a web page wrote into the form before the chat) in JSON or a URL without a filter that escapes it, also joined to a text by
append or prepend, or given a name in a URL by assign, and a phone number
in the query of a URL.

A quote or a line break in the message breaks the JSON: the task is not created
(81015), the request fails. An & or # cuts the URL off. And whoever knows of it can
add members and parameters of their own. It makes no difference whether Set Variables
has kept the text on the way, or a server has sent it back under the name by which it
was sent. The + of a phone number stands for a space in
a query: ?from=+15551234567 arrives as " 15551234567". What a server sent and is a free text by its
name (a title, a name, a city) breaks a URL, too, also when Set Variables has kept it under such a name; a longer one (a message, a comment, a description)
breaks JSON: one finding for each widget.

And it finds a message that a person wrote as a content variable: with a line break in it, which strip_newlines takes
out, Twilio refuses the message (21656).

An answer of which a split has let only certain texts through, as a list of them or an
expression without .*, is left alone.

In JSON, write it without quotes: {"text": {{trigger.message.Body | to_json}}}. In a
URL: ?text={{trigger.message.Body | url_encode}}. Better still, use the parameters of
the widget, which Twilio encodes.`,
	},
	Check: func(p *lint.Pass) {
		c := escapeChecker{Pass: p, positions: jsontext.Positions.Of(p), held: values.Held.Of(p)}
		for _, r := range p.Flow.Refs() {
			if r.Use == liquid.UseAssign {
				c.checkAssigned(r)
				continue
			}
			filters, printed := reads.Printed(r)
			if f := r.Template.Facts; printed && f != nil && f.Line != nil {
				c.checkLine(r, filters)
			}
			joined := false
			if !printed {
				filters, joined = reads.Joined(r)
			}
			if (printed || joined) && comesOutRaw(filters) && !r.Widget.Facts.Split {
				c.check(r, filters, joined)
			}
		}
	},
})

// checkAssigned looks at what a template gives a name of its own, and puts into a URL by that.
func (c *escapeChecker) checkAssigned(r flow.Ref) {
	if !passesRaw(c.Flow, r) || c.held.Checked(r) || r.Widget.Facts.Split {
		return
	}
	if v, by := c.words(r); v != nil && !v.Address {
		c.ReportOncef(r.Widget, r.Place(), "%s puts a person's words%s into a URL as they are, by the assigned %s, and # cuts it off; add | url_encode", r.Widget.Label(), by, words.Quote(nameGiven(r)))
	}
}

// check looks at what a template prints as it is, by itself or joined to a text.
func (c *escapeChecker) check(r flow.Ref, filters []liquid.Filter, joined bool) {
	isURL := isURL(r.Template) || joined && printsURL(r)
	if !isURL && !jsontext.Meant(r.Template) || c.held.Checked(r) {
		return
	}
	v, by := c.words(r)
	if v == nil {
		if !joined {
			c.checkFetched(r, isURL)
		}
		return
	}
	report := func(certain bool, what string, changes ...source.Edit) {
		d, _ := c.ReportOncef(r.Widget, r.Template.Place(r.Reference.Span), "%s puts %s", r.Widget.Label(), what)
		if !joined { // else the filter would be for all of the output
			d.SuggestMore(certain, "Add the filter", changes...)
		}
	}
	switch {
	case v.Address:
		if isURL && !joined && c.query.holds(r) && !reads.Through(filters, "slice") {
			report(true, "a phone number"+by+" into the query of a URL as it is, where its + stands for a space; add | url_encode", reads.Filtered(r, "url_encode"))
		}
	case isURL:
		report(!joined && c.query.holds(r), "a person's words"+by+" into a URL as it is, where & or # cuts it off; add | url_encode", reads.Filtered(r, "url_encode"))
	case c.positions.Of(r).InString:
		changes := jsontext.Unquoted(r.Template, r.Liquid.Markup[r.Markup].Span)
		if len(changes) > 0 {
			changes = []source.Edit{changes[0], reads.Filtered(r, "to_json"), changes[1]}
		}
		report(c.always(r), "a person's words"+by+" into JSON, which a quote breaks; add | to_json, without quotes", changes...)
	case c.positions.Of(r).Value && isSentAsJSON(r):
		report(false, "a person's words"+by+" into JSON as a value, where anything but a number breaks the JSON; add | to_json", reads.Filtered(r, "to_json"))
	}
}

// isSentAsJSON reports whether what holds a reference becomes JSON by all that is known of it: its property says so, or
// it is JSON in one of the parameters of a request.
func isSentAsJSON(r flow.Ref) bool {
	q := r.Widget.Facts.Request
	return jsontext.Declared(r.Template) || q != nil && r.Property == q.Fields && r.Property != ""
}

// always reports whether what a reference reads is there whenever it is printed: to_json
// makes null of what is not, where an empty text was.
func (c *escapeChecker) always(r flow.Ref) bool {
	if r.Root() == "trigger" {
		return len(c.Flow.Entries()) == 1
	}
	return !c.held.At(r).Unset
}
