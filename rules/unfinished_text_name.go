package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/pattern"
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
	if len(text) > 0 && strings.IndexByte(text, ' ') < 0 && isName(p.Flow, w, text) && toContact(w) && p.Flow.Reachable(w) {
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
	if _, after, ok := strings.Cut(text, "&"); !ok || strings.IndexByte(after, ';') < 0 {
		return
	}
	if m := webLetter().FindStringSubmatchIndex(text); m != nil {
		p.Reportf(n.Part(m[2], m[3]), "%s sends %s as it stands here: only a web page makes a letter of it; write the letter",
			w.Label(), words.Quote(text[m[2]:m[3]]))
	}
}

// isName reports whether a text is a name as programs write it: of three words, or of two that
// are read to a caller or are what the flow calls a widget or a variable.
func isName(f *flow.Flow, w *flow.Widget, text string) bool {
	if !shortName().MatchString(text) {
		return false
	}
	return w.Needs() == schemas.NeedsCall || f.Widget(text) != nil || isVariable(f, text) || bareName().MatchString(text)
}

// isVariable reports whether the flow sets a variable of a name.
func isVariable(f *flow.Flow, name string) bool {
	v := f.Variable(name)
	return v != nil && len(v.Writes) > 0
}

var (
	// bareName is a name of three words and more, as programs and not people write it.
	bareName = pattern.Lazy(`^[a-z][a-z0-9]*(?:_[a-z0-9]+){2,}$`)

	// shortName is one of two words and more, the second of which may be a number.
	shortName = pattern.Lazy(`^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$`)

	// webLetter is a letter as HTML writes it, but not in quotes.
	webLetter = pattern.Lazy("(?i)(?:^|[^`'\"“*])(&(?:#[0-9]{2,5}|#x[0-9a-f]{2,4}|amp|quot|apos|lt|gt|nbsp|[aeiou](?:acute|grave|circ|uml)|ntilde|ccedil);)")
)
