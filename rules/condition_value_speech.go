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
	case split.EqualTo:
		list = []string{b.Comparison.Value()}
	case split.Regex:
		list, _ = b.Comparison.Texts()
	case split.MatchesAnyOf:
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
	if b.Comparison.Operator() == split.Regex {
		if wrong, _, _ := split.CheckPattern(strings.TrimSpace(b.Condition.Value.Text())); wrong != "" {
			return false, false // it is told what it does not match
		}
	}
	return stops == 0, stops > 0
}

// withoutStop is a text without the sign that ends a sentence.
func withoutStop(text string) string { return strings.TrimRight(text, ".?!") }

// testsSpeech reports whether a branch tests what a caller said, as it was recognised.
func testsSpeech(p *lint.Pass, b reads.Branch) bool {
	r, ok := reads.TestedAnswer(p.Flow, b.Condition)
	if !ok || r.Root() != "widgets" || !reads.IsAnswer(p.Flow, r) {
		return false
	}
	if filters, printed := reads.Printed(r); !printed || !reads.KeepText(filters) {
		return false
	}
	return p.Flow.Widget(r.Name(1)).Facts.Outputs.Key(r.Name(2)).Speech
}

// reportFullStops reports the branches of a split that want a recognised text to end in a full
// stop, where none takes it without.
func reportFullStops(p *lint.Pass, stopped, all []reads.Branch) {
	var d *finding.Diagnostic
	for _, b := range stopped {
		word := b.Comparison.Value()
		if texts, _ := b.Comparison.Texts(); b.Comparison.Operator() != split.EqualTo {
			word = texts[0]
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
	if texts, _ := equal[0].Comparison.Texts(); equal[0].Comparison.Operator() != split.EqualTo {
		word = texts[0]
	}
	var d *finding.Diagnostic
	if said := saidFor(p, equal[0], word, all); said != "" {
		d = p.Reportf(equal[0], "a speech result may be %s or %s, and neither is equal to %s; use a regex: (?i).*\\b(%s|%s)\\b.*",
			words.Quote(said), words.Quote(word+"."), words.Quote(word), word, said)
	} else if equal[0].Comparison.Operator() == split.Regex {
		d = p.Reportf(equal[0], "a speech result may be %s, which %s does not match; write .* after the word",
			words.Quote(word+"."), words.Quote(strings.TrimSpace(equal[0].Condition.Value.Text())))
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
	if texts, _ := b.Comparison.Texts(); len(texts) != 1 {
		return ""
	}
	r, ok := reads.TestedAnswer(p.Flow, b.Condition)
	if !ok {
		return ""
	}
	question := reads.Widget(p.Flow, r)
	if question == nil {
		return "" // what the trigger brings
	}
	said := offer.Numeral(key, answers.Tongues.Of(p)[question.Index])
	if said == "" || slices.ContainsFunc(all, func(other reads.Branch) bool { return !other.Literal || other.Comparison.Holds(said) != split.No }) {
		return ""
	}
	return said
}
