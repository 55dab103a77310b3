package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// equalsSpeech reports whether a recognised text must be equal to words, and whether all of
// them are written without a full stop or the like, or all with one.
func equalsSpeech(p *lint.Pass, b reads.Branch) (bare, stopped bool) {
	list := b.Comparison.Entries()
	switch b.Comparison.Operator() {
	case "equal_to":
		list = []string{b.Comparison.Value()}
	case "matches_any_of":
	default:
		return false, false
	}
	stops := 0
	for _, entry := range list {
		if withoutStop(entry) != entry {
			stops++
		}
	}
	if len(list) == 0 || list[0] == "" || stops > 0 && stops < len(list) || !testsSpeech(p, b) {
		return false, false
	}
	return stops == 0, stops > 0
}

// withoutStop is a text without the sign that ends a sentence.
func withoutStop(text string) string { return strings.TrimRight(text, ".?!") }

// testsSpeech reports whether a branch tests what a caller said, as it was recognised.
func testsSpeech(p *lint.Pass, b reads.Branch) bool {
	t := p.Flow.TemplateAt(b.Condition.Arguments.At(0))
	if t == nil || t.Liquid.HasFilter() {
		return false
	}
	refs := t.Refs()
	if len(refs) != 1 || refs[0].Root() != "widgets" || !reads.IsAnswer(p.Flow, refs[0]) {
		return false
	}
	return p.Flow.Widget(refs[0].Name(1)).Facts.Outputs.Key(refs[0].Name(2)).Speech
}

// reportFullStops reports the branches of a split that want a recognised text to end in a full
// stop, where none takes it without.
func reportFullStops(p *lint.Pass, stopped, all []reads.Branch) {
	var d *finding.Diagnostic
	for _, b := range stopped {
		word := b.Comparison.Value()
		if entries := b.Comparison.Entries(); len(entries) > 0 {
			word = entries[0]
		}
		bare := strings.ToLower(withoutStop(word))
		switch {
		case slices.ContainsFunc(all, func(other reads.Branch) bool { return !other.Literal || other.Comparison.Holds(bare) != split.No }):
		case d == nil:
			d = p.Reportf(b, "a speech result need not end in a full stop, and %s is not equal to %s; use contains", words.Quote(bare), words.Quote(word)).As(finding.Note)
		default:
			d.Also(b, "here too")
		}
	}
}

// reportSpeech reports the branches of a split that want a recognised text to be
// equal to a word.
func reportSpeech(p *lint.Pass, equal, all []reads.Branch) {
	if len(equal) == 0 {
		return
	}
	word := strings.TrimSpace(equal[0].Condition.Value.Text())
	if entries := equal[0].Comparison.Entries(); equal[0].Comparison.Operator() == "matches_any_of" {
		word = entries[0]
	}
	var d *finding.Diagnostic
	if said := saidFor(p, equal[0], word, all); said != "" {
		d = p.Reportf(equal[0], "a speech result may be %s or %s, and neither is equal to %s; use a regex: (?i).*\\b(%s|%s)\\b.*",
			words.Quote(said), words.Quote(word+"."), words.Quote(word), word, said)
	} else {
		d = p.Reportf(equal[0], "a speech result may end in a full stop, and %s is not equal to %s; use %s",
			words.Quote(word+"."), words.Quote(word), split.Within(word))
	}
	d.As(finding.Note)
	for _, b := range equal[1:] {
		d.Also(b, "here too")
	}
}

// saidFor returns the word that a caller says for a key which a branch asks for, when no branch takes
// it; "" when there is none, or the language is not known.
func saidFor(p *lint.Pass, b reads.Branch, key string, all []reads.Branch) string {
	if b.Comparison.Operator() != "equal_to" {
		return ""
	}
	r, ok := reads.OnlyRead(p.Flow, b.Condition)
	if !ok {
		return ""
	}
	said := offer.Numeral(key, answers.Tongues.Of(p)[reads.Widget(p.Flow, r).Index])
	if said == "" || slices.ContainsFunc(all, func(other reads.Branch) bool { return !other.Literal || other.Comparison.Holds(said) != split.No }) {
		return ""
	}
	return said
}
