package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkLines reports the values of a list that are no line with something on it, where Twilio wants one.
func checkLines(p *lint.Pass, w *flow.Widget, f *schemas.Property, list source.Node) {
	if len(w.Facts.Content) == 0 || !w.Off(w.Facts.Property(w.Facts.Content[0])) {
		return // a text of one's own is sent
	}
	for _, item := range list.Elements() {
		n := item.Get("value")
		if !n.IsString() || shape.IsPlaceholder(p, n) {
			continue
		}
		wrong := wrongLine(literalPart(p.Flow, n), f.Line.Blanks)
		if wrong == "" {
			continue
		}
		p.Reportf(n, "the value of %s in %s %s, so the message is refused (%d); write one line with something on it",
			words.Quote(item.Get("key").Text()), words.Quote(f.Name), wrong, f.Line.Code).Identify(w.Label())
	}
}

// wrongLine says what a value has that a line has not; "" for one that may be right.
func wrongLine(text string, blanks int) string {
	if text == "" {
		return "is blank"
	}
	text = strings.TrimSpace(text)
	switch {
	case strings.ContainsAny(text, "\r\n"):
		return "has a line break"
	case strings.Contains(text, "\t"):
		return "has a tab"
	case strings.Contains(text, strings.Repeat(" ", blanks+1)):
		return "has more than " + words.Plural(blanks, "blank") + " in a row"
	}
	return ""
}

// literalPart returns a text with a letter in place of each of its outputs, and no more than that where tags decide what
// of it there is.
func literalPart(f *flow.Flow, n source.Node) string {
	text := n.Text()
	if !n.Has(source.Markup) || !liquid.HasMarkup(text) {
		return text
	}
	const unknown = "x"
	t := f.TemplateAt(n)
	if t == nil || !t.Liquid.Readable() || strings.Contains(text, "{%") {
		return unknown
	}
	var b strings.Builder
	start := 0
	for _, m := range t.Liquid.Markup {
		b.WriteString(text[start:m.Start])
		b.WriteString(unknown)
		start = m.End
	}
	b.WriteString(text[start:])
	return b.String()
}
