package twins

import (
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// Content returns the words of what a person hears or reads at a widget, and of what it passes on or keeps
// as it stands: a queue, an attribute, a variable. Sentences that offer answers are left out, since they
// speak of what comes later, and so are settings, addresses of servers and what Liquid fills in.
func Content(d *project.Document, w *flow.Widget) (said, kept []string) {
	says := map[source.Node]bool{}
	for _, n := range effects.Says(w) {
		says[n] = true
	}
	for name, n := range w.Properties.Members() {
		facts := w.Facts.Property(name)
		switch {
		case facts == nil || len(facts.SID) > 0 || facts.Format == schemas.FormatLanguage || len(facts.Values) > 0:
		case says[n]:
			said = append(said, words.In(withoutOffers(withoutOutputs(n.Text())))...)
		case facts.Format == schemas.FormatPairs:
			for _, item := range n.Elements() {
				kept = append(kept, words.In(withoutHost(withoutOutputs(item.Get("value").Text())))...)
			}
		case n.IsString():
			kept = append(kept, words.In(withoutHost(withoutOutputs(n.Text())))...)
		}
	}
	return said, kept
}

// withoutOffers is a text without the sentences that offer answers.
func withoutOffers(text string) string {
	if len(offer.In(text)) == 0 {
		return text
	}
	var plain strings.Builder
	for sentence := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(".!?\n", r) }) {
		if len(offer.In(sentence)) == 0 {
			plain.WriteString(sentence + "\n")
		}
	}
	return plain.String()
}
