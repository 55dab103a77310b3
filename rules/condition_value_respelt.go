package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// reportRespelt reports the branches on a person's words that take a word only as it is misspelt:
// once a flow.
func reportRespelt(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, branches := range reads.Branches.Of(p) {
		for _, b := range branches[:min(len(branches), split.Max)] {
			word, meant := misspeltEntry(branches, b)
			if word == "" {
				continue
			}
			switch r, ok := reads.TestedAnswer(p.Flow, b.Condition); {
			case !ok || !mayGoOn(p.Flow, r):
			case d == nil:
				d = p.Reportf(b, "%s is misspelt, and who writes %s fits no branch; take both", words.Quote(word), words.Quote(meant)).Identify(word).As(finding.Note) // a word may be agreed on
			default:
				d.Also(b, words.Quote(word)+", too: take "+words.Quote(meant))
			}
		}
	}
}

// misspeltEntry returns the word of a branch that is often written wrongly so, and how it is spelt, where no
// branch of the split takes it so; "" for none.
func misspeltEntry(all []reads.Branch, b reads.Branch) (word, meant string) {
	if !b.Literal {
		return "", ""
	}
	texts, ok := b.Comparison.Texts()
	if !ok {
		switch b.Comparison.Operator() {
		case split.Contains, split.StartsWith:
			texts = []string{b.Comparison.Value()}
		}
	}
	for _, text := range texts[:min(len(texts), split.Max)] {
		if meant := words.Respelt(text); meant != "" && !takesWord(all, meant) {
			return text, meant
		}
	}
	return "", ""
}

// takesWord reports whether one of some branches takes a word.
func takesWord(branches []reads.Branch, word string) bool {
	return slices.ContainsFunc(branches, func(b reads.Branch) bool {
		return !b.Literal || b.Comparison.Holds(strings.ToLower(word)) != split.No
	})
}
