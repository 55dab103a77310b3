package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "unfinished-text", Title: "A message that breaks off at a colon",
		Group: finding.Values, Severity: finding.Note,
		Doc: `Finds what is said or sent and ends with a colon ("Your code is:"), when nothing is said,
sent or asked after it: the value that was to follow was forgotten.

Left alone are questions ("Your name:"), what has a picture or a recording beside the text,
and texts after which another message, a question or an agent comes.

Write the value after the colon, as {{widgets.NAME.parsed.code}}, or end the sentence.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			if effects.ActOf(w) != effects.Tells || w.Incomplete || !slices.ContainsFunc(w.Facts.Content, func(name string) bool { return breaksOff(w.Property(name).Text()) }) {
				continue
			}
			prompt := effects.Prompt(w)
			text := strings.TrimSpace(prompt.Text())
			if !breaksOff(text) || len(effects.Says(w)) != 1 || !p.Flow.Reachable(w) || hearsMore(p, w) {
				continue
			}
			p.Reportf(prompt, "%s ends with %s, and nothing follows; write what was to come, or end the sentence", w.Label(), words.Quote(lastWords(text)))
		}
	},
})

// breaksOff reports whether a text ends with a colon.
func breaksOff(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：")
}

// hearsMore reports whether anything is said, sent or asked after a widget.
func hearsMore(p *lint.Pass, w *flow.Widget) bool {
	noticed := values.Noticed.Of(p)
	for _, t := range w.Transitions {
		if t.Meant != nil && t.Facts.Kind != schemas.KindFailure && noticed[t.Meant.Index] {
			return true
		}
	}
	return false
}

// lastWords are the last words of a text.
func lastWords(text string) string {
	const most = 4
	all := strings.Fields(text)
	return strings.Join(all[max(0, len(all)-most):], " ")
}
