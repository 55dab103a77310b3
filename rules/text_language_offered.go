package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// reportOffered reports the questions that offer a language without a word of it: once. A
// recording may name it, and so may any other text.
func reportOffered(p *lint.Pass, tongues []string) {
	var d *finding.Diagnostic
	called := map[string]bool{} // languages that are called as who speaks them does
	for _, w := range p.Flow.Widgets {
		tongue, text := tongues[w.Index], effects.Prompt(w)
		if effects.ActOf(w) != effects.Asks || tongue == "" || len(offer.In(text.Text())) == 0 ||
			!words.MayNameTongue(text.Text()) || !p.Flow.Reachable(w) {
			continue
		}
		offered := offeredTongue(text.Text(), tongue)
		if _, known := called[offered]; !known && offered != "" {
			called[offered] = calledItself(p, offered)
		}
		switch {
		case offered == "" || called[offered]:
		case d == nil:
			d = p.Reportf(text, "%s offers %s in %s alone, which who needs it may not understand; say it in %s, too",
				w.Label(), words.TongueName(offered), words.TongueName(tongue), words.TongueName(offered)).As(finding.Note).Identify(w.Label())
		default:
			d.Also(text, "so does "+w.Label())
		}
	}
}

// offeredTongue returns the language that one may choose by an answer, which a text in another
// one calls by its name there; "" for none.
func offeredTongue(text, tongue string) string {
	const few = 5 // words: "to continue in Spanish"
	for _, o := range offer.In(text) {
		if purpose := o.Purpose(); len(words.In(purpose)) <= few {
			if offered := words.TongueOffered(purpose, tongue); offered != "" {
				return offered
			}
		}
	}
	return ""
}

// calledItself reports whether a text of a flow names a language as who speaks it does, or may.
func calledItself(p *lint.Pass, code string) bool {
	return slices.ContainsFunc(p.Flow.Widgets, func(w *flow.Widget) bool {
		return words.CallsItself(effects.Prompt(w).Text(), code) || len(effects.Says(w)) > 0 && !effects.Prompt(w).Exists()
	})
}
