package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkUnreplaced reports what is sent to the person though it was to be replaced first.
func checkUnreplaced(p *lint.Pass, w *flow.Widget) {
	if w.Needs() != schemas.NeedsMessage && w.Needs() != schemas.NeedsCall || len(w.Facts.Content) == 0 {
		return
	}
	n := effects.Prompt(w)
	text := n.Text()
	if len(text) > 0 && strings.IndexByte(text, ' ') < 0 && isName(p.Flow, w, text) && effects.IsForContact(p.Flow, w) && p.Flow.Reachable(w) {
		does := "sends"
		if w.Needs() == schemas.NeedsCall {
			does = "says"
		}
		p.Reportf(n, "%s %s %s, which looks like the name of a text and not like the text; write the text, or {{…}} around the path to it",
			w.Label(), does, words.Quote(text)).As(finding.Warning)
	}
	if w.Needs() != schemas.NeedsMessage {
		return // XML of a voice has such letters
	}
	if start, end := offer.WebLetter(text); end > 0 {
		p.Reportf(n.Part(start, end), "%s sends %s as it stands here: only a web page makes a letter of it; write the letter",
			w.Label(), words.Quote(text[start:end]))
	}
}

// isName reports whether a text is a name as programs write it: of three words, or of two that
// are read to a caller or are what the flow calls a widget or a variable.
func isName(f *flow.Flow, w *flow.Widget, text string) bool {
	const short = 2 // words
	parts := words.PartsOfName(text)
	return parts > short || parts == short && (w.Needs() == schemas.NeedsCall || f.Widget(text) != nil || isVariable(f, text))
}

// isVariable reports whether the flow sets a variable of a name.
func isVariable(f *flow.Flow, name string) bool {
	v := f.Variable(name)
	return v != nil && len(v.Writes) > 0
}
