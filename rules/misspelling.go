package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "misspelling", Title: "A word that people read or hear is misspelt",
		Group: finding.Values, Severity: finding.Note,
		Doc: `Finds words of English that are misspelt in what is said, sent or asked: those that one slip makes
of a common word (custoemr, degit, avaliable) and that are no other word, some that are often
written wrongly (tommorow), and those in a form that cannot stand behind the word before
(will be send, did not received, a agent). One finding a flow, which names the first ones with what is meant.

Of texts in Spanish, Portuguese and French it knows the words that flows use (econtrado,
redigiremos); those that lack an accent are left alone. In texts of any language that is known it finds
a long word that is not known and stands there once, while it stands elsewhere in the flow with one letter more
or two exchanged (Innovtions, Innovations): twice, or as a word that is known. Else only words as they stand in a sentence are looked at: names,
addresses, placeholders and what Liquid puts in are left alone, and so is a word that the flow
writes as a name elsewhere.

In the JSON of a message (buttons) it finds a misspelt word beside the same one as it is spelt.

As a note, once a flow, it finds names of what a request is given or has answered that lack a letter of a common
English word, or of another name of the flow (evnto, beside evento), or have two of them exchanged (agnet), and stand there once.
Of names that look so the first 16 are looked at.

Write the word as it is spelt, or, when it is a name, with a capital.`,
	},
	Check: func(p *lint.Pass) {
		tongues := answers.Tongues.Of(p)
		others := tongueOf(tongues)
		all := misspelt{p: p}
		for _, w := range p.Flow.Widgets {
			list, tongue := misspeltIn(w, tongues[w.Index], others)
			for _, m := range list {
				all.report(w, m, tongue, false)
			}
			all.reportJSON(w)
		}
		for _, s := range strays(p, tongues, others) {
			all.report(s.widget, s.Misspelling, s.tongue, true)
		}
		reportSlippedNames(p)
	},
})

// misspeltIn returns the misspelt words of what a widget says or sends, in a text of its own language,
// or else of that of the flow, and which language that is.
func misspeltIn(w *flow.Widget, own, others string) (list []words.Misspelling, tongue string) {
	if needs := w.Needs(); needs != schemas.NeedsMessage && needs != schemas.NeedsCall || len(w.Facts.Content) == 0 {
		return nil, ""
	}
	text := effects.Prompt(w).Text()
	if isEnglish(w, own, others) {
		if found := words.Misspelt(text); found.English {
			return found.List, "en"
		}
		return nil, ""
	}
	if own == "" {
		own = others
	}
	return words.MisspeltIn(text, own), own
}

// tongueOf returns the language of the texts of a flow, as far as it is clear: another one than
// English, where there is one.
func tongueOf(tongues []string) string {
	all := ""
	for _, tongue := range tongues {
		if tongue != "" && tongue != "en" {
			return tongue
		}
		all = max(all, tongue)
	}
	return all
}

// isEnglish reports whether the text of a widget is in English: clearly, or where the others are, or
// none of them is clear and it is to be read so.
func isEnglish(w *flow.Widget, own, others string) bool {
	if own != "" {
		return own == "en"
	}
	read := ""
	if w.Facts.Speech != nil {
		read = schemas.Language(w.Property(w.Facts.Speech.Language).Text())
	}
	if others != "" {
		return others == "en" && (read == "" || read == "en")
	}
	return read == "en"
}
