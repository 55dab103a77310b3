package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "json-output", Title: "What Liquid prints breaks the JSON around it",
		Group: finding.Liquid, Severity: finding.Warning, Fix: finding.SafeFix, Varies: "note where the text around it is no JSON",
		Doc: `Finds, where a text should become JSON,

* an object that is printed without to_json, such as {{widgets.http.parsed}} or
  {{trigger.message.ChannelAttributes}}: it comes out in the notation of the Liquid
  engine, {name=Ann, age=7};
* text as a value without quotes: {"caller": {{trigger.call.From}}} becomes
  {"caller": +15551234567}. Only what is certainly text counts: addresses, SIDs, a
  status, words that Set Variables has put there; not the keys pressed, which may be a
  number;
  A word that one step puts into a variable counts also where others put numbers there;
  An address counts as well in what a request sends and only looks like JSON;
* keys in single quotes, {'name': "Ann"}, in what a request sends: no JSON has those. It is
  a note but in a request to Twilio's API;
* as a note, a variable or an answer as a value without quotes that some path leaves
  blank, or that holds an item of a list that may be shorter: {"game": };
* to_json within the quotes of a JSON string, "{{flow.variables.name | to_json}}":
  to_json writes its own quotes;
* as a note, "null" or "[]" as the default of what stands within quotes: the server gets that
  as a text;
* the body of an HTTP request with a content type of JSON that is no JSON once the
  Liquid is filled in, at the character where it breaks; so it is with a variable or a
  parameter of the type json_object, which Studio cannot read then (81027). Attributes
  are for flex-attributes.

The JSON is broken then: no task is created (81015), or the request fails, each time.

Write {{trigger.call.From | to_json}}, without quotes around it. Of an object one can
print a member as well.

It finds as well an object or a list that is said or sent as a whole: people hear and read
that notation. What {{widgets.http.parsed.items}} is, the flow itself tells by reading
parsed.items[0] elsewhere. Elsewhere, as in the parameter of a Function or a subflow, an object is a
note: some Functions take the notation apart. In a split an object may be tested as a whole, so that one passes. So
it does the body of an answer that is said or sent to a person while members of it (parsed) are read elsewhere, and, as
a note, while members are read of all that three and more other requests to the same host answer.`,
	},
	Check: func(p *lint.Pass) {
		positions := jsontext.Positions.Of(p)
		var bare bareText
		blanks := blankValues{Pass: p, held: values.Held.Of(p), tested: reads.Tested.Of(p)}
		for _, r := range p.Flow.Refs() {
			filters, ok := reads.Printed(r)
			if !ok || !r.Widget.Facts.Known() || r.Widget.Off(r.Template.Facts) {
				continue
			}
			asIs := len(filters) == 0 || len(filters) == 1 && filters[0].Name == liquid.FilterDefault
			switch {
			case asIs && !r.Widget.Facts.Split && checkObject(p, r):
			case keepsText(filters) && jsontext.Declared(r.Template) && positions.Of(r).Value:
				if v := reads.Value(p.Flow, r); v != nil && v.Text && v.Confidence != schemas.Low {
					bare.report(p, r, v)
				} else if v := blanks.keptText(r); v != nil {
					bare.report(p, r, v)
				} else if !reads.Through(filters, "default") {
					blanks.check(r)
				}
			case keepsText(filters):
				bare.checkSent(p, r, positions)
			}
		}
		checkQuotedJSON(p, positions)
		checkQuotedNothing(p, positions)
		checkSingleQuotes(p)
		checkJSONBodies(p)
		checkJSONItems(p)
		checkWholeAnswers(p)
	},
})

// isWholeValue reports whether a reference is all that a value of a list is made of, which is a text:
// one that becomes JSON says so by its type.
func isWholeValue(r flow.Ref) bool {
	if r.Template.Facts == nil || r.Template.Facts.Format != schemas.FormatPairs || r.Node.Key() != "value" || jsontext.IsItem(r.Node) {
		return false
	}
	return isAlone(r)
}

// isAlone reports whether a reference is all that its template prints.
func isAlone(r flow.Ref) bool {
	return strings.TrimSpace(r.Text) == r.Liquid.Markup[r.Markup].In(r.Text)
}

// checkObject reports a reference that prints a whole object, and whether it does.
func checkObject(p *lint.Pass, r flow.Ref) bool {
	heard := r.IsContent()
	whole := reads.WholeAt(p.Document, r)
	if !whole.Known && (!whole.Exists() || !heard && r.Widget.Facts.Request == nil && !jsontext.Declared(r.Template) && !isWholeValue(r)) {
		return false
	}
	at := r.Template.Place(r.Reference.Span)
	switch {
	case isKeptInVain(p.Flow, r): // unused-variable tells of it
	case jsontext.IsItem(r.Node) && isAlone(r): // Studio takes an object there as it is
	case !whole.Known && !heard:
		if d, first := p.ReportOncef(nil, at, "%s is handed on as a whole, but a part of it is read elsewhere: what comes is {name=value}, which is no JSON; add | to_json",
			reads.Path(r)); first {
			d.As(finding.Note).Relate(whole.Part, "where a part of it is read")
		}
	case jsontext.Meant(r.Template):
		p.ReportOncef(r.Widget, at, "%s prints %s, an object, without to_json, which breaks the JSON; write {{%s | to_json}}",
			r.Widget.Label(), reads.Path(r), reads.Path(r))
	case !whole.Known:
		d, _ := p.ReportOncef(r.Widget, at, "%s prints the whole of %s, of which a part is read elsewhere: a person gets {name=value}, or nothing; print the part",
			r.Widget.Label(), reads.Path(r))
		d.Relate(whole.Part, "where a part of it is read")
	case heard:
		p.ReportOncef(r.Widget, at, "%s puts the whole of %s into the text, an object, so a person gets its notation, {name=value}; print one of its members",
			r.Widget.Label(), reads.Path(r))
	default: // once in a flow: a Function that takes the notation apart is called often
		if d, first := p.ReportOncef(nil, at, "%s, an object, becomes {name=value}, no JSON; write {{%s | to_json}} if its reader takes JSON",
			reads.Path(r), reads.Path(r)); first {
			d.As(finding.Note)
		}
	}
	return true
}

// isKeptInVain reports whether a reference is kept in a variable that nothing reads.
func isKeptInVain(f *flow.Flow, r flow.Ref) bool {
	if effects.ActOf(r.Widget) != effects.Sets || len(f.ReadsOfAny()) > 0 || f.HandsOutItself() {
		return false
	}
	return slices.ContainsFunc(f.Writes(r.Widget), func(write flow.Write) bool {
		v := f.Variable(write.Key.Text())
		return write.Value == r.Node && v != nil && len(v.Reads) == 0
	})
}
