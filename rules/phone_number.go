package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/literal"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "phone-number", Title: "A telephone number without its country code",
		Group: finding.Values, Severity: finding.Warning, Varies: "note for ten digits, which calls within North America may reach, and for a sandbox",
		Doc: `Finds, where a widget calls, writes to or shows a telephone number, also by way of a
variable that Set Variables has set to it, one without its + and country code
(0044 20 7183 8750, 442071838750), and one of North America with too many or too few
digits (+1202555000), or with the zero of calls within the country (+49 (0)30 901820).

Twilio wants numbers in the form of E.164. Another number is refused, or reaches
somebody else.

It finds as well a + or a country code that is put before a number which has one already:
+{{trigger.call.From}} becomes ++15005550006, and reaches nobody; or a country code before the answer to a question
for a number with its country code.

It finds a call with noun: number to the address of a SIP phone or to a name, and one with noun: client to a number; and
a call to a number whose caller_id is a name (13214).

It finds a text message from a name that Twilio does not take, as it has more than eleven characters or signs such as !
(21212), and one from a name that waits for an answer, which nobody can write to a name. A flow that a message
or a Conversation begins is left alone: there the sender may be the author of a chat.

And it finds a call to the few digits of an extension, as a caller keyed them: they are no number. A
message to ten keyed digits as they are, without a country code, is a note.

It finds a number of more than fifteen digits, more numbers at once than are rung (ten), a client whose name has a
blank (31105), the address of a SIP phone at one edge of Twilio's (sip.ashburn.twilio.com, 32220), and an outgoing
call from a name or a Messaging Service.

It finds several numbers where one is taken, +15005550006, +15005550007: a call wants noun: number-multi
for that; and a call to a number with its extension, which is no part of it.

It finds a message from an address of one channel to one of another, from whatsapp:+4420… to +4420…: it
fails. As a note, it finds one from the number of the flow, where that is one of WhatsApp by all that the
flow says.

As a note it finds the number of Twilio's Sandbox for WhatsApp, which only writes to people who have
joined it with their phones. All of a flow are one finding.

Write +442071838750. Short numbers, names of clients and rooms, addresses and what a
deployment fills in are left alone.`,
	},
	Check: func(p *lint.Pass) {
		checkNumbers(p)
		checkTwice(p)
		checkExtensions(p)
		checkSandbox(p)
		checkKeyed(p)
		checkChannels(p)
		checkNouns(p)
		checkCallers(p)
		checkEdges(p)
		checkLists(p)
		checkSenders(p)
	},
})

// checkExtensions reports the calls to an extension of a few digits, as it was keyed: once.
func checkExtensions(p *lint.Pass) {
	const few = 5 // digits of an extension
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if w.Facts.Transfer == nil || !p.Flow.Reachable(w) {
			continue
		}
		for i := range w.Facts.Properties {
			f := &w.Facts.Properties[i]
			if f.Format != schemas.FormatAddress {
				continue
			}
			r, asked := keyed(p.Flow, w, f)
			if asked == nil {
				continue
			}
			waits, ok := asked.Property(asked.Facts.KeyEntry.Count).Number()
			switch {
			case !ok || waits < 1 || waits > few:
			case d == nil:
				d = p.Reportf(r.Place(), "%s calls what was keyed at %s, and no number has %s; look up whose it is, and call that number",
					w.Label(), asked.Label(), words.Plural(int(waits), "digit")).Relate(asked, "where it is keyed").Identify(w.Label())
			default:
				d.Also(r.Place(), "so does "+w.Label())
			}
		}
	}
}

// checkTwice reports a + before an output that begins with one.
func checkTwice(p *lint.Pass) {
	for _, t := range p.Flow.Templates() {
		if t.Literal {
			continue
		}
		found := literal.PlusBefore(t.Text)
		if len(found) == 0 {
			continue
		}
		for _, r := range t.Refs() {
			filters, ok := reads.Printed(r)
			start := r.Liquid.Markup[r.Markup].Start
			i := slices.IndexFunc(found, func(plus literal.Plus) bool { return plus.Output == start })
			if !ok || i < 0 || !keepsPlus(filters) {
				continue
			}
			plus := found[i]
			before := t.Text[plus.Start:plus.End]
			if asked := askedWithCode(p, r); asked != nil && plus.Code {
				p.Reportf(t.Place(liquid.Span{Start: plus.Start, End: r.End}), "%s asks for the country code, so %s before it makes two of them; write + alone",
					asked.Label(), words.Quote(before)).Relate(asked, "the question")
			} else if isAddress(p, r) {
				p.ReportOncef(nil, t.Place(liquid.Span{Start: plus.Start, End: r.End}), "%s has a + and a country code of its own, so with %s before it the number is none; remove %s",
					reads.Path(r), words.Quote(before), words.Quote(before))
			}
		}
	}
}

// askedWithCode returns the question for a number with its country code whose answer a reference reads; nil else.
func askedWithCode(p *lint.Pass, r flow.Ref) *flow.Widget {
	asked := reads.Widget(p.Flow, r)
	if asked == nil || !reads.IsAnswer(p.Flow, r) || !offer.AsksForCountry(effects.Prompt(asked).Text()) {
		return nil
	}
	return asked
}

// keepsPlus reports whether the + of a number is still there after some filters.
func keepsPlus(filters []liquid.Filter) bool {
	return reads.OnlyAlter(filters, schemas.AltersMissing, schemas.AltersBlanks, schemas.AltersCase, schemas.AltersSigns)
}

// isAddress reports whether what a reference reads is a phone number with its +, also by way
// of Set Variables.
func isAddress(p *lint.Pass, r flow.Ref) bool {
	known := func(r flow.Ref) bool {
		v := reads.Value(p.Flow, r)
		return v != nil && v.Address && v.Confidence != schemas.Low
	}
	if _, variable := reads.VariableOf(p.Flow, r); !variable {
		return known(r)
	}
	held := values.Held.Of(p)
	sources := held.Sources(r, keepsPlus)
	return len(sources) > 0 && len(sources) == len(held.At(r).Writes) && !slices.ContainsFunc(sources, func(r flow.Ref) bool { return !known(r) })
}

// checkNumbers looks at the numbers as they stand or as Set Variables has set them.
func checkNumbers(p *lint.Pass) {
	told := map[*flow.Write]bool{}
	for _, w := range p.Flow.Widgets {
		for i := range w.Facts.Properties {
			f := &w.Facts.Properties[i]
			if f.Format != schemas.FormatAddress {
				continue
			}
			n := w.Property(f.Name)
			if !n.IsString() || !effects.TakesNumber(w, f) {
				continue
			}
			if shape.IsMadeUp(n.Text()) {
				if shape.IsFilledIn(p) { // else placeholder tells it
					checkPhone(p, w, f.Name, n, n.Text(), true) // who fills in another one keeps the form
				}
				continue
			}
			if shape.IsPlaceholder(p, n) {
				continue
			}
			if text, literal := shape.Literal(p, n); literal {
				checkPhone(p, w, f.Name, n, text, false)
				continue
			}
			t := p.Flow.TemplateAt(n)
			if t == nil || !t.Liquid.Readable() {
				continue
			}
			for _, a := range values.Held.Of(p).Assembled(t) {
				if len(a.Writes) == 1 && !told[a.Writes[0]] && t.Text == strings.TrimSpace(t.Liquid.Markup[0].In(t.Text)) {
					told[a.Writes[0]] = true
					checkPhone(p, w, f.Name, a.Writes[0].Value, a.Text, false)
				}
			}
		}
	}
}

func checkPhone(p *lint.Pass, w *flow.Widget, property string, at source.Node, text string, madeUp bool) {
	if liquid.HasMarkup(text) {
		return
	}
	for number := range strings.SplitSeq(text, ",") {
		wrong, note := phoneFault(number)
		if wrong == "" {
			continue
		}
		d, _ := p.ReportOncef(nil, at, "%s for %s of %s %s", words.Quote(strings.TrimSpace(number)), words.Quote(property), w.Label(), wrong)
		if note || madeUp {
			d.As(finding.Note)
		}
		return
	}
}

// phoneFault says what is wrong with a text that is certainly meant to be a whole
// telephone number; "" when nothing is, and for short numbers, names and addresses. It is
// worth a note only when calls within North America may well reach it.
func phoneFault(text string) (wrong string, note bool) {
	const least, national, most = 7, 10, 15
	digits, plus := strings.CutPrefix(literal.BareNumber(text), "+")
	if plus && strings.Contains(text, "(0)") && !offer.KeepsZero(digits) {
		return "has a zero in brackets, which is dialled with it, so it is another number or none; leave (0) out", false
	}
	if len(digits) < least || strings.Trim(digits, "0123456789") != "" {
		return "", false
	}
	switch america := strings.HasPrefix(digits, "1"); {
	case plus && america && len(digits) != national+1:
		return "begins with +1, and has " + words.Plural(len(digits)-1, "digit") + " after it instead of ten, so nobody has that number", false
	case plus && len(digits) > most:
		return "has " + words.Plural(len(digits), "digit") + ", and no number has more than 15 (13223), so nobody has it", false
	case plus:
		return "", false
	case len(digits) == national || america && len(digits) == national+1:
		return "has no + and country code; write " + inAmerica(digits) + " in North America", true
	}
	return "has no + and country code, so it is none, or another one; write " + inFull(digits), false
}

// inAmerica writes the digits of a number of North America in full.
func inAmerica(digits string) string {
	return "+1" + strings.TrimPrefix(digits, "1")
}

// inFull says how to write the digits of a number in full, as far as they tell its country.
func inFull(digits string) string {
	switch abroad, ok := strings.CutPrefix(digits, "00"); {
	case ok && !strings.HasPrefix(abroad, "0"):
		return "+" + abroad
	case strings.HasPrefix(digits, "0"):
		return "+ and the country code in place of the 0"
	}
	return "+ and the country code before it"
}
