package rules

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/literal"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "value-range", Title: "A value that Twilio's documentation does not allow",
		Group: finding.Values, Severity: finding.Warning,
		Doc: `Finds numbers outside of the documented range, also those written as text (a
gather timeout over 30 seconds, a task timeout over 1,209,600), texts that are
longer than allowed, words outside of a documented list (profanity_filter takes
"true" or "false"), and text that is no number, finish key, row of digits or code of a language
("English" for en), no sum of money ("$49.99"), or a sentence in place of a voice, where one is wanted, and a voice
without the service that it is of (Joanna for Polly.Joanna, 13511), one that is mistyped (Polly.Joana) or that has no such
kind (Polly.Zeina-Neural), or, for ConversationRelay, with it. So it does
too many entries of a list, or too long ones, one without commas, and values of two properties that exclude each other
(the language of a payment from a bank account is English). And it finds the value of a content variable that is
blank, or holds a line break, a tab or more than four blanks in a row (21656): such a message is not sent.

The API accepts such a value, but the widget then fails when it runs, or uses
another value. Lengths are counted without Liquid; values that are Liquid or a
placeholder are not known and pass.

Write a value from the range that the message gives.`,
	},
	Check: func(p *lint.Pass) {
		var spoken languages
		for _, w := range p.Flow.Widgets {
			for n := range w.Properties.Children() {
				f := w.FactsOf(n)
				if f == nil || !restricted(f) {
					continue
				}
				if f.Line != nil {
					checkLines(p, w, f, n)
				}
				if f.Format == schemas.FormatLanguage {
					spoken.see(p, n)
				}
				if !anyDoes(f, n) && shape.Sound(p, n) && !shape.IsPlaceholder(p, n) {
					checkValue(p, w, f, n)
				}
			}
		}
		spoken.report(p)
		reportSpokenVoices(p)
		reportBareVoices(p)
		reportMistypedVoices(p)
	},
})

// restricted reports whether the catalogue knows of values that a property does not take.
func restricted(f *schemas.Property) bool {
	return f.Range != nil || f.MaxLength != nil || f.Format != "" || f.Closed || len(f.Begins) > 0 || len(f.Without) > 0
}

// anyDoes is a quick look at a text: nothing can be wrong with one that is short enough, and
// not known before the flow runs, or of no form that is checked, or one of the values known.
func anyDoes(f *schemas.Property, n source.Node) bool {
	text := n.Text()
	if !n.IsString() || !isShort(f.MaxLength, text) {
		return false
	}
	if n.Has(source.Markup) && liquid.HasMarkup(text) {
		return true
	}
	return !slices.Contains(forms, f.Format) && f.Clash == nil && len(f.Without) == 0 &&
		(isKnown(f, text) || !f.Closed && len(f.Begins) == 0)
}

// isShort reports whether a text is not longer than the least that is allowed.
func isShort(m *schemas.MaxLength, text string) bool {
	if m == nil || len(text) > m.Max {
		return m == nil
	}
	for _, most := range m.Prefixes.All() {
		if len(text) > most {
			return false
		}
	}
	return true
}

func checkValue(p *lint.Pass, w *flow.Widget, f *schemas.Property, n source.Node) {
	what := checked{w, f}
	text := n.Text()
	switch {
	case n.Kind() == source.Number:
		v, ok := n.Number()
		checkNumber(p, what, f, n, v, ok)
		return
	case !n.IsString() || text == "":
		return
	}
	if f.MaxLength != nil {
		checkLength(p, what, w, f, n)
	}
	if liquid.HasMarkup(text) {
		return
	}
	if checkFormat(p, what, f, n, text) {
		return
	}
	if isKnown(f, text) {
		checkBeside(p, what, n, text)
		return
	}
	checkPrefix(p, what, n, text)
	if !f.Closed && len(f.Begins) == 0 || len(f.Values) == 0 {
		return
	}
	if s := w.Facts.Schema.At("properties", f.Name); s != nil && s.Enum == nil && !s.HasConst {
		p.Reportf(n, "%s is %s, which Studio does not know; %s", what, words.Quote(text), words.OneOf(text, f.Values))
	}
}

// forms are those that checkFormat knows.
var forms = []string{
	schemas.FormatNumber, schemas.FormatDuration, schemas.FormatSpeechTimeout, schemas.FormatFinishKey,
	schemas.FormatDTMF, schemas.FormatAmount, schemas.FormatCurrency, schemas.FormatCommas,
}

// checkFormat checks a text whose form the catalogue names; it is false for one of
// any other form.
func checkFormat(p *lint.Pass, what checked, f *schemas.Property, n source.Node, text string) bool {
	trimmed := strings.TrimSpace(text)
	switch f.Format {
	case schemas.FormatNumber:
		v, err := strconv.ParseFloat(trimmed, 64)
		if err != nil {
			p.Reportf(n, "%s is %s, but a number is wanted", what, words.Quote(text))
			return true
		}
		checkNumber(p, what, f, n, v, true)
	case schemas.FormatDuration:
		checkDuration(p, what, f, n, trimmed)
	case schemas.FormatSpeechTimeout:
		checkSpeechTimeout(p, what, n, trimmed)
	case schemas.FormatFinishKey:
		if !literal.IsKey(text) {
			p.Reportf(n, "%s is %s, but one key is wanted: 0 to 9, # or *", what, words.Quote(text))
		}
	case schemas.FormatDTMF:
		if i := literal.Untoned(text); i >= 0 {
			r, size := utf8.DecodeRuneInString(text[i:])
			p.Reportf(n.Part(i, i+size), "%s holds %s, but only 0 to 9, A to D, #, *, w and W can be keyed", what, words.Quote(string(r)))
		}
	case schemas.FormatAmount:
		checkAmount(p, what, f, n, trimmed)
	case schemas.FormatCurrency:
		if !literal.IsCurrency(trimmed) {
			p.Reportf(n, "%s is %s, but the three letters of a currency are wanted (64011), such as usd", what, words.Quote(text))
		}
	case schemas.FormatCommas:
		checkCommas(p, what, f, n, text)
	default:
		return false
	}
	return true
}

func checkAmount(p *lint.Pass, what checked, f *schemas.Property, n source.Node, text string) {
	if !literal.IsAmount(text) {
		p.Reportf(n, "%s is %s, but digits and a point are wanted (64003), as in 49.99; the currency stands apart", what, words.Quote(text))
		return
	}
	v, err := strconv.ParseFloat(text, 64)
	checkNumber(p, what, f, n, v, err == nil)
}

// checkSpeechTimeout checks the seconds of silence after which a caller has spoken.
func checkSpeechTimeout(p *lint.Pass, what checked, n source.Node, text string) {
	if text == "auto" {
		return
	}
	switch v, err := strconv.ParseFloat(text, 64); {
	case err != nil || v < 0:
		p.Reportf(n, "%s is %s, but \"auto\" or a number of seconds is wanted", what, words.Quote(text))
	case v < 1 || v != math.Trunc(v):
		p.Reportf(n, "%s is %s, but whole seconds from 1 are wanted, or \"auto\" (13327)", what, words.Quote(text))
	}
}

func checkNumber(p *lint.Pass, what checked, f *schemas.Property, n source.Node, v float64, ok bool) {
	r := f.Range
	if r == nil || ok && v >= float64(r.Min) && v <= float64(r.Max) {
		return
	}
	p.Reportf(n, "%s is %s, but %s allowed", what, strings.Trim(string(n.Raw()), `"`), shape.RangeText(r))
}

func checkDuration(p *lint.Pass, what checked, f *schemas.Property, n source.Node, text string) {
	seconds, ok := literal.Duration(text)
	if !ok {
		p.Reportf(n, "%s is %s, but a duration such as \"PT10M\" (ten minutes) is wanted", what, words.Quote(text))
		return
	}
	checkNumber(p, what, f, n, seconds, true)
}

// checkLength counts the characters of a text that stand there literally.
func checkLength(p *lint.Pass, what checked, w *flow.Widget, f *schemas.Property, n source.Node) {
	if f.Format == schemas.FormatJSON {
		return // flex-attributes counts those
	}
	m, most := f.MaxLength, f.MaxLength.Max
	if m.By != "" {
		for prefix, other := range m.Prefixes.All() {
			if strings.HasPrefix(w.Property(m.By).Text(), prefix) {
				most = other
			}
		}
	}
	text := n.Text()
	if len(text) <= most {
		return // it has no more characters than bytes
	}
	text = p.Flow.Plain(n)
	if count := utf8.RuneCountInString(text); count > most {
		p.Reportf(n, "%s has %s %s, but at most %s are allowed", what, words.Grouped(count), m.Of, words.Grouped(most)).Identify(f.Name)
	}
}
