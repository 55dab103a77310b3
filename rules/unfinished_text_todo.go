package rules

import (
	"strings"
	"unicode"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// reportToDo reports the texts of a flow, its description too, in which somebody has noted what is still to
// be done: once.
func reportToDo(p *lint.Pass) {
	var d *finding.Diagnostic
	report := func(n source.Node, w *flow.Widget) {
		text := n.Text()
		start, end := offer.ToDo(text)
		if end == 0 || len(shape.LeftIn(p)(n)) > 0 || offer.MayBeAll(text, start, end) && isRomance(p.Flow) { // else placeholder
			return
		}
		if w == nil && strings.Contains(text[:start], finding.DirectiveWord) {
			return // a reason that is still to be given
		}
		what := "the description"
		if w != nil {
			what = w.Label()
		}
		if d != nil {
			d.Also(n.Part(start, end), what+" does, too")
			return
		}
		d = p.Reportf(n.Part(start, end), "%s notes what is still to be done (%s); do it", what, words.Quote(words.Clip(text[start:], longestNote))).Identify(what)
		if w == nil {
			relateNamed(p, d, text[end:])
		}
	}
	report(p.Flow.Definition.Get("description"), nil)
	for _, w := range p.Flow.Widgets {
		if len(w.Facts.Content) > 0 {
			report(effects.Prompt(w), w)
		}
	}
}

const longestNote = 40 // letters that are shown

// relateNamed points at the widgets that a note names.
func relateNamed(p *lint.Pass, d *finding.Diagnostic, note string) {
	for _, word := range strings.FieldsFunc(note, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '-' }) {
		const least = 4 // letters of a name that is no word
		if w := p.Flow.Widget(word); w != nil && len(word) >= least && strings.ContainsAny(word, "_-0123456789") {
			d.Also(w, "it names "+w.Label())
		}
	}
}

// isRomance reports whether some text of a flow is in Spanish or Portuguese, and none in English.
func isRomance(f *flow.Flow) bool {
	some := false
	for _, w := range f.Widgets {
		switch words.Tongue(effects.Prompt(w).Text()) {
		case "es", "pt":
			some = true
		case "en":
			return false
		}
	}
	return some
}
