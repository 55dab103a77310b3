package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "stray-blank", Title: "A blank, a line break or a quote that goes along",
		Group: finding.Values, Severity: finding.Note, Fix: finding.SafeFix,
		Varies: "warning for a line break in an address that a message gives, for a blank in the name of a parameter, and for a quote",
		Doc: `Finds blanks, line breaks and quotes at the beginning or end of what a machine reads:

- of the name of a parameter or variable: "order " is another name than "order";
- of the value of a parameter, or of one in JSON: "{{trigger.call.From}} " arrives with
  the blank;
- in a variable that an address or a number is made of (url, media_url, to, from), as a note: its
  value was written over several lines, and the line breaks outside the tags of Liquid
  are part of it; or a blank after {% assign … %} at its beginning; and also in one that is a parameter of a request, as it is;
- as a note, quotes around the whole value of a parameter, '{{trigger.call.From}}', or within those
  of a text in JSON: they arrive with it;
- a quote at one end of an address, of a variable, or of the name or value of a parameter,
  that nothing closes: "https://orders-4821.twil.io/find\"".

- a blank or a line break in the middle of an address that a message gives,
  https://…/orders/ {{…}}/status: the link ends there.

Texts that are said or sent are left alone otherwise, and so are conditions, which do not count
outer blanks, values that a reader strips, and {%- -%}, which takes them away.

Remove the blank or the quote, or write the value in one line.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			for i := range w.Facts.Properties {
				property := &w.Facts.Properties[i]
				if property.Format != schemas.FormatPairs {
					continue
				}
				for _, item := range w.Property(property.Name).Elements() {
					checkName(p, w, item.Get("key"))
					checkQuote(p, w, item.Get("key"))
					checkQuote(p, w, item.Get("value"))
					if property.Name != string(w.Facts.Outputs.From) {
						checkSent(p, w, item.Get("value"))
						checkPair(p, w, item.Get("value"))
					}
				}
			}
		}
		for n := range address.Of(p) {
			if w := p.Flow.WidgetAt(n); w != nil {
				checkQuote(p, w, n)
			}
		}
		for _, t := range p.Flow.Templates() {
			if t.Node.Has(source.Pairs) && jsontext.Meant(t) {
				checkQuoted(p, t)
				checkPairs(p, t)
			}
		}
		reportCutAddresses(p)
		l := lineChecker{Pass: p, told: map[*flow.Write]bool{}}
		for _, r := range p.Flow.Refs() {
			if wantsOneLine(r) {
				l.check(r, "")
			} else if name := sentAlone(r); name != "" {
				l.check(r, name)
			}
		}
	},
})

// checkName reports a name with a blank at an end.
func checkName(p *lint.Pass, w *flow.Widget, n source.Node) {
	name, literal := shape.Literal(p, n)
	if trimmed := strings.TrimSpace(name); literal && trimmed != "" && trimmed != name {
		d, _ := p.ReportOncef(w, n, "the name %s in %s has a blank at its end or beginning, which makes another name of it; remove it", words.Quote(name), w.Label())
		d.As(finding.Warning).SuggestMore(true, "Remove the blank", n.SetText(trimmed))
	}
}

// checkQuote reports a text with a quote at one end that nothing closes.
func checkQuote(p *lint.Pass, w *flow.Widget, n source.Node) {
	text := n.Text()
	if !n.IsString() || !(n.Has(source.Pairs) && strings.Contains(text, `"`)) && !strings.Contains(text, "“") && !strings.Contains(text, "”") {
		return
	}
	fixed := strings.TrimSpace(p.Flow.Plain(n))
	if property := w.Facts.Property(n.Key()); property != nil && property.IsURL() {
		fixed = strings.Map(func(r rune) rune { // a digit before a quote is no inch there
			if r >= '0' && r <= '9' {
				return 'x'
			}
			return r
		}, fixed)
	}
	if trimmed := strings.TrimSpace(text); !words.HasLoneQuote(fixed) || strings.Trim(trimmed, "\"“”") == trimmed {
		return // or it is not at the end of the text itself, but of what is printed in it
	}
	trimmed := strings.Trim(text, " \"“”")
	d, _ := p.ReportOncef(w, n, "%s in %s has a quote that nothing closes, and it goes along; take it away", words.Quote(text), w.Label())
	d.As(finding.Warning).SuggestMore(true, "Take the quote away", n.SetText(trimmed))
}

// checkPair reports the value of a parameter that is one output within quotes.
func checkPair(p *lint.Pass, w *flow.Widget, n source.Node) {
	if w.Facts.Request == nil || !n.IsString() || !n.Has(source.Markup) || !jsontext.IsQuotedOutput(n.Text()) {
		return
	}
	d, _ := p.ReportOncef(w, n, "the value of %s in %s has quotes around it, and they are sent along; take them away", words.Quote(n.Parent().Get("key").Text()), w.Label())
	d.As(finding.Note)
}

// checkPairs reports texts in JSON that are one output within further quotes.
func checkPairs(p *lint.Pass, t *flow.Template) {
	alone, pairs := jsontext.QuotesWithin(t.Text)
	for _, at := range alone {
		d, _ := p.ReportOncef(t.Widget, t.Place(liquid.Span{Start: at[0], End: at[1]}), "%s has a quote before %s that nothing closes, and it arrives with it; take it away",
			t.Widget.Label(), strings.Trim(t.Text[at[0]:at[1]], `"'`))
		d.As(finding.Warning)
	}
	for _, at := range pairs {
		d, _ := p.ReportOncef(t.Widget, t.Place(liquid.Span{Start: at[0], End: at[1]}), "%s has quotes around %s within those of the JSON, and they arrive with it; take them away",
			t.Widget.Label(), strings.Trim(t.Text[at[0]:at[1]], `"'\`))
		d.As(finding.Note)
	}
}

// checkSent reports a value that is sent with a blank at an end.
func checkSent(p *lint.Pass, w *flow.Widget, n source.Node) {
	if !n.IsString() || !n.Has(source.Markup) {
		return
	}
	if text := n.Text(); strings.TrimRight(text, " \t") != text || strings.TrimLeft(text, " \t") != text {
		d, _ := p.ReportOncef(w, n, "the value of %s in %s is sent with a blank at its end or beginning; remove it", words.Quote(n.Parent().Get("key").Text()), w.Label())
		d.SuggestMore(true, "Remove the blank", n.SetText(strings.Trim(text, " \t")))
	}
}

// checkQuoted reports values in JSON with a blank at an end.
func checkQuoted(p *lint.Pass, t *flow.Template) {
	var d *finding.Diagnostic
	for _, at := range jsontext.Padded(t.Text) {
		place := t.Place(liquid.Span{Start: at[0], End: at[1]})
		if d == nil {
			d, _ = p.ReportOncef(t.Widget, place, "%s in the JSON of %s has a blank at its end or beginning; remove it",
				words.Quote(strings.Trim(t.Text[at[0]:at[1]], `"`)), t.Widget.Label())
		} else {
			d.Also(place, "here too")
		}
		d.SuggestMore(true, "Remove the blank", place.Replace(`"`+strings.Trim(t.Text[at[0]:at[1]], "\" \t")+`"`))
	}
}

// wantsOneLine reports whether a variable is printed as it is where a line break has no
// place: in an address or a number.
func wantsOneLine(r flow.Ref) bool {
	f := r.Facts
	if f == nil || !f.IsURL() && f.Format != schemas.FormatAddress {
		return false
	}
	return asItIs(r)
}

// asItIs reports whether a variable is printed with the line breaks that it has.
func asItIs(r flow.Ref) bool {
	filters, ok := reads.Printed(r)
	return ok && !reads.Through(filters, "strip", "lstrip", "rstrip", "strip_newlines", "url_encode", "replace", "remove")
}

// sentAlone returns the name of the parameter of a request whose whole value a variable is,
// printed as it is; "" when there is none.
func sentAlone(r flow.Ref) string {
	q := r.Widget.Facts.Request
	if q == nil || r.Property != q.Fields || r.Root() != "flow" || !asItIs(r) || len(r.Template.Liquid.Markup) != 1 || !isWhole(r.Template.Text) {
		return ""
	}
	return r.Template.Node.Parent().Get("key").Text()
}

// isWhole reports whether a text is one output of Liquid and nothing else.
func isWhole(text string) bool { return strings.HasPrefix(text, "{{") && strings.HasSuffix(text, "}}") }

// A lineChecker looks for variables whose values have line breaks around what they print.
type lineChecker struct {
	*lint.Pass
	told map[*flow.Write]bool
	sent *finding.Diagnostic // of the first that a parameter is
}

// check looks at a variable of which an address is made, or that is sent as a parameter.
func (c *lineChecker) check(r flow.Ref, parameter string) {
	if _, ok := reads.VariableOf(c.Flow, r); !ok {
		return // nothing of the flow is written there
	}
	for _, write := range values.Held.Of(c.Pass).At(r).Writes {
		t := c.Flow.TemplateAt(write.Value)
		if t == nil || c.told[write] {
			continue
		}
		if !liquid.BreaksLine(t.Text) {
			if parameter == "" && liquid.BlankAfterTag(t.Text) {
				c.told[write] = true
				c.Reportf(write.Value, "the value of %s begins with a blank, after %s, and %s of %s is made of it; remove it",
					words.Quote(write.Key.Text()), words.Quote("%}"), words.Quote(r.Property), r.Widget.Label()).Relate(r.Place(), "where it is read")
			}
			continue
		}
		c.told[write] = true
		switch {
		case parameter == "":
			c.Reportf(write.Value, "the value of %s begins or ends with a line break, and %s of %s is made of it; write it in one line",
				words.Quote(write.Key.Text()), words.Quote(r.Property), r.Widget.Label()).
				Relate(r.Place(), "where it is read")
		case c.sent == nil:
			c.sent = c.Reportf(write.Value, "the value of %s begins or ends with a line break, and %s sends it so as %s; write it in one line, or add | strip there",
				words.Quote(write.Key.Text()), r.Widget.Label(), words.Quote(parameter)).Relate(r.Place(), "where it is sent")
		default:
			c.sent.Also(write.Value, "and so is that of "+words.Quote(write.Key.Text()))
		}
	}
}
