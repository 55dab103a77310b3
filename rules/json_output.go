package rules

import (
	"encoding/json"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/liquid"
	"studiolint/lint/pattern"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/values"
	"studiolint/lint/words"
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
  Liquid is filled in, at the character where it breaks. Attributes are for
  flex-attributes.

The JSON is broken then: no task is created (81015), or the request fails, each time.

Write {{trigger.call.From | to_json}}, without quotes around it. Of an object one can
print a member as well.

It finds as well an object or a list that is said or sent as a whole: people hear and read
that notation. What {{widgets.http.parsed.items}} is, the flow itself tells by reading
parsed.items[0] elsewhere. Elsewhere, as in the parameter of a Function, an object is a
note: some Functions take the notation apart. In a split an object may be tested as a whole, so that one passes. So
it does the body of an answer that is said or sent to a person while members of it (parsed) are read elsewhere.`,
	},
	Check: func(p *lint.Pass) {
		positions := jsontext.Positions.Of(p)
		var bare bareText
		blanks := blankValues{Pass: p, held: values.Held.Of(p), tested: reads.Tested.Of(p)}
		for _, r := range p.Flow.Refs() {
			filters, ok := reads.Printed(r)
			if !ok || !r.Widget.Facts.Known() {
				continue
			}
			asIs := len(filters) == 0 || len(filters) == 1 && filters[0].Name == "default"
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
		checkWholeAnswers(p)
	},
})

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
	for _, f := range filters {
		switch f.Name {
		case "default", "strip", "lstrip", "rstrip", "downcase", "upcase", "capitalize":
		default:
			return false
		}
	}
	return true
}

// A bareText is a finding about text without quotes: one for each template.
type bareText struct {
	*finding.Diagnostic
	in *flow.Template
}

func (b *bareText) report(p *lint.Pass, r flow.Ref, v *schemas.Variable) {
	at := r.Template.Place(r.Reference.Span)
	if b.in == r.Template {
		if len(b.Related) < lint.MaxRelated {
			b.Relate(at, "so is "+reads.Path(r))
		}
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

// blankValues finds values without quotes that may be blank.
type blankValues struct {
	*lint.Pass
	held   *values.Holding
	tested *reads.Tests
}

// keptText returns what is known of a text that Set Variables has put where a reference
// reads, and that is never a value of JSON: an address or a SID, or, as Text alone, words
// of the flow itself. It is nil when anything else may be there.
func (b *blankValues) keptText(r flow.Ref) *schemas.Variable {
	if _, ok := reads.VariableOf(b.Flow, r); !ok || b.tested.Has(r) {
		return nil
	}
	v := b.held.At(r)
	if !v.Known || v.MustBeBlank() {
		return nil
	}
	for _, text := range v.Constants {
		if json.Valid([]byte(text)) || strings.TrimSpace(text) == "" || shape.HoldsPlaceholder(b.Pass, text) {
			return nil
		}
	}
	kept := &schemas.Variable{Text: true}
	if !v.Text {
		return kept
	}
	sources := b.held.Sources(r, keepsText)
	for _, source := range sources {
		known := reads.Value(b.Flow, source)
		if known == nil || !known.Text || known.Confidence == schemas.Low {
			return nil
		}
		kept = known
	}
	if len(sources)+len(v.Constants) < len(v.Writes) {
		return nil
	}
	return kept
}

func (b *blankValues) check(r flow.Ref) {
	if b.tested.Has(r) || b.tested.Conditional(r) {
		return
	}
	item := ""
	if isItem(b.Flow, r) {
		item = reads.Path(r)
	}
	if b.held.At(r).Text {
		for _, source := range b.held.Sources(r, func(filters []liquid.Filter) bool { return !reads.Through(filters, "default") }) {
			if item == "" && isItem(b.Flow, source) {
				item = reads.Path(source)
			}
		}
	}
	const leaves = "; which breaks the JSON; add | default: 0"
	if item != "" {
		if d, first := b.ReportOncef(r.Widget, r.Template.Place(r.Reference.Span), "%s prints %s without quotes, which is blank when the list has no such item (%s)"+leaves,
			r.Widget.Label(), reads.Path(r), item); first {
			d.As(finding.Note)
		}
		return
	}
	if v := b.held.At(r); !v.Unset || v.MustBeBlank() {
		return // read-before-run
	}
	path, ok := b.held.WayUnset(r)
	if !ok {
		return
	}
	if d, first := b.ReportOncef(r.Widget, r.Template.Place(r.Reference.Span), "%s prints %s without quotes, but one can come here without a value for it"+leaves,
		r.Widget.Label(), reads.Path(r)); first {
		d.As(finding.Note).Along(finding.Steps(path, r.Widget))
	}
}

// isItem reports whether a reference reads an item of a list that a server has sent.
func isItem(f *flow.Flow, r flow.Ref) bool {
	return slices.ContainsFunc(r.Segments, func(s liquid.Segment) bool { return s.Kind == liquid.IndexSegment }) && reads.InResponse(f, r) != nil
}

// checkQuotedJSON finds to_json within quotes.
func checkQuotedJSON(p *lint.Pass, positions *jsontext.Places) {
	for _, t := range p.Flow.Templates() {
		if t.Literal || !jsontext.Meant(t) || !t.Liquid.HasFilter("to_json") {
			continue
		}
		where := positions.In(t)
		for i, out := range t.Liquid.Outputs {
			filters := out.Filters()
			n := len(filters)
			if where[i].InString && n > 0 && filters[n-1].Name == "to_json" && !reads.Through(filters, reads.ToNumber...) {
				d, _ := p.ReportOncef(t.Widget, t.Place(out.Span), "%s writes %s within quotes, but to_json writes its own: the JSON is broken; remove the quotes around it",
					t.Widget.Label(), words.Quote(out.In(t.Text)))
				d.SuggestMore(true, "Remove the quotes around "+words.Quote(out.In(t.Text)), jsontext.Unquoted(t, out.Span)...)
			}
		}
	}
}

// quotedNothing is what a default gives for nothing, and within quotes is a text.
var quotedNothing = pattern.Lazy(`\|\s*default:\s*(?:"|')(null|\[\]|\{\}|undefined|None|nil)(?:"|')\s*-?\}\}`)

// checkQuotedNothing finds defaults that stand for nothing and become a text: once a template.
func checkQuotedNothing(p *lint.Pass, positions *jsontext.Places) {
	for _, t := range p.Flow.Templates() {
		if t.Literal || !t.Liquid.HasFilter("default") || !jsontext.Meant(t) {
			continue
		}
		where := positions.In(t)
		for i, out := range t.Liquid.Outputs {
			if m := quotedNothing().FindStringSubmatch(out.In(t.Text)); m != nil && where[i].InString {
				p.Reportf(t.Place(out.Span), "%s writes %s within quotes where there is nothing: the server gets that as a text; remove the quotes and use to_json, or leave it blank",
					t.Widget.Label(), words.Quote(m[1])).As(finding.Note)
				break
			}
		}
	}
}

// singleQuoted is the beginning of what somebody took for a JSON object.
var singleQuoted = pattern.Lazy(`^\s*\{\s*'[^'{}]*'\s*:`)

// checkSingleQuotes finds texts that a request sends and that are JSON but for their quotes.
func checkSingleQuotes(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		q := w.Facts.Request
		if q == nil {
			continue
		}
		for _, item := range w.Property(q.Fields).Elements() {
			n := item.Get("value")
			if !n.IsString() || !strings.Contains(n.Text(), "'") || !singleQuoted().MatchString(n.Text()) {
				continue
			}
			d := p.Reportf(n, "%s sends %s with single quotes, which is no JSON; write double ones", w.Label(), words.Quote(item.Get("key").Text()))
			if a, ok := address.At(p, w.Property(q.URL)); !ok || schemas.APIAt(a.Host, a.Path) == nil {
				d.As(finding.Note)
			}
		}
	}
}

// checkJSONBodies finds texts that another property says to be JSON, and are not.
func checkJSONBodies(p *lint.Pass) {
	for _, w := range p.Flow.Widgets {
		facts := w.Facts
		for i := range facts.Properties {
			f := &facts.Properties[i]
			if !jsontext.Sent(w, f) {
				continue
			}
			if n := w.Property(f.Name); n.IsString() {
				checkJSONBody(p, w, f, n)
			}
		}
	}
}

// checkJSONBody looks at a text that another property says to be JSON.
func checkJSONBody(p *lint.Pass, w *flow.Widget, f *schemas.Property, n source.Node) {
	if strings.TrimSpace(n.Text()) == "" {
		return
	}
	t := jsontext.At(p.Flow, w, n)
	j := jsontext.Of(p, t)
	if j == nil {
		return // liquid-syntax
	}
	fault := j.Fault(false)
	if fault == nil || shape.IsPlaceholder(p, n) && !jsontext.FilledInStrings(n.Text()) {
		return
	}
	if form().MatchString(p.Flow.Plain(n)) {
		p.Reportf(n, "%s of %s is a form (name=value), but its %s says JSON; write the type of a form, or JSON",
			words.Quote(f.Name), w.Label(), f.JSONBy)
		return
	}
	branch := ""
	if fault.Branch != "" {
		branch = " with " + words.Quote(fault.Branch)
	}
	p.Reportf(t.Place(fault.Span), "%s of %s is not JSON once the Liquid is filled in%s, as its %s says it is: %s",
		words.Quote(f.Name), w.Label(), branch, f.JSONBy, fault.Message)
}

// form is a text as a form is sent, without its Liquid: at least one name with a value.
var form = pattern.Lazy(`^\s*[A-Za-z_][\w.\[\]-]*=[^&{]*(?:&[A-Za-z_][\w.\[\]-]*=[^&]*)*\s*$`)

// isContent reports whether a reference stands in what a widget says or sends.
func isContent(r flow.Ref) bool { return slices.Contains(r.Widget.Facts.Content, r.Property) }

// checkObject reports a reference that prints a whole object, and whether it does.
func checkObject(p *lint.Pass, r flow.Ref) bool {
	heard := isContent(r)
	whole := reads.WholeAt(p.Document, r)
	if !whole.Known && (!whole.Exists() || !heard && r.Widget.Facts.Request == nil && !jsontext.Declared(r.Template)) {
		return false
	}
	at := r.Template.Place(r.Reference.Span)
	switch {
	case !whole.Known && !heard:
		if d, first := p.ReportOncef(nil, at, "%s hands on the whole of %s, of which a part is read elsewhere, as {name=value}, which is no JSON; write {{%s | to_json}}",
			r.Widget.Label(), reads.Path(r), reads.Path(r)); first {
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
		if d, first := p.ReportOncef(nil, at, "%s, an object, is printed without to_json, so it comes out as {name=value}, which is no JSON; write {{%s | to_json}}, or print one of its members",
			reads.Path(r), reads.Path(r)); first {
			d.As(finding.Note)
		}
	}
	return true
}
