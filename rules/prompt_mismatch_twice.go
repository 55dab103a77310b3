package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// reportToldTwice reports the questions whose words, or the first sentence of them, end the text right before them: those
// of a flow once.
func reportToldTwice(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, told := range p.Flow.Widgets {
		if effects.ActOf(told) != effects.Tells || told.Incomplete || !p.Flow.Reachable(told) {
			continue
		}
		asked := effects.Next(told.Onward(), effects.Asks)
		if asked == nil || asked.Needs() != told.Needs() || effects.HeardBy(p.Flow, told) != effects.Contact {
			continue
		}
		first, second := effects.Prompt(told), effects.Prompt(asked)
		said := saidAgain(first.Text(), second.Text())
		switch {
		case said == "":
		case strings.Contains(said, "{{") && told.Onward().Meant != asked: // a step between may set what it prints
		case d == nil:
			d = p.Reportf(second, "%s says %s, as %s does right before: it comes twice; take it out of one of them",
				asked.Label(), words.Quote(said), told.Label())
			d.As(finding.Note).Relate(first, "what is said before").Identify(asked.Label())
		default:
			d.Also(second, "so it is with "+asked.Label())
		}
	}
}

// saidAgain returns the words of a question, or its first sentence, with which the text before it ends; "" for none.
func saidAgain(before, question string) string {
	const short = 20 // bytes
	all := strings.TrimSpace(question)
	if len(all) < short || len(before) < short {
		return ""
	}
	first := all
	if i := strings.IndexAny(all, ".?!\n"); i > 0 {
		first = all[:i]
	}
	for _, part := range [...]string{all, first} {
		if len(part) >= short && endsWithWords(before, part) {
			return part
		}
	}
	return ""
}

// endsWithWords reports whether a text ends with the letters and digits of some words, whatever marks are between them.
func endsWithWords(text, part string) bool {
	for {
		wanted, rest := lastSign(part)
		if wanted == 0 {
			r, _ := utf8.DecodeLastRuneInString(text)
			return !isSign(r)
		}
		at, before := lastSign(text)
		if at != wanted {
			return false
		}
		text, part = before, rest
	}
}

// lastSign returns the last letter or digit of a text, in lower case, and what is before it; 0 for none.
func lastSign(text string) (last rune, before string) {
	for text != "" {
		r, size := utf8.DecodeLastRuneInString(text)
		if text = text[:len(text)-size]; isSign(r) {
			return unicode.ToLower(r), text
		}
	}
	return 0, ""
}

func isSign(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
