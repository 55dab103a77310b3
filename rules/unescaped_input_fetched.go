package rules

import (
	"slices"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// checkFetched reports a text that a server sent, where it goes into a URL, or into JSON.
func (c *escapeChecker) checkFetched(r flow.Ref, isURL bool) {
	if !isURL {
		c.checkKeyed(r)
		c.checkLonger(r)
	} else if c.readsFetchedText(r) {
		c.ReportOncef(r.Widget, r.Template.Place(r.Reference.Span), "%s puts the text %s, which a server sent, into a URL as it is, where a blank or & breaks it; add | url_encode", r.Widget.Label(), reads.Path(r))
	}
}

// checkLonger reports a longer text that a server sent, where it goes into JSON: once a widget.
func (c *escapeChecker) checkLonger(r flow.Ref) {
	if reads.InResponse(c.Flow, r) == nil || !offer.NamesSentences(r.Name(len(r.Segments)-1)) ||
		!c.positions.Of(r).InString || !c.Flow.Reachable(r.Widget) {
		return
	}
	at := r.Template.Place(r.Reference.Span)
	if c.fetched != nil && c.fetchedBy == r.Widget {
		c.fetched.Also(at, "so it does with "+reads.Path(r))
		return
	}
	c.fetchedBy, c.fetched = r.Widget, c.Reportf(at, "%s puts the text %s, which a server sent, into JSON as it is: a quote or a line break breaks it; add | to_json without quotes around",
		r.Widget.Label(), reads.Path(r))
}

// readsFetchedText reports whether a reference reads a free text of a server's, itself or from a variable of such a
// name.
func (c *escapeChecker) readsFetchedText(r flow.Ref) bool {
	if c.isFetchedText(r) {
		return true
	}
	key, ok := reads.VariableOf(c.Flow, r)
	return ok && offer.NamesFreeText(key) && slices.ContainsFunc(c.held.Sources(r, comesOutRaw), c.isFetchedText)
}

// isFetchedText reports whether a reference reads what is by its name a free text that a request
// has brought: its title, a name of somebody.
func (c *escapeChecker) isFetchedText(r flow.Ref) bool {
	return reads.InResponse(c.Flow, r) != nil && offer.NamesFreeText(r.Name(len(r.Segments)-1))
}

// echoed returns a person's words that come back in the JSON of an answer: a request was
// sent them under the name by which the answer is read.
func (c *escapeChecker) echoed(r flow.Ref) (*schemas.Variable, flow.Ref) {
	w := reads.InResponse(c.Flow, r)
	if w == nil {
		return nil, flow.Ref{}
	}
	name := r.Name(len(r.Segments) - 1)
	for _, item := range w.Property(w.Facts.Request.Fields).Elements() {
		t := c.Flow.TemplateAt(item.Get("value"))
		if t == nil || name == "" || !strings.EqualFold(item.Get("key").Text(), name) {
			continue
		}
		for _, sent := range t.Refs() {
			if filters, ok := reads.Printed(sent); !ok || !comesOutRaw(filters) || c.held.Checked(sent) {
				continue
			}
			if v := reads.Value(c.Flow, sent); v != nil && v.Person {
				return v, sent
			}
			for _, source := range c.held.Sources(sent, comesOutRaw) {
				if v := reads.Value(c.Flow, source); v != nil && v.Person {
					return v, source
				}
			}
		}
	}
	return nil, flow.Ref{}
}
