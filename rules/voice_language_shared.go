package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/words"
)

// A spoken is a sentence that a widget reads in a language.
type spoken struct {
	by             *flow.Widget
	language, text string // of the whole
	start, end     int    // of the sentence
}

// reportShared reports the sentences that a widget reads in the language of the others around them, and that
// another widget reads in a language of its own: once. Nobody needs to know that language to see it.
func reportShared(p *lint.Pass, all []spoken) {
	first := map[string]spoken{}
	var d *finding.Diagnostic
	told := map[*flow.Widget]bool{}
	for _, s := range all {
		key := strings.ToLower(s.text[s.start:s.end])
		other, known := first[key]
		switch {
		case !known:
			first[key] = s
			continue
		case other.language == s.language:
			continue
		case !s.isForeign():
			if s, other = other, s; !s.isForeign() {
				continue
			}
		}
		if told[s.by] || !p.Flow.Reachable(s.by) || !p.Flow.Reachable(other.by) {
			continue
		}
		told[s.by] = true
		at := effects.Prompt(s.by).Part(s.start, s.end)
		if d == nil {
			d = p.Reportf(at, "%s reads this in %s, and %s in %s: one voice speaks a language that it does not know; split the text",
				s.by.Label(), words.Quote(s.language), other.by.Label(),
				words.Quote(other.language)).As(finding.Note).Identify(s.by.Label()).
				Relate(effects.PlaceOfPrompt(other.by), "read in the other language")
		} else {
			d.Also(at, "so does "+s.by.Label())
		}
	}
}

// isForeign reports whether what stands around a sentence is in the language in which all is read, and the
// sentence is not.
func (s spoken) isForeign() bool {
	return words.Tongue(s.text[s.start:s.end]) != s.language && words.Tongue(s.text[:s.start]+" "+s.text[s.end:]) == s.language
}

// sentencesOf returns the longer sentences of a text that a widget reads, but for those that offer a key or
// name a language.
func sentencesOf(by *flow.Widget, language, text string) (all []spoken) {
	const fewest = 5 // words
	start := 0
	for i := range len(text) + 1 {
		if i < len(text) && (strings.IndexByte(".!?\n", text[i]) < 0 || i+1 < len(text) && text[i+1] != ' ' && text[i+1] != '\n') {
			continue
		}
		from, to := start, i
		for from < to && text[from] <= ' ' {
			from++
		}
		if sentence := text[from:to]; strings.Count(sentence, " ") >= fewest-1 && len(offer.In(sentence)) == 0 && !words.NamesAnyTongue(sentence) {
			all = append(all, spoken{by, language, text, from, to})
		}
		start = i + 1
	}
	return all
}

// checkShared looks for sentences that widgets read in two languages.
func checkShared(p *lint.Pass, all []*reader) {
	alone := func(r *reader) bool { return len(r.reads) == 1 && !r.wrong && effects.ActOf(r.Widget) == effects.Tells }
	first := slices.IndexFunc(all, alone)
	if first < 0 || !slices.ContainsFunc(all, func(r *reader) bool { return alone(r) && r.reads[0] != all[first].reads[0] }) {
		return
	}
	var sentences []spoken
	for _, r := range all {
		if text := effects.Prompt(r.Widget).Text(); alone(r) && !liquid.HasTags(text) {
			sentences = append(sentences, sentencesOf(r.Widget, r.reads[0], text)...)
		}
	}
	reportShared(p, sentences)
}
