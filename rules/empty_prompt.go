package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "empty-prompt", Title: "A widget with nothing to say or send",
		Group: finding.Values, Severity: finding.Warning, Varies: "note for a text of characters that cannot be seen, for quotes alone, and for blanks on a call",
		Doc: `Finds a message without a body, a media URL and a content template, and a Say/Play
whose text, sound or digits are empty.

A message without content is not sent (81011); an empty text is not read (13520):
the caller hears silence. An empty prompt of Gather Input is left alone: it may
wait in silence on purpose.

As a note it finds a text of nothing but characters that cannot be seen, such as a blank of no
width (U+200B): a trick to wait without a message, which sends one all the same. So it does blanks that
somebody has written for a call, where the editor wants a text, and quotes with nothing between them ('').

Write the text, or remove the widget.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			known := w.Facts
			if len(known.Content) == 0 || mayBeSilent(known) || !w.Properties.Exists() {
				continue
			}
			empty := !slices.ContainsFunc(known.Content, func(name string) bool {
				n := w.Property(name)
				return n.Exists() && (!n.IsString() || !words.IsUnseen(n.Text()) && !words.IsQuotes(n.Text()))
			})
			if !empty || misspeltContent(w, known) || w.TypeGuessed && shape.LacksAll(w, known.Content...) {
				continue
			}
			for _, name := range known.Content {
				if n := w.Property(name); n.Exists() {
					if words.IsQuotes(n.Text()) {
						p.Reportf(n, "%s of %s is quotes alone, so nothing is said; write a text or remove it", words.Quote(name), w.Label()).As(finding.Note)
						empty = false
						break
					}
					if strings.TrimSpace(n.Text()) != "" {
						p.Reportf(n, "%s of %s holds nothing that can be seen (%s), so an empty message is sent; write a text",
							words.Quote(name), w.Label(), words.Unseen(n.Text())).As(finding.Note)
						empty = false
						break
					}
					if w.Needs() == schemas.NeedsCall && n.Text() != "" {
						p.Reportf(n, "%s of %s holds blanks alone, so the caller hears nothing; fine if that is meant", words.Quote(name), w.Label()).As(finding.Note)
					} else {
						p.Reportf(n, "%s of %s is empty, so there is nothing to say or send; write a text or remove the widget", words.Quote(name), w.Label())
					}
					empty = false
					break
				}
			}
			if empty && !shape.Lacks(p, w.Properties, known.Content[0]) {
				p.Reportf(w, "%s has none of %s, so there is nothing to send (81011); add one of them", w.Label(), words.List(known.Content))
			}
		}
	},
})

// misspeltContent reports whether a member was meant to be the content.
func misspeltContent(w *flow.Widget, known *schemas.Widget) bool {
	return slices.ContainsFunc(known.Content, func(name string) bool {
		return shape.PropertyInstead(w, name).Exists()
	})
}

// mayBeSilent reports whether the widget does its work without a text, too.
func mayBeSilent(known *schemas.Widget) bool {
	return slices.ContainsFunc(known.Content, func(name string) bool { return known.Property(name).Empty != "" })
}
